import { useState, type ReactNode } from 'react'
import type { RichNode, RichText } from '#domain/rich-text/rich-text.ts'
import type { AgreementId } from '#domain/shared/id.ts'
import { Button } from '../ui/button.tsx'
import { FormatToolbar } from './format-toolbar.tsx'
import styles from './note-field.module.css'
import { ProvisionLinks } from './provision-links.tsx'
import { RichTextEditor } from './rich-text-editor.tsx'
import { RichTextView } from './rich-text-view.tsx'

const NO_BLOCKS: readonly RichNode[] = []

/** The note on something: read until it is to be written. What is typed saves itself. */
export function NoteField({
  bearerId,
  agreementId,
  note,
  label,
  placeholder,
  onSave,
}: {
  /** Of what bears the note: another id is another note. */
  readonly bearerId: string
  /** The agreement whose provisions the note may link to without naming it. */
  readonly agreementId?: AgreementId
  readonly note: RichText | undefined
  readonly label: string
  readonly placeholder: string
  readonly onSave: (sitting: string, blocks: readonly RichNode[]) => Promise<boolean>
}): ReactNode {
  // One sitting is one step for undo: from opening the editor to leaving it.
  const [writing, setWriting] = useState<{ readonly bearerId: string; readonly sitting: string }>()
  const isWriting = writing?.bearerId === bearerId
  return (
    <section className={styles['note']} aria-label={label}>
      <header className={styles['head']}>
        <h3>{label}</h3>
        <Button
          tone="quiet"
          onClick={() => setWriting(isWriting ? undefined : { bearerId, sitting: crypto.randomUUID() })}
        >
          {isWriting ? 'Done' : note ? 'Edit note' : 'Write a note'}
        </Button>
      </header>
      {isWriting ? (
        <div className={styles['editor']}>
          <RichTextEditor
            documentKey={bearerId}
            blocks={note?.blocks ?? NO_BLOCKS}
            save={(blocks) => onSave(writing.sitting, blocks)}
            label={label}
            placeholder={placeholder}
            startFocused
          >
            <FormatToolbar />
            <ProvisionLinks agreementId={agreementId} />
          </RichTextEditor>
        </div>
      ) : (
        note && <RichTextView blocks={note.blocks} />
      )}
    </section>
  )
}
