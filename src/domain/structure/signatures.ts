import { phrases, type Grammar } from './grammar.ts'
import { GRAMMARS } from './grammars/grammars.ts'
import type { Line } from './lines.ts'
import { isLetter } from './openers.ts'

/** A longer line is a sentence. */
const LONGEST_SIGNATORY = 70

const SENTENCE_END = /[.;,،。；，]$/

const all = (pick: (grammar: Grammar) => string): readonly string[] =>
  GRAMMARS.flatMap((grammar) => phrases(pick(grammar)))

const STARTS = all((grammar) => grammar.signature)
const SIGNS_FOR = all((grammar) => grammar.signsFor)
const ENDS = all((grammar) => grammar.signatureEnds)

/** Whether a line is one of a signature block: it begins or ends as those do, or names whom somebody signs for. */
function isSignature(words: string): boolean {
  const lower = words.slice(0, 40).toLowerCase()
  const begins = (phrase: string): boolean =>
    lower.startsWith(phrase) && !isLetter(lower.charCodeAt(phrase.length))
  if (STARTS.some(begins)) return true
  if (words.length > LONGEST_SIGNATORY) return false
  if (ENDS.some((phrase) => words.endsWith(phrase))) return true
  return (
    !SENTENCE_END.test(words) &&
    SIGNS_FOR.some((phrase) => begins(phrase) && opensName(words.slice(phrase.length)))
  )
}

/** Where the signatures begin among some lines, the first apart; below 0 where there are none. */
export function signaturesFrom(lines: readonly Line[]): number {
  const at = lines.findIndex((line, i) => i > 0 && isSignature(line.words))
  if (at < 0 || !ENDS.includes(lines[at]?.words ?? '')) return at
  // Whom a line that says no more than "representative" signs for stands above it.
  const above = lines.findLastIndex((line, i) => i < at && line.words !== '')
  const words = lines[above]?.words ?? ''
  return above > 0 && words.length <= LONGEST_SIGNATORY && !SENTENCE_END.test(words) ? above : at
}

/** Whether a name follows: in capitals, where the script has them. */
function opensName(rest: string): boolean {
  return /^\s+[\p{Lu}\p{Lo}]/u.test(rest)
}
