import { Check } from 'lucide-react'
import {
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { BindingnessLevel } from '#domain/bindingness/scale.ts'
import type { ThemeColour, Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { isContainer, type Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { beginPicking, pickTo, togglePicked, usePicked } from '../../workspace/picked-provisions.ts'
import { useReadProvisions } from '../../workspace/read-provisions.ts'
import { useHere } from '../../workspace/here.ts'
import { useMarksLookedAt } from '../../workspace/theme-filter.ts'
import { rowHeights } from '../../ui/drawn-rows.ts'
import { useDrawnRows } from '../../ui/use-drawn-rows.ts'
import { useJump, useNavigation } from '../../workspace/navigation.ts'
import styles from './outline.module.css'

/** About how high an entry is, and how far beyond the screen entries are drawn. CSS pixels. */
const ENTRY_HEIGHT = 26.4
const MARGIN = 400

/** The agreement's articles and chapters, with what is marked in each. */
export const Outline = memo(function Outline({
  scroller,
  model,
  content,
  themes,
}: {
  /** What the outline is scrolled with. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly model: TextModel
  /** The words of the text, for articles without a name; absent while they are fetched. */
  readonly content: string | undefined
  readonly themes: ReadonlyMap<ThemeId, Theme>
}): ReactNode {
  // The outline goes along with the reader, a moment after the text.
  const provisionId = useDeferredValue(useNavigation((state) => state.provisionId))
  const { tree } = model
  const { spans } = useMarksLookedAt(model, false)
  const read = useReadProvisions(model.textId)
  const list = useRef<HTMLUListElement>(null)
  const entries = useMemo(() => entriesOf(tree), [tree])
  const heights = useMemo(() => rowHeights(entries.map(() => ENTRY_HEIGHT)), [entries])
  const current = useMemo(() => entries.findIndex(({ id }) => id === provisionId), [entries, provisionId])
  const { drawn } = useDrawnRows({ scroller, list, heights, pinned: [current], margin: MARGIN })
  const picked = usePicked((state) => state.ids)
  const pickable = useMemo(
    () => entries.filter(({ kind }) => !isContainer(kind)).map(({ id }) => id),
    [entries],
  )
  const onOpen = useCallback(
    (entry: Provision, how: 'only' | 'more' | 'run') => {
      if (how === 'run') pickTo(entry.id, pickable)
      else if (how === 'more' && !isContainer(entry.kind)) togglePicked(entry.id)
      else {
        beginPicking(entry.id)
        useNavigation.setState({ annotationId: undefined })
        useHere.setState({ pointed: undefined })
        useJump.setState({ offset: entry.start })
      }
    },
    [pickable],
  )
  const isPicking = picked.length > 0
  const walk = useCallback(
    (event: KeyboardEvent<HTMLElement>): void => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (event.key === 'Escape' && isPicking) {
        beginPicking(undefined)
        event.stopPropagation()
      }
      const row = document.activeElement?.closest<HTMLElement>('[data-index]')
      const index = Number(row?.dataset['index']) + by
      const next = list.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`)
      if (by === 0 || !next) return
      event.preventDefault()
      const here = entries[index - by]
      if (event.shiftKey && !isPicking && here) beginPicking(here.id)
      next.focus()
      const entry = entries[index]
      if (event.shiftKey && entry) pickTo(entry.id, pickable)
    },
    [entries, pickable, isPicking],
  )
  useEffect(() => {
    list.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav aria-label="Outline" className={styles['outline']}>
      <h2>Outline</h2>
      {picked.length > 0 && (
        <p className={styles['picked']} role="status">
          {picked.length === 1 ? '1 provision is picked' : `${picked.length} provisions are picked`}: a theme
          key codes {picked.length === 1 ? 'it' : 'them all'}.{' '}
          <button type="button" onClick={() => beginPicking(undefined)}>
            Clear
          </button>
        </p>
      )}
      <ul ref={list}>
        {drawn.map((row) => {
          if (row.kind === 'room')
            return <li key={`room ${row.from}`} aria-hidden="true" style={{ blockSize: row.height }} />
          const entry = entries[row.index]
          if (!entry) return undefined
          const marked = isContainer(entry.kind) ? [] : spans.overlapping(entry.start, entry.end)
          return (
            <OutlineEntry
              key={entry.id}
              index={row.index}
              count={entries.length}
              entry={entry}
              label={outlineLabel(citationLabel(tree, entry))}
              name={nameOf(entry) ?? firstWords(model, entry, content)}
              colours={coloursIn(marked, themes).join(' ')}
              annotationCount={marked.length}
              isRead={read.has(entry.id)}
              level={model.assessments.get(entry.id)?.bindingness?.level}
              isCurrent={row.index === current}
              isPicked={picked.includes(entry.id)}
              onOpen={onOpen}
              onKey={walk}
            />
          )
        })}
      </ul>
    </nav>
  )
})

/** One line of the outline: drawn again only when something of its own has changed. */
const OutlineEntry = memo(function OutlineEntry({
  index,
  count,
  entry,
  label,
  name,
  colours,
  annotationCount,
  isRead,
  level,
  isCurrent,
  isPicked,
  onOpen,
  onKey,
}: {
  readonly index: number
  /** Of all entries, drawn or not. */
  readonly count: number
  readonly entry: Provision
  readonly label: string
  readonly name: string | undefined
  /** Those of the themes given in it, with spaces between. */
  readonly colours: string
  /** Annotations in it, notes too. */
  readonly annotationCount: number
  readonly isRead: boolean
  readonly level: BindingnessLevel | undefined
  readonly isCurrent: boolean
  readonly isPicked: boolean
  readonly onOpen: (entry: Provision, how: 'only' | 'more' | 'run') => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void
}): ReactNode {
  return (
    <li data-index={index} aria-posinset={index + 1} aria-setsize={count}>
      <button
        type="button"
        className={styles['entry']}
        data-container={isContainer(entry.kind) || undefined}
        aria-current={isCurrent ? 'location' : undefined}
        aria-pressed={isPicked || undefined}
        data-name={name}
        onPointerEnter={tellIfCut}
        onFocus={tellIfCut}
        onKeyDown={onKey}
        onClick={(event) =>
          onOpen(entry, event.shiftKey ? 'run' : event.ctrlKey || event.metaKey ? 'more' : 'only')
        }
      >
        <span className={styles['label']}>{label}</span>
        <span className={styles['name']} data-part="name" dir="auto">
          {name}
        </span>
        {isRead && <Check className={styles['read']} size={12} role="img" aria-label="Read" />}
        {colours !== '' && <Marks colours={colours.split(' ')} />}
        {annotationCount > 0 && (
          <span
            className={styles['count']}
            role="img"
            aria-label={annotationCount === 1 ? '1 annotation' : `${annotationCount} annotations`}
          >
            {annotationCount}
          </span>
        )}
        {level !== undefined && (
          <span className={styles['level']} data-level={level}>
            {level}
          </span>
        )}
      </button>
    </li>
  )
})

/** Marks an entry whose name has no room: its look says the whole name while it is pointed at or has the focus. */
function tellIfCut({ currentTarget: entry }: { readonly currentTarget: HTMLElement }): void {
  const name = entry.querySelector<HTMLElement>('[data-part="name"]')
  entry.toggleAttribute('data-cut', name !== null && name.scrollWidth > name.clientWidth)
}

/** Everything that is read as one, and what holds it together. */
function entriesOf(tree: ProvisionTree): Provision[] {
  const units = new Set(tree.units.map((unit) => unit.id))
  return tree.provisions.filter((p) => (units.has(p.id) && p.kind !== 'title') || isContainer(p.kind))
}

/** The printed name; a preamble headed "Preamble" is not named twice. */
function nameOf({ kind, heading }: Provision): string | undefined {
  return kind === 'preamble' ? undefined : heading
}

/** How many letters of an article stand for its name. */
const FIRST_WORDS = 60

function firstWords({ tree }: TextModel, entry: Provision, content: string | undefined): string | undefined {
  if (content === undefined || entry.kind !== 'article') return undefined
  const from = entry.textStart < entry.end ? entry.textStart : tree.childrenOf(entry)[0]?.textStart
  return from === undefined ? undefined : content.slice(from, Math.min(from + FIRST_WORDS, entry.end)).trim()
}

/** `art 5` is `5` in a list of articles; other labels stand in full, with a capital. */
function outlineLabel(label: string): string {
  return label.replace(/^art /, '').replace(/^./, (letter) => letter.toUpperCase())
}

function coloursIn(annotations: readonly Annotation[], themes: ReadonlyMap<ThemeId, Theme>): ThemeColour[] {
  return [...new Set(annotations.flatMap((a) => a.themeIds.flatMap((id) => themes.get(id)?.colour ?? [])))]
}

function Marks({ colours }: { readonly colours: readonly string[] }): ReactNode {
  return (
    <span className={styles['marks']} role="img" aria-label={`Themes: ${colours.join(', ')}`}>
      {colours.map((colour) => (
        <span key={colour} data-colour={colour} />
      ))}
    </span>
  )
}
