import type { Grammar } from './grammar.ts'
import type { Line } from './lines.ts'
import { letterValue, readNumeral, type Numeral } from './numerals.ts'
import type { ProvisionKind } from './provision.ts'

/** A line that may open a numbered provision. */
export interface HeadingCandidate {
  readonly kind: ProvisionKind
  readonly numeral?: Numeral
  readonly line: number
  /** UTF-16 offset of the marker's first character. */
  readonly start: number
  /** What stands on the line after the number and its punctuation, and where; empty when nothing does. */
  readonly rest: string
  readonly restStart: number
  /** True when only white space or a stop stands between number and rest: the rest may be running text. */
  readonly plain: boolean
}

const NUMBER = '(?<number>[A-Z]{1,2}-\\d+|\\d+(?:\\.\\d+)*|[IVXLCDM]+|[A-Za-z]+(?:-[a-z]+)?)'
const SUFFIX = '(?<suffix>[\\s-]?(?:bis|ter|quater|quinquies)\\b|[A-Z](?![\\w.]))?'
/** A number's closing punctuation, then anything. */
const REST = '(?<close>\\s*[.:)–—-]+\\s*|\\s+|$)(?<rest>.*)$'

/** Rests that show a cross-reference broken over a line, not a heading: "of the Charter", "and 12", "(2), shall". */
const CROSS_REFERENCE = /^(?:[a-z(,;]|and\b|or\b|to\b)/

/** Finds every line that has the form of a heading. Whether it is one shows only from all of them together. */
export function findHeadings(lines: readonly Line[], grammar: Grammar): HeadingCandidate[] {
  const patterns = Object.entries(grammar.openers).map(([kind, words]) => ({
    kind: kind as ProvisionKind,
    pattern: new RegExp(`^(?:${words})\\s+${NUMBER}${SUFFIX}${REST}`),
    // An annex may stand without a number, alone on its line.
    bare: kind === 'annex' ? new RegExp(`^(?:${words})$`) : undefined,
  }))
  const first = new Set(
    Object.values(grammar.openers).flatMap((words) => words.split('|').map((w) => w.charAt(0))),
  )
  return lines.flatMap((line, index) => {
    if (!first.has(line.words.charAt(0))) return []
    for (const { kind, pattern, bare } of patterns) {
      if (bare?.test(line.words)) return [bareCandidate(kind, line, index)]
      const match = pattern.exec(line.words)
      const candidate = match && candidateOf(kind, line, index, match)
      if (candidate) return [candidate]
    }
    return []
  })
}

function bareCandidate(kind: ProvisionKind, line: Line, index: number): HeadingCandidate {
  return { kind, line: index, start: line.wordsStart, rest: '', restStart: line.end, plain: false }
}

function candidateOf(
  kind: ProvisionKind,
  line: Line,
  index: number,
  match: RegExpExecArray,
): HeadingCandidate | undefined {
  const { number = '', suffix = '', close = '', rest = '' } = match.groups ?? {}
  const numeral = numeralOf(kind, `${number}${suffix}`)
  const plain = close.trim() === ''
  if (!numeral || (plain && CROSS_REFERENCE.test(rest))) return undefined
  const restStart = line.wordsStart + line.words.length - rest.length
  return { kind, numeral, line: index, start: line.wordsStart, rest, restStart, plain }
}

/** Annexes and sections are also lettered; `C` and `D` are then letters, though they are roman digits too. */
function numeralOf(kind: ProvisionKind, printed: string): Numeral | undefined {
  const letter =
    (kind === 'annex' || kind === 'section') && !/^[IVX]$/.test(printed) ? letterValue(printed) : undefined
  return letter === undefined ? readNumeral(printed) : { printed, value: [letter], style: 'letter' }
}
