import { useCallback, useMemo, useRef, type ReactNode } from 'react'
import type { Agreement } from '#domain/agreement/agreement.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { latestVersion } from '#domain/text/versions.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { AnnotationList } from '../features/annotate/annotation-list.tsx'
import { useAnnotationActions } from '../features/annotate/annotation-actions.ts'
import { HereList } from '../features/annotate/here-list.tsx'
import { ThemeShelf } from '../features/annotate/theme-shelf.tsx'
import { BindingnessCard } from '../features/assess/bindingness-card.tsx'
import { EvidencePanel } from '../features/brief/evidence-panel.tsx'
import { RecordCard } from '../features/library/record-card.tsx'
import { ReferencePanel } from '../features/references/reference-panel.tsx'
import { SuggestionList } from '../features/suggest/suggestion-list.tsx'
import { WaitingMarks } from '../features/versions/waiting-marks.tsx'
import { textsOf, themesInOrder } from '../projection/library-model.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { runCommand, useCommand } from '../workspace/commands.ts'
import { useNavigation } from '../workspace/navigation.ts'
import { isLookedAt, useThemesShown } from '../workspace/theme-filter.ts'
import { useStoodAt } from '../workspace/use-stood-at.ts'
import { useShownText } from '../workspace/use-shown-text.ts'
import { useCatalog, useContent, useTextModel } from '../workspace/workspace.ts'
import styles from './inspector.module.css'

/** The right region: what is known about the provision that the reader stands at, or the evidence for a brief. */
export function Inspector(): ReactNode {
  const view = useNavigation((state) => state.view)
  const catalog = useCatalog()
  const agreement = view.kind === 'agreement' ? catalog.agreements.get(view.agreementId) : undefined
  return (
    <aside className={styles['inspector']} aria-label="Inspector" data-inspector>
      {view.kind === 'brief' && <EvidencePanel />}
      {agreement && <WaitingMarks key={`waiting ${agreement.id}`} agreementId={agreement.id} />}
      {agreement && <AgreementInspector key={agreement.id} agreement={agreement} />}
      {view.kind === 'home' && (
        <EmptyState title="Nothing is open.">What is known about a provision will stand here.</EmptyState>
      )}
    </aside>
  )
}

function AgreementInspector({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const catalog = useCatalog()
  const themes = useMemo(() => themesInOrder(catalog), [catalog])
  const shown = useThemesShown()
  const { provisionId, isStanding, catchUp } = useStoodAt()
  const text = useShownText(agreement.id)
  const model = useTextModel(text?.id)
  const { content } = useContent(text?.content.hash)
  const actions = useAnnotationActions(text?.id, content)
  const tagSelection = useCallback((themeId: ThemeId) => void actions?.tagSelection(themeId), [actions])
  const provision = model?.tree.find(provisionId ?? '')
  const isEarlier = text !== undefined && latestVersion(catalog.texts, text) !== text
  const scale = useRef<HTMLDivElement>(null)
  const judge = useCallback(() => {
    catchUp()
    scale.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [catchUp])
  useCommand('assess.bindingness', isStanding && model && !isEarlier ? judge : undefined)
  if (!model || !provision) {
    return (
      <>
        <header className={styles['head']}>
          <h2>Record</h2>
          {text && (
            <span>
              <Button tone="quiet" onClick={() => runCommand('review.open')}>
                Review
              </Button>
              <Button tone="quiet" onClick={() => runCommand('agreement.version')}>
                New version…
              </Button>
            </span>
          )}
        </header>
        {text ? (
          <RecordCard agreement={agreement} texts={textsOf(catalog, agreement.id)} />
        ) : (
          <EmptyState title="This record has no text.">
            Import the text of an agreement to read and mark it.
          </EmptyState>
        )}
        {text && model && content !== undefined && (
          <ReferencePanel text={text} model={model} content={content} />
        )}
      </>
    )
  }
  const all = model.spans.overlapping(provision.start, provision.end)
  const annotations = all.filter((annotation) => isLookedAt(annotation, shown))
  const hidden = all.length - annotations.length
  return (
    <>
      <header className={styles['head']}>
        <h2>
          {capital(citationLabel(model.tree, provision))}
          {provision.heading !== undefined && (
            <span className={styles['name']} dir="auto">
              {provision.heading}
            </span>
          )}
        </h2>
        <Button
          tone="quiet"
          onClick={() => useNavigation.setState({ provisionId: undefined, annotationId: undefined })}
        >
          Record
        </Button>
      </header>
      {!isEarlier && (
        <BindingnessCard
          key={provision.id}
          scale={scale}
          textId={model.textId}
          provisionId={provision.id}
          assessment={model.assessments.get(provision.id)}
        />
      )}
      {text && !isEarlier && content !== undefined && (
        <SuggestionList
          text={text}
          model={model}
          provision={provision}
          onAccept={(themeId) => void actions?.tagProvision(provision.id, themeId)}
        />
      )}
      <HereList annotations={annotations} themes={catalog.themes} />
      <div className={styles['subhead']}>
        <h3>Annotations{annotations.length > 0 && ` (${annotations.length})`}</h3>
        {!isEarlier && (
          <>
            <Button
              tone="quiet"
              onClick={() => {
                useNavigation.setState({ annotationId: undefined, span: undefined })
                runCommand('annotate.note')
              }}
            >
              Note
            </Button>
            <Button tone="quiet" onClick={() => runCommand('annotate.provision')}>
              Tag whole provision
            </Button>
          </>
        )}
      </div>
      {hidden > 0 && (
        <p className={styles['hidden']}>
          {hidden === 1 ? '1 annotation is' : `${hidden} annotations are`} hidden: not under the themes shown.
        </p>
      )}
      {(annotations.length > 0 || (!isEarlier && hidden === 0)) && (
        <AnnotationList annotations={annotations} model={model} themes={catalog.themes} actions={actions} />
      )}
      {!isEarlier && actions && <ThemeShelf themes={themes} onTag={tagSelection} />}
      {text && content !== undefined && (
        <ReferencePanel text={text} model={model} content={content} provision={provision} />
      )}
    </>
  )
}

function capital(words: string): string {
  return words.replace(/^./, (letter) => letter.toUpperCase())
}
