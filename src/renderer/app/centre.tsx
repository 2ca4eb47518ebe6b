import { useMemo, type ReactNode } from 'react'
import type { Agreement } from '#domain/agreement/agreement.ts'
import { isKept } from '#domain/shared/trash.ts'
import { latestVersion } from '#domain/text/versions.ts'
import { errorMessage, PactaError } from '#contract/errors.ts'
import { AnnotateCommands } from '../features/annotate/annotate-commands.tsx'
import { useAnnotationActions } from '../features/annotate/annotation-actions.ts'
import { ThemeFilterBar } from '../features/annotate/theme-filter-bar.tsx'
import { SelectionToolbar } from '../features/annotate/selection-toolbar.tsx'
import { BackupsScreen } from '../features/backups/backups-screen.tsx'
import { DraftsScreen } from '../features/backups/drafts-screen.tsx'
import { BriefPage } from '../features/brief/brief-page.tsx'
import { HistoryScreen } from '../features/history/history-screen.tsx'
import { TrashScreen } from '../features/history/trash-screen.tsx'
import { CodebookPage } from '../features/codebook/codebook-page.tsx'
import { RecordCard } from '../features/library/record-card.tsx'
import { Breadcrumbs } from '../features/reader/breadcrumbs.tsx'
import { GoToAddress } from '../features/reader/go-to-address.tsx'
import { NotesScreen } from '../features/notes/notes-screen.tsx'
import { ReadingSurface } from '../features/reader/reading-surface.tsx'
import { ReviewScreen } from '../features/review/review-screen.tsx'
import { ReviewCommand } from '../features/review/review-command.tsx'
import { TextBar } from '../features/versions/text-bar.tsx'
import { VersionCommands } from '../features/versions/version-commands.tsx'
import { textsOf, themesInOrder } from '../projection/library-model.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { runCommand } from '../workspace/commands.ts'
import { isScreen, useNavigation } from '../workspace/navigation.ts'
import { useShownText } from '../workspace/use-shown-text.ts'
import { useCatalog, useContent, useTextModel } from '../workspace/workspace.ts'
import styles from './centre.module.css'
import { TextTools } from './text-tools.tsx'

/** The middle region: the text that is read, the brief that is written, or the first step. */
export function Centre(): ReactNode {
  const { view } = useNavigation()
  const catalog = useCatalog()
  const agreement = view.kind === 'agreement' ? catalog.agreements.get(view.agreementId) : undefined
  const brief = view.kind === 'brief' ? catalog.briefs.get(view.briefId) : undefined
  const codebook = view.kind === 'codebook' ? catalog.codebooks.get(view.codebookId) : undefined
  return (
    <main className={styles['centre']}>
      {agreement && isKept(agreement) && <AgreementView key={agreement.id} agreement={agreement} />}
      {brief && isKept(brief) && <BriefPage key={brief.id} brief={brief} />}
      {codebook && isKept(codebook) && <CodebookPage key={codebook.id} codebook={codebook} />}
      {view.kind === 'backups' && <BackupsScreen />}
      {view.kind === 'drafts' && <DraftsScreen />}
      {view.kind === 'trash' && <TrashScreen />}
      {view.kind === 'notes' && <NotesScreen />}
      {view.kind === 'review' && <ReviewScreen key={view.textId} textId={view.textId} />}
      {view.kind === 'history' && <HistoryScreen key={view.of.id} of={view.of} />}
      {!agreement && !brief && !codebook && !isScreen(view) && (
        <Home isEmpty={![...catalog.agreements.values()].some(isKept)} />
      )}
    </main>
  )
}

function Home({ isEmpty }: { readonly isEmpty: boolean }): ReactNode {
  return (
    <div className={styles['home']}>
      <EmptyState
        title={isEmpty ? 'This library is empty.' : 'Choose an agreement or a brief on the left.'}
        action={
          <Button tone={isEmpty ? 'primary' : 'plain'} onClick={() => runCommand('agreement.import')}>
            Import an agreement…
          </Button>
        }
      >
        {isEmpty
          ? 'Import an agreement (text, PDF, Word, web page, XML), or drop its file here. Pacta finds its articles.'
          : 'Or import another text.'}
      </EmptyState>
    </div>
  )
}

function AgreementView({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const catalog = useCatalog()
  const themes = useMemo(() => themesInOrder(catalog), [catalog])
  const text = useShownText(agreement.id)
  const model = useTextModel(text?.id)
  const { content, error } = useContent(text?.content.hash)
  const actions = useAnnotationActions(model, content)
  if (!text) {
    return (
      <div className={styles['record']}>
        <h2 dir="auto">{agreement.title.value}</h2>
        <p>The library holds the record of this agreement, without a text.</p>
        <RecordCard agreement={agreement} texts={textsOf(catalog, agreement.id)} />
      </div>
    )
  }
  if (error !== undefined) return <TextError error={error} />
  if (!model || content === undefined || !actions) return undefined
  const isEarlier = latestVersion(catalog.texts, text) !== text
  return (
    <>
      {!isEarlier && <AnnotateCommands actions={actions} themes={themes} />}
      <GoToAddress tree={model.tree} />
      <TextTools content={content} tree={model.tree} themes={themes} actions={actions} />
      <VersionCommands text={text} />
      {!isEarlier && <ReviewCommand textId={text.id} />}
      <div className={styles['reading']}>
        <TextBar text={text} tree={model.tree} />
        <div className={styles['bar']}>
          <Breadcrumbs tree={model.tree} />
          <ThemeFilterBar themes={themes} />
        </div>
        <ReadingSurface
          key={text.id}
          text={text}
          model={model}
          content={content}
          themes={catalog.themes}
          selectionTools={
            !isEarlier && (
              <SelectionToolbar
                themes={catalog.themes}
                onTag={(themeId) => void actions.tagSelection(themeId)}
              />
            )
          }
        />
      </div>
    </>
  )
}

function TextError({ error }: { readonly error: unknown }): ReactNode {
  const { happened, safe, todo } =
    error instanceof PactaError ? errorMessage(error.code, error.details) : errorMessage('internal')
  return (
    <div className={styles['home']}>
      <EmptyState title={happened}>
        {safe} {todo}
      </EmptyState>
    </div>
  )
}
