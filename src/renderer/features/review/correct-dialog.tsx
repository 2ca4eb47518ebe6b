import { useMemo, useState, type ReactNode } from 'react'
import { correctWords, spliceBetweenTexts } from '#domain/library/changes/text-correction.ts'
import type { Provision } from '#domain/structure/provision.ts'
import { ownRange } from '#domain/structure/splice-provisions.ts'
import type { TextSplice } from '#domain/text/carry/carry-splice.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useCatalog } from '../../workspace/workspace.ts'
import styles from './review.module.css'

/** The words of a provision, to be corrected; says which annotations will quote other words, before it is done. */
export function CorrectDialog({
  text,
  model,
  content,
  provision,
  onCorrect,
  onClose,
}: {
  readonly text: Text
  readonly model: TextModel
  readonly content: string
  readonly provision: Provision
  readonly onCorrect: (splice: TextSplice) => void
  readonly onClose: () => void
}): ReactNode {
  const { agreements } = useCatalog()
  const agreement = agreements.get(text.agreementId)
  const own = ownRange(model.structure.provisions, content, provision.id)
  const before = own ? content.slice(own.start, own.end) : ''
  const [words, setWords] = useState(before)
  const splice = own && spliceBetweenTexts(before, words, own.start)
  const outcome = useMemo(() => {
    if (!splice || !agreement) return undefined
    const { structure, annotations } = model
    const all = { content, structure, annotations, assessments: [], text, agreement }
    return correctWords(all, provision.id, splice)
  }, [splice, agreement, model, content, text, provision.id])
  const requoted = outcome?.kind === 'corrected' ? outcome.requoted : []
  return (
    <Modal open onClose={onClose} title="Correct the words" showTitle>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (splice && outcome?.kind === 'corrected') onCorrect(splice)
        }}
      >
        <p>
          Correct what was misread or misprinted. The file as it came is kept, and so is every earlier state
          of the words.
        </p>
        <textarea
          aria-label="Words of the provision"
          lang={text.language}
          dir={text.direction}
          rows={10}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <div role="status">
          {outcome?.kind === 'out of place' && <p>A provision cannot be left without a word.</p>}
          {outcome?.kind === 'unquoted' && (
            <p>
              {outcome.annotationIds.length === 1
                ? 'An annotation'
                : `${outcome.annotationIds.length} annotations`}{' '}
              would have no words left. Delete it first, or leave some of its words.
            </p>
          )}
          {requoted.length > 0 && (
            <>
              <p>{requoted.length === 1 ? '1 annotation' : `${requoted.length} annotations`} will quote:</p>
              <ul>
                {requoted.map(({ annotationId, was, is }) => (
                  <li key={annotationId} dir="auto">
                    <del>{was}</del> <ins>{is}</ins>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className={styles['buttons']}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" disabled={outcome?.kind !== 'corrected'}>
            Correct
          </Button>
        </div>
      </form>
    </Modal>
  )
}
