import type { Candidate } from './candidate.ts'
import { phrases } from './grammar.ts'
import { GRAMMARS } from './grammars/grammars.ts'
import type { Numeral } from './numerals.ts'

/** A longer paragraph says more than what is inserted. */
const LONGEST_CUE = 400
/** A cue that is not followed by a colon speaks of an article and stands this near to the end of its sentence. */
const NEAR_END = 24
const QUOTE = /["“„«‹「『'‘>*_#\s]/u
const COLON = /[:：]\s*[-–—]*$/
const ENDS = '.;。；؛'

const CUES: readonly string[] = GRAMMARS.flatMap(({ insertion }) => phrases(insertion))

/** Words for articles. Abbreviations would be found in other words. */
const ARTICLES: readonly string[] = GRAMMARS.flatMap(({ openers, counters }) => [
  ...phrases(openers.article ?? '').filter((word) => word.length >= 4 && !word.endsWith('.')),
  ...phrases(counters?.after.article ?? ''),
])

/** Whether the words before an offset announce a provision of another agreement. */
export function followsInsertion(text: string, start: number): boolean {
  const from = Math.max(0, start - LONGEST_CUE)
  let end = start
  while (end > from && QUOTE.test(text.charAt(end - 1))) end--
  // Most headings stand behind the end of a sentence.
  if (end === from || ENDS.includes(text.charAt(end - 1))) return false
  const before = text.slice(from, end)
  const paragraph = before.slice(before.lastIndexOf('\n') + 1).toLowerCase()
  const sentence = paragraph.slice(Math.max(0, paragraph.lastIndexOf('. ') + 1))
  const hasColon = COLON.test(sentence)
  if (!hasColon && !ARTICLES.some((word) => sentence.includes(word))) return false
  return CUES.some((cue) => {
    const at = sentence.lastIndexOf(cue)
    return at >= 0 && (hasColon || sentence.length - at - cue.length <= NEAR_END)
  })
}

/**
 * Which candidates are provisions that an amending agreement puts into another: the one behind a sentence that says
 * so, and those that go on counting from it, until the agreement's own numbers are taken up again.
 */
export function insertedAmong(text: string, candidates: readonly Candidate[]): boolean[] {
  let own: Numeral | undefined
  let inserted: Numeral | undefined
  return candidates.map((candidate) => {
    const { numeral, kind, opensLine, start } = candidate
    if (!opensLine || kind === 'preamble' || kind === 'testimonium') return false
    if (own && followsInsertion(text, start)) {
      // Where its number could be the next of this agreement's own, nothing tells the one after it.
      if (kind === 'article') inserted = numeral && isNext(own, numeral) ? undefined : numeral
      return true
    }
    if (kind !== 'article' || !numeral || !mayBeHeading(candidate)) return false
    if (inserted && own && isNext(inserted, numeral) && !isNext(own, numeral)) {
      inserted = numeral
      return true
    }
    inserted = undefined
    own = numeral
    return false
  })
}

function mayBeHeading({ after, before, close }: Candidate): boolean {
  const isSentence = after === 'lower' || after === 'reference' || after === 'punctuation'
  return (
    !isSentence &&
    before !== 'connector' &&
    before !== 'comma' &&
    (after !== 'capital' || close !== '' || before !== 'lower')
  )
}

/** Whether one number comes right behind another, printed in the same way: 5 and 6, 5A and 5B, 5 and 5A. */
function isNext(a: Numeral, b: Numeral): boolean {
  if (a.style !== b.style && !(a.style === 'word' && a.value[0] === 1)) return false
  const [rankA, rankB] = [a.suffixRank ?? 0, b.suffixRank ?? 0]
  const last = a.value.length - 1
  const isSame =
    a.value.length === b.value.length && a.value.every((part, i) => i === last || part === b.value[i])
  const step = (b.value[last] ?? 0) - (a.value[last] ?? 0)
  return isSame && ((step === 1 && rankB <= 1) || (step === 0 && rankB === rankA + 1))
}
