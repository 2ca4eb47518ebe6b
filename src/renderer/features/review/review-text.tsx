import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { ProvisionId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { Suspect } from '#domain/structure/doubts.ts'
import { ownRange } from '#domain/structure/splice-provisions.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { Text } from '#domain/text/text.ts'
import { rowHeights } from '../../ui/drawn-rows.ts'
import { useDrawnRows } from '../../ui/use-drawn-rows.ts'
import { KIND_NAMES } from './kind-names.ts'
import styles from './review.module.css'

/** Letters on a line, heights of a line and of what stands around: for rows not drawn yet. */
const LETTERS_PER_LINE = 80
const LINE_HEIGHT = 26
const AROUND = 40
const MARGIN = 600

/** The words of a text, each provision in a box of its own, as deep as it stands. */
export function ReviewText({
  text,
  tree,
  content,
  suspects,
  stoodId,
  caret,
  onStand,
  onCaret,
}: {
  readonly text: Text
  readonly tree: ProvisionTree
  readonly content: string
  readonly suspects: readonly Suspect[]
  readonly stoodId: ProvisionId | undefined
  /** Where a split would be made. UTF-16 offset. */
  readonly caret: number | undefined
  readonly onStand: (id: ProvisionId) => void
  readonly onCaret: (offset: number) => void
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLElement>(null)
  const { provisions } = tree
  const doubted = useMemo(() => new Set(suspects.map(({ provision }) => provision.id)), [suspects])
  const heights = useMemo(
    () =>
      rowHeights(
        provisions.map(({ start, end }, i) => {
          const own = Math.min(end, provisions[i + 1]?.start ?? end) - start
          return AROUND + Math.ceil(own / LETTERS_PER_LINE) * LINE_HEIGHT
        }),
      ),
    [provisions],
  )
  const at = provisions.findIndex(({ id }) => id === stoodId)
  const { drawn } = useDrawnRows({ scroller, list: page, heights, pinned: [at], margin: MARGIN })
  useEffect(() => {
    const box = page.current?.querySelector<HTMLElement>('[data-stood]')
    const frame = scroller.current?.getBoundingClientRect()
    const place = box?.getBoundingClientRect()
    if (!box || !frame || !place) return
    if (place.top < frame.top + 8 || place.top > frame.bottom - frame.height / 3)
      box.scrollIntoView({ block: 'center' })
  }, [stoodId])

  useEffect(() => {
    const root = page.current
    const click = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined
      const id = target?.closest<HTMLElement>('[data-provision]')?.dataset['provision']
      if (id === undefined) return
      onStand(id)
      const point = document.caretPositionFromPoint(event.clientX, event.clientY)
      const run = point?.offsetNode.parentElement?.closest<HTMLElement>('[data-from]')
      if (point && run) onCaret(Number(run.dataset['from']) + point.offset)
    }
    root?.addEventListener('click', click)
    return () => root?.removeEventListener('click', click)
  }, [onStand, onCaret])

  return (
    <div ref={scroller} className={styles['text']}>
      <article
        ref={page}
        tabIndex={0}
        lang={text.language}
        dir={text.direction}
        aria-label="Provisions of the text"
      >
        {drawn.map((row) => {
          if (row.kind === 'room') return <div key={`room ${row.from}`} style={{ blockSize: row.height }} />
          const provision = provisions[row.index]
          const own = provision && ownRange(provisions, content, provision.id)
          if (!provision || !own) return undefined
          const isStood = provision.id === stoodId
          return (
            <div
              key={provision.id}
              className={styles['box']}
              data-index={row.index}
              data-provision={provision.id}
              data-kind={provision.kind}
              data-stood={isStood || undefined}
              data-doubted={doubted.has(provision.id) || undefined}
              style={{ marginInlineStart: `${provision.depth * 1.75}rem` }}
            >
              <span className={styles['label']} dir="auto">
                {labelOf(tree, provision)}
              </span>
              <Words content={content} start={own.start} end={own.end} caret={isStood ? caret : undefined} />
            </div>
          )
        })}
      </article>
    </div>
  )
}

function labelOf(tree: ProvisionTree, provision: Parameters<typeof citationLabel>[1]): string {
  const label = citationLabel(tree, provision)
  return provision.kind === 'furniture' ? KIND_NAMES.furniture : label
}

function Words({
  content,
  start,
  end,
  caret,
}: {
  readonly content: string
  readonly start: number
  readonly end: number
  readonly caret: number | undefined
}): ReactNode {
  const at = caret !== undefined && caret > start && caret < end ? caret : undefined
  return (
    <p className={styles['words']}>
      <span data-from={start}>{content.slice(start, at ?? end)}</span>
      {at !== undefined && (
        <>
          <span className={styles['caret']} role="img" aria-label="Place of the split" />
          <span data-from={at}>{content.slice(at, end)}</span>
        </>
      )}
    </p>
  )
}
