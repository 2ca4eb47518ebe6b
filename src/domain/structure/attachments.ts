import type { Candidate } from './candidate.ts'
import { isAttachment } from './provision.ts'

const SURE = 0.3
/** An unnumbered attachment is announced in a line, not in a paragraph. */
const LONGEST_LINE = 150

/** A candidate with what it is worth by itself. */
export interface Weighed {
  readonly candidate: Candidate
  readonly weight: number
  readonly isWithoutBody: boolean
  /** What it is worth if text follows it after all. */
  readonly weightWithBody: number
}

/**
 * Picks the annexes, protocols, appendices and schedules. They come after the first article or closing: what stands
 * before is the title of a protocol, or a table of contents.
 */
export function attachmentsAmong(text: string, weighed: readonly Weighed[]): Weighed[] {
  const opened = weighed.findIndex(
    ({ candidate, weight }) =>
      (candidate.kind === 'article' && weight > 0.2) ||
      (candidate.kind === 'testimonium' && candidate.opensLine),
  )
  if (opened < 0) return []
  let closed = false
  return weighed.filter((one, i) => {
    const { candidate, weight, isWithoutBody } = one
    if (i > opened && candidate.kind === 'testimonium' && candidate.before !== 'other') closed = true
    if (i < opened || candidate.kind === 'preamble' || candidate.kind === 'testimonium') return false
    if (!isAttachment(candidate.kind) || isWithoutBody) return false
    return candidate.numeral
      ? numbered(candidate, weight)
      : candidate.opensLine && unnumbered(text, candidate, closed)
  })
}

function numbered(candidate: Candidate, weight: number): boolean {
  // In running text an annex is spoken of far more often than it begins.
  if (!candidate.opensLine) return candidate.isCapitals && candidate.after === 'capital' && weight >= SURE
  return weight >= SURE
}

function unnumbered(text: string, candidate: Candidate, closed: boolean): boolean {
  const { before, after, start, end } = candidate
  if (before === 'comma' || before === 'connector') return false
  // `List of ports` is a heading in an annex; only in capitals does the word announce a schedule.
  if (candidate.kind === 'schedule' && !candidate.isCapitals) return false
  if (before === 'lower' && !candidate.afterBlankLine) return false
  const line = (text.slice(start, Math.max(end, start + LONGEST_LINE + 1)).split('\n', 1)[0] ?? '').trim()
  const isAlone = after === 'line end'
  if (isAlone) return true
  if (line.length > LONGEST_LINE) return false
  if (line === line.toUpperCase() && line !== line.toLowerCase()) return true
  return (
    closed && (after === 'capital' || after === 'punctuation' || after === 'lower') && !/[;,:]$/.test(line)
  )
}
