import type { ReactNode } from 'react'
import type { Part } from './reference-parts.ts'
import styles from './reference-view.module.css'

/**
 * The words of a reference, as a link. It has one text node like every other run of the text. Only those of the
 * provision that the reader stands at take the Tab key: a text has thousands.
 */
export function ReferenceView({
  part,
  content,
  isCurrent,
}: {
  readonly part: Part
  readonly content: string
  readonly isCurrent: boolean
}): ReactNode {
  const { start, end, reference } = part
  const isBroken = reference?.kind === 'internal' && reference.broken !== undefined
  return (
    <span
      role="link"
      aria-disabled={isBroken || undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={styles['reference']}
      data-start={start}
      data-reference={reference?.start}
      data-kind={isBroken ? 'broken' : reference?.kind}
    >
      {content.slice(start, end)}
    </span>
  )
}
