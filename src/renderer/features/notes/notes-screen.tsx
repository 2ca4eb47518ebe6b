import { useMemo, useState, type ReactNode } from 'react'
import { createBrief } from '#domain/library/changes/brief-changes.ts'
import { listNotes, searchNotes, type ListedNote } from '#domain/notes/note-list.ts'
import { notesAsBlocks } from '#domain/notes/notes-brief.ts'
import { RichTextView } from '../../editor/rich-text-view.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Screen } from '../../ui/screen.tsx'
import { closeScreen, openScreen, show, showPlace } from '../../workspace/navigation.ts'
import { useAllAnnotations } from '../../workspace/use-all-annotations.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './notes.module.css'

/** So many are drawn at once; more when they are asked for. */
const A_STRETCH = 200

/** Every note of the library: searched, opened where it stands, gathered in a brief to be printed. */
export function NotesScreen(): ReactNode {
  const { agreements, texts, themes } = useCatalog()
  const annotations = useAllAnnotations()
  const [typed, setTyped] = useState('')
  const [most, setMost] = useState(A_STRETCH)
  const notes = useMemo(
    () =>
      annotations &&
      listNotes({ agreements: agreements.values(), texts, themes: themes.values(), annotations }),
    [agreements, texts, themes, annotations],
  )
  const gather = useGather()
  if (!notes) return undefined
  const found = searchNotes(notes, typed)
  const count =
    found.length === 0
      ? 'No note has these words.'
      : `${found.length} ${found.length === 1 ? 'note' : 'notes'}`
  return (
    <Screen
      title="Notes"
      lead="What you wrote on agreements, provisions, passages and themes."
      actions={
        <Button disabled={found.length === 0} onClick={() => gather(found)}>
          Make a brief of these
        </Button>
      }
      onClose={closeScreen}
    >
      {notes.length === 0 ? (
        <EmptyState title="There is no note yet.">
          Select words and press N, or stand at a provision and press N.
        </EmptyState>
      ) : (
        <div className={styles['body']}>
          <div className={styles['search']}>
            <input
              type="search"
              aria-label="Search the notes"
              placeholder="Search the notes"
              dir="auto"
              // oxlint-disable-next-line jsx_a11y/no-autofocus -- the screen was asked for to find something
              autoFocus
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setMost(A_STRETCH)
              }}
            />
            <span role="status">{count}</span>
          </div>
          <ul aria-label="Notes" className={styles['notes']}>
            {found.slice(0, most).map((note) => (
              <li key={note.key}>
                <button type="button" className={styles['where']} onClick={() => open(note)}>
                  <bdi>{note.title}</bdi>
                  {note.subject.kind === 'annotation' && (
                    <span className={styles['quote']} dir="auto">
                      {note.subject.isWhole ? 'Whole provision: ' : ''}“{note.subject.anchor.quote}”
                    </span>
                  )}
                </button>
                <RichTextView blocks={note.note.blocks} />
              </li>
            ))}
          </ul>
          {found.length > most && (
            <p className={styles['more']}>
              These are the first {most.toLocaleString()} of {found.length.toLocaleString()}.{' '}
              <Button onClick={() => setMost(most + A_STRETCH)}>Show more</Button>
            </p>
          )}
        </div>
      )}
    </Screen>
  )
}

function open({ subject }: ListedNote): void {
  const { kind } = subject
  if (kind === 'theme')
    openScreen({ kind: 'codebook', codebookId: subject.codebookId, themeId: subject.themeId })
  else if (kind === 'agreement') show({ kind: 'agreement', agreementId: subject.agreementId })
  else showPlace(subject.agreementId, subject.anchor.start, subject.annotationId, subject.textId)
}

/** Makes a brief of notes, as one step for undo, and opens it. */
function useGather(): (notes: readonly ListedNote[]) => void {
  const { commit, author } = useWorkspace()
  return (notes) => {
    const id = crypto.randomUUID()
    const operations = createBrief(
      { id, title: 'Notes', language: 'en', paper: 'A4', blocks: notesAsBlocks(notes) },
      author(),
    )
    void commit({ action: 'brief.create', operations }).then((outcome) => {
      if (outcome === 'saved') show({ kind: 'brief', briefId: id })
    })
  }
}
