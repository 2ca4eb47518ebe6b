import type { Duration, Renewal } from '../agreement.ts'
import type { Period } from '../period.ts'
import type { UncertainDate } from '../uncertain-date.ts'
import { findDates } from './find-dates.ts'
import { plain, proposalAt, sentencesOf, type Passage, type Proposal, type Sentence } from './passage.ts'
import { instrumentNoun } from './propose-title.ts'
import { periodOf, termPatterns } from './term-patterns.ts'
import type { RecordVocabulary } from './vocabulary.ts'

/** When an agreement begins and ends, as its final clauses say. */
export interface TermProposals {
  /** The clause on entry into force, in its own words. */
  readonly entryIntoForce?: Proposal<string>
  readonly inForceOn?: Proposal<UncertainDate>
  readonly duration?: Proposal<Duration>
  readonly renewal?: Proposal<Renewal>
  readonly notice?: Proposal<Period>
}

/** A clause is proposed as a value up to this length; longer ones are cut at a word. */
const LONGEST_CLAUSE = 480

/** Reads final clauses, the articles that may hold them and the closing words, in their order. */
export function proposeTerm(
  passages: readonly Passage[],
  signedOn: Proposal<UncertainDate> | undefined,
  vocabulary: RecordVocabulary,
): TermProposals {
  const clauses = passages.flatMap((passage) => clausesOf(passage, vocabulary))
  const force = first(clauses, (clause) => forceIn(clause, vocabulary))
  return {
    ...force,
    ...inForceOf(clauses, signedOn, vocabulary),
    ...optional(
      'duration',
      first(clauses, (clause) => durationIn(clause, vocabulary)),
    ),
    ...optional(
      'renewal',
      first(clauses, (clause) => renewalIn(clause, vocabulary)),
    ),
    ...optional(
      'notice',
      first(clauses, (clause) => noticeIn(clause, vocabulary)),
    ),
  }
}

interface Clause {
  readonly passage: Passage
  readonly sentence: Sentence
  readonly folded: string
  /** It, or the sentence before it, speaks of the agreement itself. */
  readonly isOfAgreement: boolean
  /** It follows such a sentence with nothing but short ones between: enough for what only agreements have. */
  readonly isNearIt: boolean
}

function clausesOf(passage: Passage, vocabulary: RecordVocabulary): Clause[] {
  const noun = instrumentNoun(vocabulary)
  const { mention } = termPatterns(vocabulary)
  let spokenOf = false
  let isNear = false
  return sentencesOf(passage).map((sentence) => {
    const folded = passage.folded.slice(sentence.start, sentence.end)
    // `Permits under this Agreement` are not the agreement.
    const speaks = noun.test(mention ? folded.replace(mention, '') : folded)
    const isOfAgreement = speaks || spokenOf
    const isNearIt = speaks || isNear
    isNear = speaks || (isNear && folded.length < 300)
    spokenOf = speaks
    return { passage, sentence, folded, isOfAgreement, isNearIt }
  })
}

function first<T>(clauses: readonly Clause[], find: (clause: Clause) => T | undefined): T | undefined {
  for (const clause of clauses) {
    const found = find(clause)
    if (found !== undefined) return found
  }
  return undefined
}

function optional<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  const result: { [P in K]?: T } = {}
  if (value !== undefined) result[key] = value
  return result
}

function isForce(clause: Clause, vocabulary: RecordVocabulary): RegExpExecArray | undefined {
  const { force, otherForce } = termPatterns(vocabulary)
  if (otherForce.test(clause.folded)) return undefined
  for (const pattern of force) {
    const match = pattern.exec(clause.folded)
    if (match && opensClause(clause, match.index)) return match
  }
  return undefined
}

/** Whether the main clause begins here: "after this Treaty enters into force" only speaks of it. */
function opensClause({ passage, sentence }: Clause, index: number): boolean {
  const before = passage.words.slice(sentence.start, sentence.start + index)
  const word = /(\S+)\s*$/u.exec(before)?.[1] ?? ''
  // Behind a heading in capitals, a line of its own, a number, a comma or a stop.
  return (
    /(?:^|[\n,.:;)）、\]–—-]|\d)\s*$/u.test(before) || (word === word.toUpperCase() && /\p{Lu}/u.test(word))
  )
}

function forceIn(
  clause: Clause,
  vocabulary: RecordVocabulary,
): Pick<TermProposals, 'entryIntoForce'> | undefined {
  const match = isForce(clause, vocabulary)
  if (!match || !clause.isOfAgreement) return undefined
  const { passage, sentence } = clause
  // A heading or a number may stand before the clause on lines of its own.
  const printed = passage.words.slice(sentence.start, sentence.end)
  const lead = printed.slice(0, match.index).lastIndexOf('\n') + 1
  const from = isLineOfClause(printed.slice(0, lead)) ? 0 : lead
  const words = printed.slice(from)
  const marker = /^\s*(?:\(?\d{1,2}[.)]\s+)?/u.exec(words)?.[0].length ?? 0
  const start = sentence.start + from + marker
  const value = cut(plain(words.slice(marker)))
  return value.length < 8 ? undefined : { entryIntoForce: proposalAt(passage, value, start, sentence.end) }
}

/** Whether lines before the match belong to the sentence: hard-wrapped lines are long, headings are short. */
function isLineOfClause(before: string): boolean {
  const line = before.trimEnd().split('\n').at(-1) ?? ''
  return line.length > 45 || /[,]$/.test(line)
}

function cut(words: string): string {
  return words.length <= LONGEST_CLAUSE ? words : `${words.slice(0, LONGEST_CLAUSE).replace(/\s\S*$/u, '')} …`
}

/** A day on which it is known to begin: one that the clause gives, or that of signature when the clause says so. */
function inForceOf(
  clauses: readonly Clause[],
  signedOn: Proposal<UncertainDate> | undefined,
  vocabulary: RecordVocabulary,
): Pick<TermProposals, 'inForceOn'> {
  for (const clause of clauses) {
    const match = isForce(clause, vocabulary)
    if (!match) continue
    const { passage, sentence, folded } = clause
    const after = match.index + match[0].length
    const date = findDates(folded, vocabulary).find(
      (one) => one.start >= match.index && one.start <= after + 40 && one.value.iso.length === 10,
    )
    const at = (from: number, to: number, value: UncertainDate): Pick<TermProposals, 'inForceOn'> => ({
      inForceOn: proposalAt(passage, value, sentence.start + from, sentence.start + to),
    })
    if (date && !/,/.test(folded.slice(after, date.start))) return at(match.index, date.end, date.value)
    const onSignature = termPatterns(vocabulary).onSignature.exec(folded)
    if (!onSignature || !signedOn || signedOn.value.iso.length < 10) continue
    const [from, to] = [onSignature.index, onSignature.index + onSignature[0].length]
    // "Thirty days after signature" is not the day of signature, nor is "upon signature and ratification".
    const around = folded.slice(Math.max(0, from - 30), from)
    const isMoved = termDelay(around, vocabulary) || /ratif|ратиф|تصديق|批准|비준/u.test(folded)
    if (
      !isMoved &&
      Math.min(
        Math.abs(from - after),
        Math.abs(match.index - to),
        from >= match.index && to <= after ? 0 : Infinity,
      ) <= 40
    )
      return at(Math.min(match.index, from), Math.max(after, to), signedOn.value)
  }
  return {}
}

function termDelay(words: string, { term }: RecordVocabulary): boolean {
  return new RegExp(`(?:${term.days}|${term.months}|${term.years})\\)?(?!\\p{L})`, 'u').test(words)
}

function durationIn(clause: Clause, vocabulary: RecordVocabulary): Proposal<Duration> | undefined {
  if (!clause.isOfAgreement) return undefined
  const { fixed, indefinite } = termPatterns(vocabulary)
  for (const pattern of fixed) {
    const match = pattern.exec(clause.folded)
    const period = match && periodOf(match, vocabulary)
    // Days of validity are those of an offer or a visa.
    if (match && period && period.unit !== 'day')
      return at(clause, match, { kind: 'fixed', period } satisfies Duration)
  }
  for (const pattern of indefinite) {
    const match = pattern.exec(clause.folded)
    if (match) return at(clause, match, { kind: 'indefinite' } satisfies Duration)
  }
  return undefined
}

function renewalIn(clause: Clause, vocabulary: RecordVocabulary): Proposal<Renewal> | undefined {
  if (!clause.isOfAgreement) return undefined
  const { renewal, ending } = termPatterns(vocabulary)
  for (const [i, pattern] of renewal.entries()) {
    const match = pattern.exec(clause.folded)
    const period = match && periodOf(match, vocabulary)
    if (match && period && period.unit !== 'day')
      return at(clause, match, { automatic: i === 0 || ending.test(clause.folded), period })
  }
  return undefined
}

function noticeIn(clause: Clause, vocabulary: RecordVocabulary): Proposal<Period> | undefined {
  const { notice, ending } = termPatterns(vocabulary)
  if (!clause.isNearIt || !ending.test(clause.folded)) return undefined
  for (const pattern of notice) {
    const match = pattern.exec(clause.folded)
    const period = match && periodOf(match, vocabulary)
    if (match && period) return at(clause, match, period)
  }
  return undefined
}

function at<T>({ passage, sentence }: Clause, match: RegExpExecArray, value: T): Proposal<T> {
  const start = sentence.start + match.index + match[0].length - match[0].trimStart().length
  return proposalAt(passage, value, start, start + match[0].trim().length)
}
