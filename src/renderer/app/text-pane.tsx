import { X } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import type { Text } from '#domain/text/text.ts'
import { latestVersion } from '#domain/text/versions.ts'
import { useAnnotationActions, type AnnotationActions } from '../features/annotate/annotation-actions.ts'
import { SelectionToolbar } from '../features/annotate/selection-toolbar.tsx'
import { ReadingSurface, type Beside } from '../features/reader/reading-surface.tsx'
import type { DropTarget } from '../features/reader/use-theme-drops.ts'
import { TextBar } from '../features/versions/text-bar.tsx'
import { themesInOrder } from '../projection/library-model.ts'
import { IconButton } from '../ui/button.tsx'
import { useNavigation } from '../workspace/navigation.ts'
import { ProblemState } from '../workspace/problem-state.tsx'
import { useCatalog, useContent, useTextModel } from '../workspace/workspace.ts'
import styles from './reading-room.module.css'

/** One text of those on the screen, with what tells it from the other when there are two. */
export function TextPane({
  text,
  beside,
  onWorkOn,
  onClose,
}: {
  readonly text: Text
  /** Nothing while it is read alone. */
  readonly beside: Omit<Beside, 'title'> | undefined
  readonly onWorkOn: () => void
  readonly onClose: () => void
}): ReactNode {
  const catalog = useCatalog()
  const themes = useMemo(() => themesInOrder(catalog), [catalog])
  const model = useTextModel(text.id)
  const { content, error } = useContent(text.content.hash)
  const actions = useAnnotationActions(text.id, content)
  const agreement = catalog.agreements.get(text.agreementId)
  const title = agreement ? displayTitle(agreement) : ''
  const isEarlier = latestVersion(catalog.texts, text) !== text
  // Whoever clicks or tabs into a text wants to work on it.
  const takeOver = beside && !beside.isWorkedOn ? onWorkOn : undefined
  return (
    <section
      className={styles['pane']}
      data-text={text.id}
      data-worked-on={beside?.isWorkedOn || undefined}
      aria-label={beside ? title : undefined}
      onPointerDownCapture={takeOver}
      onFocusCapture={takeOver}
    >
      {beside && (
        <header className={styles['head']}>
          <h2>
            <bdi>{title}</bdi>
          </h2>
          <IconButton label={`Close ${title}`} onClick={onClose}>
            <X size={14} />
          </IconButton>
        </header>
      )}
      {model && <TextBar text={text} tree={model.tree} />}
      {error !== undefined && <TextError error={error} />}
      {model && content !== undefined && actions && (
        <ReadingSurface
          text={text}
          model={model}
          content={content}
          themes={catalog.themes}
          beside={beside && { ...beside, title }}
          selectionTools={
            !isEarlier && (
              <SelectionToolbar themes={themes} onTag={(themeId) => void actions.tagSelection(themeId)} />
            )
          }
          onThemeDrop={isEarlier ? undefined : (themeId, target) => drop(actions, themeId, target)}
        />
      )}
    </section>
  )
}

/** Gives a dropped theme to the words or the provision that it was dropped on. */
function drop(actions: AnnotationActions, themeId: ThemeId, target: DropTarget): void {
  if (target.kind === 'provision') return void actions.tagProvision(target.provision.id, themeId)
  useNavigation.setState({ span: target.span, annotationId: undefined })
  void actions.tagSelection(themeId)
}

function TextError({ error }: { readonly error: unknown }): ReactNode {
  return (
    <div className={styles['error']}>
      <ProblemState error={error} />
    </div>
  )
}
