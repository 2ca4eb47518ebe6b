import { isAttachment, type Provision } from '../../structure/provision.ts'
import { plain, type Proposal } from './passage.ts'

const LONGEST_NAME = 120
const MOST_ANNEXES = 100

/** The annexes, protocols, appendices and schedules that stand in the text, as headed; the words are the first's. */
export function proposeAnnexes(
  text: string,
  provisions: readonly Provision[],
): Proposal<readonly string[]> | undefined {
  const outermost = provisions.filter(
    (p, i) => isAttachment(p.kind) && !isInside(provisions, i) && !isSentence(text, p),
  )
  const [first] = outermost
  if (!first) return undefined
  const names = outermost.slice(0, MOST_ANNEXES).map((p) => nameOf(text, p))
  return { value: [...new Set(names)], start: first.start, end: headingEnd(text, first) }
}

function isInside(provisions: readonly Provision[], at: number): boolean {
  const own = provisions[at]
  if (!own) return false
  const outer = provisions
    .slice(0, at)
    .findLast((p) => isAttachment(p.kind) && p.depth < own.depth && p.end > own.start)
  return outer !== undefined
}

/** `Annex 2 (Tariffs) sets out certain duties.` speaks of an annex and begins none. */
function isSentence(text: string, { start, end }: Provision): boolean {
  const line = text.slice(start, Math.min(lineEnd(text, start), end)).trim()
  const small = line.match(/(?<!\p{L})\p{Ll}+/gu) ?? []
  return (
    line.length > 40 && small.length >= 6 && text.charAt(start + line.length) === '\n' && /[.;,:]$/.test(line)
  )
}

function nameOf(text: string, provision: Provision): string {
  const { start, heading } = provision
  const line = plain(text.slice(start, Math.min(lineEnd(text, start), provision.end)))
  const named =
    heading === undefined || !/\p{L}/u.test(heading) || line.includes(plain(heading))
      ? line
      : `${line}: ${plain(heading)}`
  if (named.length <= LONGEST_NAME) return named
  // Its text follows on the same line; word and number are its name.
  const number = provision.number === undefined ? -1 : line.indexOf(provision.number)
  return number < 0
    ? `${named.slice(0, LONGEST_NAME - 2)} …`
    : line.slice(0, number + (provision.number ?? '').length)
}

function headingEnd(text: string, { start, end, heading }: Provision): number {
  const at = heading === undefined ? -1 : text.slice(start, start + 1000).indexOf(heading)
  const last = at < 0 ? lineEnd(text, start) : start + at + (heading ?? '').length
  return Math.min(Math.max(last, start + 1), end)
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start)
  return Math.min(feed < 0 ? text.length : feed, start + 300)
}
