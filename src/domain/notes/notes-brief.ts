import { quotationBlock } from '../brief/brief.ts'
import { heading, type RichNode } from '../rich-text/rich-text.ts'
import type { ListedNote } from './note-list.ts'

/**
 * Notes as the blocks of a brief, to be printed or worked on: a heading for each agreement or theme, the words that
 * a note is about as a quotation with its citation, and the note as it was written.
 */
export function notesAsBlocks(notes: readonly ListedNote[]): RichNode[] {
  let title: string | undefined
  return notes.flatMap((listed) => {
    const { subject, note } = listed
    const isSame = listed.title === title
    title = listed.title
    const quotation =
      subject.kind === 'annotation'
        ? [
            quotationBlock({
              textId: subject.textId,
              agreementId: subject.agreementId,
              annotationId: subject.annotationId,
              anchor: subject.anchor,
            }),
          ]
        : []
    return [...(isSame ? [] : [heading(1, listed.title)]), ...quotation, ...note.blocks]
  })
}
