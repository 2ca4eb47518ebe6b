import type { UncertainDate } from '../uncertain-date.ts'
import { findDates, type FoundDate } from './find-dates.ts'
import { plain, proposalAt, ordinaryLetters, type Passage, type Proposal } from './passage.ts'
import { compile, once } from './patterns.ts'
import type { RecordVocabulary } from './vocabulary.ts'

/** Where and when an agreement was signed. */
export interface SigningProposals {
  readonly signedOn?: Proposal<UncertainDate>
  readonly signedAt?: Proposal<string>
}

/** So far behind its word for signing the date and the place stand at most. UTF-16 units. */
const REACH = 360
const LONGEST_PLACE = 60

interface ClosingPatterns {
  readonly done: RegExp
  readonly at: RegExp
  readonly ends: RegExp
  readonly forms: readonly RegExp[]
  readonly noPlace: RegExp
  readonly names: RegExp
  readonly copies: RegExp | undefined
}

const patternsOf = once(({ closing, languageNames }: RecordVocabulary): ClosingPatterns => {
  const ends = closing.placeEnds === '' ? '' : `|\\s(?:${closing.placeEnds})`
  return {
    done: compile(closing.done, 'g'),
    at: compile(`${closing.at}(?:\\s+|(?<=\\.))`, 'g'),
    ends: compile(`[,;:()\\[\\]\\d«»"/]|\\.(?=\\s|$)${ends}`, 'g'),
    forms: (closing.placeForms ?? []).map((form) => compile(form, 'g')),
    noPlace: compile(closing.noPlace ?? '(?!)'),
    copies: closing.copies === undefined ? undefined : compile(closing.copies),
    names: compile(`^(?:${Object.values(languageNames).join('|')})\\b`),
  }
})

/** Whether a passage has the word for signing. */
export function speaksOfSigning({ folded }: Passage, vocabulary: RecordVocabulary): boolean {
  return folded.search(patternsOf(vocabulary).done) >= 0
}

/** Looks for place and date of signature behind the word for signing: `Done at Arden, on 4 March 1951`. */
export function proposeSigning(
  passage: Passage,
  vocabulary: RecordVocabulary,
  isTestimonium: boolean,
): SigningProposals {
  const patterns = patternsOf(vocabulary)
  const dates = findDates(passage.folded, vocabulary)
  const found: SigningProposals[] = []
  for (const match of passage.folded.matchAll(patterns.done)) {
    if (!isTestimonium && !opensClosing(passage, match, vocabulary)) continue
    const date = dateFor(passage, dates, match.index, vocabulary)
    const signedAt = placeFor(passage, match.index, date, vocabulary)
    const signedOn = date && proposalAt(passage, date.value, date.start, date.end)
    if (signedOn && signedAt) found.push({ signedOn, signedAt })
    else if (signedOn) found.push({ signedOn })
    else if (signedAt && isTestimonium) found.push({ signedAt })
  }
  const best = found.find((one) => one.signedOn && one.signedAt) ?? found.find((one) => one.signedOn)
  if (!best?.signedOn) return found[0] ?? {}
  // Signed on several days: which of them counts is for the analyst.
  const { value } = best.signedOn
  const isOne = found.every((one) => !one.signedOn || one.signedOn.value.iso === value.iso)
  return isOne ? best : { ...best, signedOn: { ...best.signedOn, value: { ...value, uncertain: true } } }
}

/**
 * Outside a testimonium only a sentence that begins with the signing is a closing, `Signed in Arden on …`, or in
 * languages that put the signing last one that speaks of its copies.
 */
function opensClosing(
  { words, folded }: Passage,
  { 0: word, index }: RegExpExecArray,
  vocabulary: RecordVocabulary,
): boolean {
  const { copies } = patternsOf(vocabulary)
  if (!copies) return /(?:^|\n|[.;)])\s*(?:\d+[.)]\s*)?$/u.test(words.slice(0, index))
  if (/^(?:订于|訂於)$/u.test(word)) return true
  const from = Math.max(folded.lastIndexOf('。', index), words.lastIndexOf('\n', index)) + 1
  const until = words.slice(index).search(/[。\n]/u)
  return copies.test(folded.slice(from, until < 0 ? folded.length : index + until))
}

function dateFor(
  { folded }: Passage,
  dates: readonly FoundDate[],
  cue: number,
  vocabulary: RecordVocabulary,
): FoundDate | undefined {
  // Where words for signing close the sentence, the date stands before them.
  const isBefore = vocabulary.closing.placeForms !== undefined || vocabulary.language === 'fa'
  const from = isBefore ? Math.max(0, cue - REACH / 2) : cue
  const near = dates.filter((date) => date.start >= from && date.start <= cue + REACH)
  const known = near.filter((date) => !date.isForeign)
  const [first] = known.length > 0 ? known : near
  if (!first) return undefined
  const full = known.find((date) => date.value.iso.length === 10) ?? first
  // Two days of signature in one sentence: which one counts is for the analyst.
  const second = known.find((date) => date.value.iso !== full.value.iso && date.start > full.end)
  const isSameSentence = second !== undefined && !/[.;。]\s/.test(folded.slice(full.end, second.start))
  return isSameSentence && second.value.iso.length === 10
    ? { ...full, value: { ...full.value, uncertain: true } }
    : full
}

function placeFor(
  passage: Passage,
  cue: number,
  date: FoundDate | undefined,
  vocabulary: RecordVocabulary,
): Proposal<string> | undefined {
  const { folded } = passage
  const { at, forms } = patternsOf(vocabulary)
  const until = Math.min(folded.length, date && date.start > cue ? date.end + 50 : cue + REACH / 2)
  for (const form of forms) {
    form.lastIndex = Math.max(0, cue - REACH / 3)
    for (let match = form.exec(folded); match && match.index < until + 20; match = form.exec(folded)) {
      const place = match.groups?.['place'] ?? ''
      const start = match.index + match[0].indexOf(place)
      const found = checkedPlace(passage, start, start + place.length, vocabulary)
      if (found) return found
    }
  }
  at.lastIndex = cue
  for (let match = at.exec(folded); match && match.index < until; match = at.exec(folded)) {
    const start = match.index + match[0].length
    const found = checkedPlace(passage, start, placeEnd(passage, start, vocabulary), vocabulary)
    if (found) return found
    at.lastIndex = match.index + 1
  }
  return undefined
}

/** `London, Moscow and Washington` is one answer; `Arden, on` ends at the comma. */
function placeEnd({ words, folded }: Passage, start: number, vocabulary: RecordVocabulary): number {
  const { ends } = patternsOf(vocabulary)
  ends.lastIndex = start
  for (let match = ends.exec(folded); match; match = ends.exec(folded)) {
    const isShortened = match[0] === '.' && /(?:^|[\s-])\p{L}{1,3}$/u.test(words.slice(start, match.index))
    const rest = words.slice(match.index)
    const isList =
      match[0] === ',' && /^,\s\p{Lu}\p{L}+(?:,\s\p{Lu}\p{L}+)*,?\s\p{Ll}{1,3}\s\p{Lu}/u.test(rest)
    if (!isShortened && !isList) return match.index
  }
  return folded.length
}

function checkedPlace(
  passage: Passage,
  start: number,
  end: number,
  vocabulary: RecordVocabulary,
): Proposal<string> | undefined {
  const printed = passage.words.slice(start, end).trimEnd()
  const folded = passage.folded.slice(start, start + printed.length)
  const { noPlace, names } = patternsOf(vocabulary)
  if (printed.length < 2 || printed.length > LONGEST_PLACE || printed.split(/\s+/).length > 7)
    return undefined
  if (!/^(?:\p{Lu}|\p{Lo}|['’ʼ]\p{Lu})/u.test(printed) || /[\d_]/.test(printed)) return undefined
  if (noPlace.test(folded) || names.test(folded)) return undefined
  if (findDates(`1 ${folded} 1950`, vocabulary).length > 0) return undefined
  const known = vocabulary.closing.placeNames?.[folded]
  return proposalAt(passage, known ?? ordinaryLetters(plain(printed)), start, start + printed.length)
}
