import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts'
import { formatCounter } from './number-format.ts'
import { toggleOf, valueOf, type NumberingRef } from './docx-styles.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** With `%1` to `%9` for the counters of the levels: `Article %1`, `(%2)`. */
  readonly text: string
  readonly followedBy: 'tab' | 'space' | 'nothing'
  /** Prints every counter in arabic digits, whatever its own format. */
  readonly isLegal: boolean
  /** Starts anew after this level (1 for the outermost); 0 never does; absent after any wider one. */
  readonly restart?: number
  /** The paragraph style bound to this level. */
  readonly style?: string
}

interface List {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, Level>
  readonly overriddenStarts: ReadonlyMap<number, number>
}

/** Counts the numbers that Word prints before paragraphs; they are in no part of the file. */
export interface NumberingCounter {
  /**
   * The label of the next paragraph of a list, such as `Article 5` or `(a)`; nothing when it prints none. `lineage` are the
   * paragraph's style and those it is based on.
   */
  next(
    ref: NumberingRef,
    lineage: readonly string[],
  ): { readonly label: string; readonly gap: string } | undefined
}

const DEEPEST_LEVEL = 8

/**
 * Reads `numbering.xml` (ECMA-376 part 1, 17.9). Lists over one abstract numbering share its counters, until a list
 * overrides a start.
 */
export function readNumbering(root: XmlElement | undefined): NumberingCounter {
  const lists = readLists(root)
  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()
  return {
    next: (ref, lineage) => {
      const list = lists.get(ref.listId ?? '')
      if (!list) return undefined
      const depth = Math.min(DEEPEST_LEVEL, ref.level ?? levelOfStyle(list, lineage) ?? 0)
      const level = list.levels.get(depth)
      if (!level) return undefined
      const counts = counters.get(list.abstractId) ?? []
      counters.set(list.abstractId, counts)
      startOverridden(list, ref.listId ?? '', counts, started)
      count(list, counts, depth)
      const label = labelOf(list, counts, level)
      return label === '' ? undefined : { label, gap: level.followedBy === 'nothing' ? '' : ' ' }
    },
  }
}

/** The first paragraph of a list that overrides a start sets the counter back. */
function startOverridden(
  list: List,
  listId: string,
  counts: (number | undefined)[],
  started: Set<string>,
): void {
  if (started.has(listId)) return
  started.add(listId)
  for (const [depth] of list.overriddenStarts) counts.length = Math.min(counts.length, depth)
}

function count(list: List, counts: (number | undefined)[], depth: number): void {
  const startOf = (at: number): number => list.overriddenStarts.get(at) ?? list.levels.get(at)?.start ?? 1
  // Wider levels that have not been counted yet show their first number.
  for (let at = 0; at < depth; at++) counts[at] ??= startOf(at)
  const before = counts[depth]
  counts[depth] = before === undefined ? startOf(depth) : before + 1
  for (let at = depth + 1; at < counts.length; at++) {
    const restart = list.levels.get(at)?.restart
    if (restart === undefined || (restart !== 0 && depth < restart)) counts[at] = undefined
  }
}

function labelOf(list: List, counts: readonly (number | undefined)[], level: Level): string {
  if (level.format === 'bullet') return '•'
  if (level.format === 'none' && !/%\d/.test(level.text)) return level.text.trim()
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = list.levels.get(at)?.format ?? 'decimal'
      return formatCounter(counts[at] ?? 1, level.isLegal && format !== 'none' ? 'decimal' : format)
    })
    .trim()
}

/** The level that a style is bound to, or the nearest of those it is based on. */
function levelOfStyle(list: List, lineage: readonly string[]): number | undefined {
  for (const id of lineage) {
    const bound = [...list.levels].find(([, { style }]) => style === id)
    if (bound) return bound[0]
  }
  return undefined
}

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(
    childrenOf(root, 'abstractNum').map((each) => [each.attributes['abstractNumId'] ?? '', each] as const),
  )
  const nums = childrenOf(root, 'num')
  const byStyle = (styleId: string): XmlElement | undefined =>
    [...abstracts.values()].find((each) => valueOf(each, 'styleLink') === styleId)
  const lists = new Map<string, List>()
  for (const num of nums) {
    const abstractId = valueOf(num, 'abstractNumId') ?? ''
    const abstract = abstracts.get(abstractId)
    const linked = valueOf(abstract, 'numStyleLink')
    const levels = levelsIn(linked === undefined ? abstract : (byStyle(linked) ?? abstract))
    const overriddenStarts = new Map<number, number>()
    for (const override of childrenOf(num, 'lvlOverride')) {
      const depth = Number(override.attributes['ilvl'] ?? 0)
      const own = childOf(override, 'lvl')
      const start = valueOf(override, 'startOverride')
      if (own) levels.set(depth, readLevel(own))
      if (start !== undefined) overriddenStarts.set(depth, Number(start))
    }
    lists.set(num.attributes['numId'] ?? '', { abstractId, levels, overriddenStarts })
  }
  return lists
}

function levelsIn(abstract: XmlElement | undefined): Map<number, Level> {
  return new Map(
    childrenOf(abstract, 'lvl').map((level) => [Number(level.attributes['ilvl'] ?? 0), readLevel(level)]),
  )
}

function readLevel(level: XmlElement): Level {
  const restart = valueOf(level, 'lvlRestart')
  const style = valueOf(level, 'pStyle')
  const followedBy = valueOf(level, 'suff')
  return {
    start: Number(valueOf(level, 'start') ?? 1),
    format: valueOf(level, 'numFmt') ?? 'decimal',
    text: valueOf(level, 'lvlText') ?? '',
    followedBy: followedBy === 'space' || followedBy === 'nothing' ? followedBy : 'tab',
    isLegal: toggleOf(level, 'isLgl') ?? false,
    ...(restart === undefined ? {} : { restart: Number(restart) }),
    ...(style === undefined ? {} : { style }),
  }
}
