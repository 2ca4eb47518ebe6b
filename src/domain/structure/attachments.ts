import type { Candidate } from './candidate.ts'
import { isAttachment, isDivision } from './provision.ts'
import { standsWithoutBody } from './surroundings.ts'

const SURE = 0.3
const SURE_ARTICLE = 0.2
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
  const articleOrClosing = weighed.findIndex(
    ({ candidate, weight }) =>
      (candidate.kind === 'article' && weight > SURE_ARTICLE) ||
      (candidate.kind === 'testimonium' && candidate.opensLine),
  )
  // Some agreements have sections or chapters and no articles.
  const opened =
    articleOrClosing < 0
      ? weighed.findIndex(({ candidate, weight }) => opensDivision(candidate) && weight > SURE)
      : articleOrClosing
  if (opened < 0) return []
  let closed = false
  let above: Candidate | undefined
  return weighed.filter((one, i) => {
    const isOne = isAttachmentAmong(one, i)
    if (isOne) above = one.candidate
    return isOne
  })

  function isAttachmentAmong(one: Weighed, i: number): boolean {
    const { candidate, weight, isWithoutBody } = one
    if (i > opened && candidate.kind === 'testimonium' && candidate.before !== 'other') closed = true
    if (i < opened || candidate.kind === 'preamble' || candidate.kind === 'testimonium') return false
    if (!isAttachment(candidate.kind) || isWithoutBody) return false
    if (candidate.numeral) return numbered(candidate, weight)
    // `LIST OF PORTS` right below `ANNEX I` is its name.
    const isName =
      candidate.kind === 'schedule' && above !== undefined && standsWithoutBody(text, above, candidate)
    return candidate.opensLine && !isName && unnumbered(text, candidate, closed)
  }
}

function opensDivision({ kind, opensLine, numeral }: Candidate): boolean {
  return (
    kind !== 'preamble' && kind !== 'testimonium' && isDivision(kind) && opensLine && numeral !== undefined
  )
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
