import { Plus, Trash2 } from 'lucide-react'
import { memo, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { RichNode } from '#domain/rich-text/rich-text.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { FormatToolbar } from '../../editor/format-toolbar.tsx'
import { ProvisionLinks } from '../../editor/provision-links.tsx'
import { RichTextEditor } from '../../editor/rich-text-editor.tsx'
import { RichTextView } from '../../editor/rich-text-view.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { ItemMenu } from '../../ui/item-menu.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { runCommand } from '../../workspace/commands.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { useCatalog } from '../../workspace/workspace.ts'
import type { AnnotationActions } from './annotation-actions.ts'
import styles from './annotation-card.module.css'
import { creditOf } from './annotation-credit.ts'
import { quoteExcerpt } from './quote-excerpt.ts'
import { useWriting } from './writing.ts'

/**
 * One annotation in the list: its words, its themes, its note. The selected one can be changed. Drawn again only when
 * something of its own has changed.
 */
export const AnnotationCard = memo(function AnnotationCard({
  annotation,
  label,
  themes,
  isSelected,
  isWriting,
  actions,
}: {
  readonly annotation: Annotation
  /** The provision that it is about as a whole: `art 5`; nothing for words. */
  readonly label: string
  readonly themes: ReadonlyMap<ThemeId, Theme>
  readonly isSelected: boolean
  /** Its note is being written. */
  readonly isWriting: boolean
  readonly actions: AnnotationActions | undefined
}): ReactNode {
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isSelected) return undefined
    // With the frame: asked for at once, the browser would have to lay out what other effects are still changing.
    const frame = requestAnimationFrame(() => card.current?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [isSelected])
  const named = annotation.themeIds.flatMap((id) => themes.get(id) ?? [])
  const select = (): void => useNavigation.setState({ annotationId: annotation.id, span: undefined })
  const credit = creditOf(annotation, themes)
  const whole = annotation.target.kind === 'provision'
  return (
    <li
      ref={card}
      className={styles['card']}
      data-selected={isSelected || undefined}
      data-annotation={annotation.id}
    >
      <button type="button" className={styles['quote']} aria-pressed={isSelected} onClick={select}>
        {whole ? (
          <span className={styles['whole']}>Whole {label}</span>
        ) : (
          <span className={styles['words']} dir="auto">
            “{quoteExcerpt(annotation.target.anchor.quote)}”
          </span>
        )}
      </button>
      <div className={styles['themes']}>
        {named.map((theme) => (
          <ThemeChip
            key={theme.id}
            theme={theme}
            {...(isSelected ? { onRemove: () => void actions?.removeTheme(annotation, theme.id) } : {})}
          />
        ))}
        {isSelected && (
          <IconButton label="Add a theme" onClick={() => runCommand('annotate.theme')}>
            <Plus size={14} />
          </IconButton>
        )}
      </div>
      {isSelected && isWriting ? (
        <NoteEditor
          annotation={annotation}
          onDone={() => {
            useWriting.setState({ writingId: undefined })
            card.current?.querySelector('button')?.focus()
          }}
          onSave={(sitting, blocks) =>
            actions?.saveNote(annotation, sitting, blocks) ?? Promise.resolve(false)
          }
        />
      ) : (
        annotation.note && (
          <div className={styles['note']}>
            <RichTextView blocks={annotation.note.blocks} />
          </div>
        )
      )}
      <p className={styles['who']} title={credit.full}>
        <bdi>{credit.short}</bdi>
      </p>
      {isSelected && (
        <div className={styles['foot']}>
          <Button
            tone="quiet"
            onClick={() => useWriting.setState({ writingId: isWriting ? undefined : annotation.id })}
          >
            {isWriting ? 'Done' : annotation.note ? 'Edit note' : 'Write a note'}
          </Button>
          <span className={styles['gap']} />
          {named.length > 0 && (
            <ItemMenu
              label="More about this annotation"
              actions={named.map((theme) => ({
                label: `Use as example of ${theme.code}`,
                run: () => void actions?.takeAsExample(annotation, theme.id),
              }))}
            />
          )}
          <IconButton label="Delete annotation (Delete)" onClick={() => void actions?.trash(annotation)}>
            <Trash2 size={14} />
          </IconButton>
        </div>
      )}
    </li>
  )
})

const NO_BLOCKS: readonly RichNode[] = []

function NoteEditor({
  annotation,
  onDone,
  onSave,
}: {
  readonly annotation: Annotation
  readonly onDone: () => void
  readonly onSave: (sitting: string, blocks: readonly RichNode[]) => Promise<boolean>
}): ReactNode {
  const agreementId = useCatalog().texts.get(annotation.textId)?.agreementId
  // One sitting is one step for undo: from opening the editor to leaving it.
  const [sitting] = useState(() => crypto.randomUUID())
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the key of the field inside
    <div
      className={styles['editor']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onDone()
      }}
    >
      <RichTextEditor
        documentKey={annotation.id}
        blocks={annotation.note?.blocks ?? NO_BLOCKS}
        save={(blocks) => onSave(sitting, blocks)}
        label="Note"
        placeholder="What does this mean, and what follows from it?"
        startFocused
      >
        <FormatToolbar />
        <ProvisionLinks agreementId={agreementId} />
      </RichTextEditor>
    </div>
  )
}
