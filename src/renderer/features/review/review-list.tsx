import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { ProvisionId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { Suspect } from '#domain/structure/doubts.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { rowHeights } from '../../ui/drawn-rows.ts'
import { useDrawnRows } from '../../ui/use-drawn-rows.ts'
import styles from './review.module.css'

/** About how high an entry is, and how far beyond the screen entries are drawn. CSS pixels. */
const ENTRY_HEIGHT = 28
const MARGIN = 400

/** What should be looked at, with the reasons; below it every provision. */
export function ReviewList({
  suspects,
  tree,
  stoodId,
  onStand,
}: {
  readonly suspects: readonly Suspect[]
  readonly tree: ProvisionTree
  readonly stoodId: ProvisionId | undefined
  readonly onStand: (id: ProvisionId) => void
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const { provisions } = tree
  const heights = useMemo(() => rowHeights(provisions.map(() => ENTRY_HEIGHT)), [provisions])
  const at = provisions.findIndex(({ id }) => id === stoodId)
  const { drawn } = useDrawnRows({ scroller, list, heights, pinned: [at], margin: MARGIN })
  useEffect(() => {
    const entry = scroller.current?.querySelector('[data-suspects] [aria-current]')
    const current = entry ?? list.current?.querySelector('[aria-current]')
    current?.scrollIntoView({ block: 'nearest' })
  }, [stoodId])
  return (
    <div ref={scroller} className={styles['list']}>
      <section aria-label="Doubtful" data-suspects>
        <h3>Doubtful ({suspects.length})</h3>
        {suspects.length === 0 && <p className={styles['calm']}>Nothing looks doubtful.</p>}
        <ul>
          {suspects.map(({ provision, reasons }) => (
            <li key={provision.id}>
              <button
                type="button"
                aria-current={provision.id === stoodId || undefined}
                onClick={() => onStand(provision.id)}
              >
                <strong>{citationLabel(tree, provision)}</strong>
                {reasons.map((reason) => (
                  <span key={reason} className={styles['reason']}>
                    <bdi>{reason}</bdi>
                  </span>
                ))}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="All provisions">
        <h3>All provisions ({provisions.length})</h3>
        <ul ref={list}>
          {drawn.map((row) => {
            if (row.kind === 'room')
              return <li key={`room ${row.from}`} aria-hidden="true" style={{ blockSize: row.height }} />
            const provision = provisions[row.index]
            if (!provision) return undefined
            return (
              <li
                key={provision.id}
                data-index={row.index}
                aria-posinset={row.index + 1}
                aria-setsize={provisions.length}
              >
                <button
                  type="button"
                  data-kind={provision.kind}
                  style={{ paddingInlineStart: `${0.75 + provision.depth * 0.9}rem` }}
                  aria-current={provision.id === stoodId || undefined}
                  onClick={() => onStand(provision.id)}
                >
                  {citationLabel(tree, provision)}
                  {provision.heading !== undefined && (
                    <span className={styles['name']} dir="auto">
                      {provision.heading}
                    </span>
                  )}
                </button>
              </li>
            )
          })}
        </ul>
      </section>
    </div>
  )
}
