import { memo, useMemo, type MouseEvent, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import styles from './overview-strip.module.css'
import type { ColoursOf } from './mark-painter.ts'
import { overviewPaths } from './overview-paths.ts'

/**
 * Where the themes fall over the whole text, from its first letter at the top to its last at the bottom. A picture
 * for the eye and a scroll bar for the mouse; the outline gives the same by key.
 */
export const OverviewStrip = memo(function OverviewStrip({
  length,
  annotations,
  coloursOf,
  onJump,
}: {
  /** Length of the content in UTF-16 units. */
  readonly length: number
  readonly annotations: readonly Annotation[]
  readonly coloursOf: ColoursOf
  readonly onJump: (offset: number) => void
}): ReactNode {
  const jump = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    onJump(Math.round(((event.clientY - box.top) / box.height) * length))
  }
  const paths = useMemo(() => overviewPaths(length, annotations, coloursOf), [length, annotations, coloursOf])
  return (
    <div className={styles['strip']} data-strip aria-hidden="true" onClick={jump}>
      <svg viewBox="0 0 12 1000" preserveAspectRatio="none">
        {paths.map(({ colour, path }) => (
          <path key={colour} data-colour={colour} d={path} />
        ))}
      </svg>
    </div>
  )
})
