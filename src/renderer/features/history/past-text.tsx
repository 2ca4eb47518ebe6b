import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import type { PastTextState } from '#contract/safety.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { ownRange } from '#domain/structure/splice-provisions.ts'
import { treeOf } from '#domain/structure/tree.ts'
import type { Text } from '#domain/text/text.ts'
import { rowHeights } from '../../ui/drawn-rows.ts'
import { useDrawnRows } from '../../ui/use-drawn-rows.ts'
import { useLoaded } from '../../ui/use-loaded.ts'
import { ProblemState } from '../../workspace/problem-state.tsx'
import { useWorkspace } from '../../workspace/workspace.ts'
import styles from './past-text.module.css'

/** Letters on a line, heights of a line and of what stands around: for rows not drawn yet. */
const LETTERS_PER_LINE = 80
const LINE_HEIGHT = 25
const AROUND = 34
const MARGIN = 600

/** A text as it was: what had just been changed of it, its outline, and its words. */
export function PastText({ text, seq }: { readonly text: Text; readonly seq: number }): ReactNode {
  const { client } = useWorkspace()
  const { value, error } = useLoaded(
    useCallback(() => client.invoke('history.text', { textId: text.id, seq }), [client, text.id, seq]),
  )
  if (error !== undefined) return <ProblemState error={error} />
  if (!value) return <p className={styles['soft']}>Reading…</p>
  return (
    <>
      <Changes state={value} />
      <Words key={seq} text={text} state={value} />
    </>
  )
}

function Changes({ state: { words, outline } }: { readonly state: PastTextState }): ReactNode {
  if (!words && !outline) return undefined
  return (
    <section className={styles['changes']} aria-label="What was changed">
      {words && (
        <>
          <h3>Words{words.label !== '' && ` of ${words.label}`}</h3>
          <p>
            <del dir="auto">{words.was}</del>
          </p>
          <p>
            <ins dir="auto">{words.is}</ins>
          </p>
        </>
      )}
      {outline && (
        <>
          <h3>Provisions</h3>
          <Lines lines={outline.was} isOld />
          <Lines lines={outline.is} />
        </>
      )}
    </section>
  )
}

/** More lines than this of an outline are counted, not shown. */
const MOST_LINES = 12

function Lines({
  lines,
  isOld = false,
}: {
  readonly lines: readonly string[]
  readonly isOld?: boolean
}): ReactNode {
  if (lines.length === 0) return undefined
  const Mark = isOld ? 'del' : 'ins'
  return (
    <p>
      {lines.slice(0, MOST_LINES).map((line, n) => (
        // oxlint-disable-next-line no-array-index-key -- the lines never change
        <Mark key={n} className={styles['line']} dir="auto">
          {line}
        </Mark>
      ))}
      {lines.length > MOST_LINES && (
        <span className={styles['soft']}>and {lines.length - MOST_LINES} more</span>
      )}
    </p>
  )
}

function Words({ text, state }: { readonly text: Text; readonly state: PastTextState }): ReactNode {
  const { provisions, text: content } = state
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const [isOutline, setOutline] = useState(false)
  const tree = useMemo(() => treeOf(provisions), [provisions])
  const heights = useMemo(
    () =>
      rowHeights(
        provisions.map(({ start, end }, i) => {
          const own = Math.min(end, provisions[i + 1]?.start ?? end) - start
          return isOutline ? AROUND : AROUND + Math.ceil(own / LETTERS_PER_LINE) * LINE_HEIGHT
        }),
      ),
    [provisions, isOutline],
  )
  const { drawn } = useDrawnRows({ scroller, list: page, heights, pinned: [], margin: MARGIN })
  return (
    <>
      <label className={styles['switch']}>
        <input type="checkbox" checked={isOutline} onChange={(event) => setOutline(event.target.checked)} />
        Outline only
      </label>
      <div
        ref={scroller}
        className={styles['scroller']}
        tabIndex={0}
        role="group"
        aria-label="The text as it was"
      >
        <div ref={page} lang={text.language} dir={text.direction}>
          {drawn.map((row) => {
            if (row.kind === 'room') return <div key={`room ${row.from}`} style={{ blockSize: row.height }} />
            const provision = provisions[row.index]
            if (!provision) return undefined
            const own = isOutline ? undefined : ownRange(provisions, content, provision.id)
            return (
              <div
                key={provision.id}
                data-index={row.index}
                className={styles['box']}
                style={{ marginInlineStart: `${provision.depth * 1.25}rem` }}
              >
                <span className={styles['label']} dir="auto">
                  {provision.kind === 'furniture' ? 'no part of the text' : citationLabel(tree, provision)}
                </span>
                {isOutline && provision.heading !== undefined && <span dir="auto">{provision.heading}</span>}
                {own && <p>{content.slice(own.start, own.end)}</p>}
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}
