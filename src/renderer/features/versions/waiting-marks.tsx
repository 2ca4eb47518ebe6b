import { useState, type ReactNode } from 'react'
import type { AgreementId } from '#domain/shared/id.ts'
import { waitingMarks } from '#domain/library/changes/uncarried-changes.ts'
import type { Mark } from '#domain/library/changes/carry-marks.ts'
import type { Text } from '#domain/text/text.ts'
import { earlierVersions, latestVersion } from '#domain/text/versions.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { useShownText } from '../../workspace/use-shown-text.ts'
import { useCatalog, useContent, useTextModel } from '../../workspace/workspace.ts'
import { WaitingMark } from './waiting-mark.tsx'
import styles from './waiting-marks.module.css'

/**
 * What has stayed with earlier versions of the text that is shown and waits for the analyst: questions with a proposed
 * place first, then what was not found.
 */
export function WaitingMarks({ agreementId }: { readonly agreementId: AgreementId }): ReactNode {
  const { texts } = useCatalog()
  const shown = useShownText(agreementId)
  const current = shown && latestVersion(texts, shown)
  const model = useTextModel(current?.id)
  const { content } = useContent(current?.content.hash)
  if (!current || !model || content === undefined) return undefined
  return earlierVersions(texts, current).map((earlier) => (
    <WaitingOf
      key={earlier.id}
      earlier={earlier}
      current={{ text: current, model, content, isShown: current === shown }}
    />
  ))
}

/** The version that is worked with. */
export interface CurrentVersion {
  readonly text: Text
  readonly model: TextModel
  readonly content: string
  /** Whether it is on screen, so that words can be selected in it. */
  readonly isShown: boolean
}

function WaitingOf({
  earlier,
  current,
}: {
  readonly earlier: Text
  readonly current: CurrentVersion
}): ReactNode {
  const model = useTextModel(earlier.id)
  const { content } = useContent(earlier.content.hash)
  const [isOpen, setOpen] = useState(true)
  if (!model || content === undefined) return undefined
  const marks = waitingMarks(marksOf(model))
  if (marks.length === 0) return undefined
  const reviews = marks.filter(({ value }) => value.uncarried?.state === 'review').length
  const lost = marks.length - reviews
  const counts = [reviews > 0 && `${reviews} to review`, lost > 0 && `${lost} not found`].filter(Boolean)
  return (
    <section className={styles['waiting']} aria-label="Waiting from the earlier version">
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          From the earlier version: {counts.join(', ')}
        </button>
      </h2>
      {isOpen && (
        <p className={styles['how']}>
          To place one by hand, select the words in the text; for a whole article, stand at it.
        </p>
      )}
      {isOpen && (
        <ul aria-label="Waiting marks">
          {marks.map((mark) => (
            <WaitingMark
              key={`${mark.kind} ${mark.value.id}`}
              mark={mark}
              earlier={{ text: earlier, model, content }}
              current={current}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function marksOf({ annotations, assessments }: TextModel): Mark[] {
  return [
    ...annotations.map((value): Mark => ({ kind: 'annotation', value })),
    ...[...assessments.values()].map((value): Mark => ({ kind: 'assessment', value })),
  ]
}
