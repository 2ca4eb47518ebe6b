import type { ProvisionId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { isContainer, type Provision, type ProvisionKind } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'

/** A piece of the text that is drawn as one run. UTF-16 offsets of the content; never empty. */
export interface Segment {
  readonly start: number
  readonly end: number
}

/** One paragraph on screen: a provision's own words, with its marker hanging beside it. */
export interface ReadingBlock {
  readonly provisionId: ProvisionId
  readonly kind: ProvisionKind
  /** Nesting below the unit, 0 for the unit's own words. */
  readonly level: number
  readonly marker?: Segment
  readonly text?: Segment
}

/** A stretch of the text that is read and assessed as one, or the heading of a part or chapter. */
export interface ReadingUnit {
  readonly provision: Provision
  readonly label: string
  /** The number as printed: `Article 5`. */
  readonly number?: Segment
  /** The name as printed: `Mutual assistance`. */
  readonly name?: Segment
  readonly blocks: readonly ReadingBlock[]
  /** Range of everything drawn in the unit. */
  readonly start: number
  readonly end: number
}

/** Average letters on a line of the reading measure, and the heights of a line and a heading. */
const LETTERS_PER_LINE = 68
const LINE_HEIGHT = 29
const HEADING_HEIGHT = 60

/** About how high a unit is before it has been drawn. CSS pixels. */
export function guessedHeight({ start, end }: Pick<ReadingUnit, 'start' | 'end'>): number {
  return HEADING_HEIGHT + Math.ceil((end - start) / LETTERS_PER_LINE) * LINE_HEIGHT
}

/**
 * Lays a text out for reading, in order: every word of every provision stands in exactly one segment. Pure, so that
 * "nothing is left out" is a property that can be tested.
 */
export function readingLayout(tree: ProvisionTree, content: string): ReadingUnit[] {
  const { provisions } = tree
  const units: (Omit<ReadingUnit, 'blocks' | 'end'> & { blocks: ReadingBlock[]; end: number })[] = []
  const heads = new Set([...tree.units, ...provisions.filter((p) => isContainer(p.kind))].map((p) => p.id))
  provisions.forEach((provision, i) => {
    const next = provisions[i + 1]
    const ownEnd = next ? Math.min(next.start, provision.end) : provision.end
    const { number, name, from } = headOf(provision, content, ownEnd)
    const text = trimmed(content, from, ownEnd)
    if (heads.has(provision.id)) {
      const label = citationLabel(tree, provision)
      const isMarked =
        provision.kind === 'paragraph' || provision.kind === 'point' || provision.kind === 'recital'
      const head = isMarked ? {} : { ...(number ? { number } : {}), ...(name ? { name } : {}) }
      const blocks = blockOf(provision, 0, isMarked ? number : undefined, text)
      units.push({ provision, label, ...head, blocks, start: provision.start, end: ownEnd })
      return
    }
    const unit = units.at(-1)
    if (!unit) return
    unit.blocks.push(...blockOf(provision, provision.depth - unit.provision.depth, number, text))
    unit.end = Math.max(unit.end, ownEnd)
  })
  return units
}

function blockOf(
  provision: Provision,
  level: number,
  marker: Segment | undefined,
  text: Segment | undefined,
): ReadingBlock[] {
  if (!marker && !text) return []
  const { id: provisionId, kind } = provision
  return [{ provisionId, kind, level, ...(marker ? { marker } : {}), ...(text ? { text } : {}) }]
}

/** Takes a provision's marker apart into number and name; `from` is where its text begins. */
function headOf(
  provision: Provision,
  content: string,
  ownEnd: number,
): { readonly number?: Segment; readonly name?: Segment; readonly from: number } {
  // A provision whose text belongs to its children has its whole head before the first of them.
  const from = Math.min(provision.textStart, ownEnd)
  if (from === provision.start) return { from }
  const { heading } = provision
  const nameAt = heading === undefined ? -1 : content.indexOf(heading, provision.start)
  const hasName = heading !== undefined && nameAt >= 0 && nameAt + heading.length <= from
  const number = trimmed(content, provision.start, hasName ? nameAt : from)
  if (!hasName) return { from, ...(number ? { number } : {}) }
  const name = trimmed(content, nameAt, nameAt + heading.length)
  const rest = trimmed(content, nameAt + heading.length, from)
  return { from: rest ? rest.start : from, ...(number ? { number } : {}), ...(name ? { name } : {}) }
}

function trimmed(content: string, start: number, end: number): Segment | undefined {
  let from = start
  let to = end
  while (from < to && /\s/.test(content.charAt(from))) from++
  while (to > from && /\s/.test(content.charAt(to - 1))) to--
  return from < to ? { start: from, end: to } : undefined
}
