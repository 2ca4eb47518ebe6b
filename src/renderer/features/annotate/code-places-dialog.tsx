import { useState, type ReactNode } from 'react'
import type { Theme } from '#domain/codebook/theme.ts'
import type { Place } from '#domain/library/changes/code-places.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import styles from './code-places-dialog.module.css'
import { ThemePicker } from './theme-picker.tsx'

/** How many places one list shows; a search with more hits than anybody reads is narrowed first. */
const MOST = 1000

/** Words shown on each side of a place, in UTF-16 units. */
const CONTEXT = 60

/** Shows every place that is about to be coded, to be ticked off, and then asks for the theme. */
export function CodePlacesDialog({
  places,
  content,
  tree,
  themes,
  onCode,
  onClose,
}: {
  readonly places: readonly Place[]
  readonly content: string
  readonly tree: ProvisionTree
  readonly themes: readonly Theme[]
  readonly onCode: (places: readonly Place[], themeId: ThemeId) => void
  readonly onClose: () => void
}): ReactNode {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [choosing, setChoosing] = useState(false)
  const listed = places.slice(0, MOST)
  const chosen = listed.filter(({ start }) => !left.has(start))
  if (choosing) {
    return (
      <ThemePicker
        open
        title={`Code ${counted(chosen.length)} with a theme`}
        themes={themes}
        onChoose={(themeId) => onCode(chosen, themeId)}
        onClose={onClose}
      />
    )
  }
  return (
    <Modal open onClose={onClose} title="Code every hit" showTitle>
      <p className={styles['words']}>
        {places.length > MOST
          ? `These are the first ${MOST.toLocaleString()} of ${places.length.toLocaleString()} hits. The others are not coded.`
          : 'Untick what does not belong. All of it is one step for undo.'}
      </p>
      <ul className={styles['list']} aria-label="Hits">
        {listed.map((place) => (
          <li key={place.start}>
            <label>
              <input
                type="checkbox"
                checked={!left.has(place.start)}
                onChange={() => setLeft(toggled(left, place.start))}
              />
              <span className={styles['label']}>{labelOf(tree, place)}</span>
              <span dir="auto">
                {before(content, place.start)}
                <mark>{content.slice(place.start, place.end)}</mark>
                {after(content, place.end)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button
          tone="quiet"
          onClick={() => setLeft(new Set(chosen.length === 0 ? [] : listed.map(({ start }) => start)))}
        >
          {chosen.length === 0 ? 'Tick all' : 'Tick none'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button tone="primary" disabled={chosen.length === 0} onClick={() => setChoosing(true)}>
          Choose a theme for {counted(chosen.length)}…
        </Button>
      </div>
    </Modal>
  )
}

function counted(hits: number): string {
  return hits === 1 ? '1 hit' : `${hits.toLocaleString()} hits`
}

function toggled(set: ReadonlySet<number>, member: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(member)) next.add(member)
  return next
}

function labelOf(tree: ProvisionTree, { start }: Place): string {
  const provision = tree.at(start)
  return provision ? citationLabel(tree, provision) : ''
}

/** The words before a place, cut between words. */
function before(content: string, start: number): string {
  const words = content.slice(Math.max(0, start - CONTEXT), start)
  return start > CONTEXT ? `…${words.slice(words.search(/\s/))}` : words
}

/** The words after a place, cut between words. */
function after(content: string, end: number): string {
  const words = content.slice(end, end + CONTEXT)
  return end + CONTEXT < content.length ? `${words.replace(/\S*$/, '')}…` : words
}
