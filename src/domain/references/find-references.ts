import { CLASSES, LETTER } from '../structure/char-classes.ts'
import { isContainer } from '../structure/provision.ts'
import type { ProvisionTree } from '../structure/tree.ts'
import { addressesOf } from './addresses.ts'
import { findCounted } from './counted-references.ts'
import { isInstrumentNoun, readInstrument, type InstrumentWords } from './instrument.ts'
import { anchorAt, readChain } from './read-chain.ts'
import { isCapitalised, matchAt, skipSpace, wordAt, wordBefore, type Word } from './read-words.ts'
import type { Reference } from './reference.ts'
import { referencesOf, type Citation, type Owner } from './resolve-citations.ts'
import { shortNames, type ShortNames } from './short-names.ts'
import type { Chain } from './step.ts'
import { openingHash, vocabularyOf, type Vocabulary } from './vocabulary.ts'

/** The languages whose references are read, as ISO 639-1 codes. */
export const REFERENCE_LANGUAGES = [
  'en',
  'fr',
  'es',
  'pt',
  'de',
  'nl',
  'it',
  'ru',
  'ar',
  'fa',
  'zh',
  'ko',
] as const

/**
 * Finds what a text refers to: its own provisions and other instruments, in reading order, without overlap. Runs in
 * time linear in the length of the text. `languages` are those the text is written in (BCP 47); unknown ones add
 * nothing. A citation of another instrument never becomes a link to this agreement: when it cannot be told which of
 * the two is meant, there is no link.
 */
export function findReferences(text: string, tree: ProvisionTree, languages: readonly string[]): Reference[] {
  const codes = languages.map((language) => language.slice(0, 2).toLowerCase())
  const citations = [
    ...findCitations(text, tree, vocabularyOf(codes)),
    ...(codes.includes('zh') || codes.includes('ko') ? findCounted(text) : []),
  ].sort((a, b) => a.start - b.start)
  return referencesOf(text, tree, addressesOf(tree), citations)
}

function findCitations(text: string, tree: ProvisionTree, vocabulary: Vocabulary): Citation[] {
  const { openings, anchors } = vocabulary
  if (anchors.size === 0) return []
  const found: Citation[] = []
  const names = shortNames(vocabulary)
  const isSkipped = skipper(text, tree)
  const title = tree.provisions.find(({ kind }) => kind === 'title')
  const titleWords = title ? fold(text.slice(title.start, title.end)) : ''
  const hasProtocols = tree.provisions.some(({ kind }) => kind === 'protocol')
  const hasCompounds = vocabulary.endings.length > 0
  let done = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = CLASSES[text.charCodeAt(at)] ?? 0
    if ((unit & LETTER) === 0 || (before & LETTER) !== 0 || text.charCodeAt(at - 1) === HYPHEN) {
      before = unit
      continue
    }
    before = unit
    const mayBeCompound = hasCompounds && isAsciiCapital(text.charCodeAt(at))
    if (openings[openingHash(text, at)] === 0 && !mayBeCompound) continue
    const word = wordAt(text, at)
    const anchor = word && (anchorAt(text, word, vocabulary)?.anchor ?? compound(word, vocabulary))
    if (!word || !anchor || at < done) continue
    if (isSkipped(at)) continue
    const isProtocolOnly = anchor.level?.level === 'protocol' && !hasProtocols
    const chain = anchor.level && !isProtocolOnly ? readChain(text, at, vocabulary) : undefined
    const citation = chain
      ? citationOf(text, chain, found, names, vocabulary)
      : anchor.isInstrument
        ? mention(text, word, done, names, vocabulary, titleWords)
        : undefined
    if (!citation) continue
    found.push(citation)
    done = citation.end
    at = Math.max(at, citation.end - 1)
    before = CLASSES[text.charCodeAt(at)] ?? 0
  }
  return found
}

const HYPHEN = 0x2d

function isAsciiCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || code === 0xdc
}

function compound(word: Word, vocabulary: Vocabulary): { level?: never; isInstrument: true } | undefined {
  return vocabulary.endings.length > 0 && word.end - word.start > 6 && isInstrumentNoun(word, vocabulary)
    ? { isInstrument: true }
    : undefined
}

/** Headings do not refer to themselves, and tables of contents and titles not to anything. */
function skipper(text: string, tree: ProvisionTree): (at: number) => boolean {
  const { provisions } = tree
  let next = 0
  return (at) => {
    while (next + 1 < provisions.length && (provisions[next + 1]?.start ?? 0) <= at) next++
    const provision = provisions[next]
    if (!provision) return false
    if (provision.kind === 'furniture' || provision.kind === 'title') return true
    const opensHeading =
      provision.kind === 'article' || provision.kind === 'rule' || isContainer(provision.kind)
    return opensHeading && at - provision.start < 24 && !/[\p{L}\p{N}]/u.test(text.slice(provision.start, at))
  }
}

/** A citation of provisions with the instrument they are of. */
function citationOf(
  text: string,
  chain: Chain,
  found: readonly Citation[],
  names: ShortNames,
  vocabulary: Vocabulary,
): Citation {
  const { start, end } = chain
  const isAnnexed = chain.steps.some(({ level }) =>
    ['annex', 'protocol', 'appendix', 'schedule'].includes(level),
  )
  const behind = ownerBehind(text, end, found, names, vocabulary, isAnnexed)
  if (behind) return { start, end: behind.end, addressEnd: end, chain, owner: behind.owner }
  const isHere = chain.steps.some(({ pointing }) => pointing !== undefined && pointing !== 'same')
  const owner: Owner = isHere ? { kind: 'own' } : ownerBefore(text, start, found, vocabulary)
  return { start, end, addressEnd: end, chain, owner }
}

interface OwnerBehind {
  readonly owner: Owner
  readonly end: number
}

function ownerBehind(
  text: string,
  end: number,
  found: readonly Citation[],
  names: ShortNames,
  vocabulary: Vocabulary,
  isAnnexed: boolean,
): OwnerBehind | undefined {
  const { inside, thereof } = vocabulary.patterns
  if (matchAt(thereof, text, end)) {
    const owner = lastInstrument(found, end)
    return owner && { owner, end }
  }
  const joint = matchAt(inside, text, end)
  const spaced = skipSpace(text, end)
  const from = joint ? end + joint[0].length : vocabulary.joinsBare && spaced > end ? spaced : undefined
  if (from === undefined) return undefined
  const first = wordAt(text, from)
  if (!first) return undefined
  const pointing = vocabulary.pointing.get(first.lower)
  const at = pointing === undefined ? from : skipSpace(text, first.end)
  const instrument = readInstrument(text, at, vocabulary)
  // Behind a bare space only what surely is an instrument counts.
  if (!instrument && joint && isOtherThing(joint[0], first, vocabulary))
    return { owner: { kind: 'unknown' }, end }
  if (!instrument || (!joint && instrument.noun === undefined)) return undefined
  if (pointing === 'here') return { owner: { kind: 'own' }, end }
  const words = text.slice(instrument.start, instrument.end)
  if (pointing === 'same') {
    const owner = lastInstrument(found, at) ?? { kind: 'other', name: words, isShort: true }
    return { owner, end: instrument.end }
  }
  const known = names.find(words)
  if (known !== undefined)
    return { owner: { kind: 'other', name: known, isShort: true }, end: instrument.end }
  if (!instrument.isNamed && instrument.noun !== undefined)
    return { owner: { kind: 'generic', noun: instrument.noun, words }, end: instrument.end }
  // `Annex 1 to the Port Agreement (“Fees Agreement”)` defines the annex, which has no name here.
  if (!isAnnexed) names.define(text, instrument)
  return { owner: { kind: 'other', name: words, isShort: false }, end: instrument.end }
}

const OF = /^,?\s+(?:of|de|du|des|del|della|do|da|van)(?:\s|$)/i

/** `Chapter 50 of the Harmonized System`: of something with a name, which is not this agreement. */
function isOtherThing(joint: string, first: Word, { ends, endings }: Vocabulary): boolean {
  if (endings.length > 0 || !OF.test(joint) || !isCapitalised(first) || ends.has(first.lower)) return false
  const isHeading = first.text.length > 1 && first.text === first.text.toUpperCase()
  return !isHeading && /\p{Ll}/u.test(first.text)
}

/** The instrument named last, not far before. */
function lastInstrument(found: readonly Citation[], at: number): Owner | undefined {
  const last = found.findLast(({ owner }) => owner.kind === 'other')
  return last && at - last.end < 600 ? last.owner : undefined
}

/** Words that carry an instrument on to articles named behind it. */
const CARRIES =
  /^\s*[,(]?\s*(?:(?:in|its|particular|especially|notably|including|the|notamment|en|particulier|especialmente|insbesondere|in particolare|в|частности|لا سيما|خاصة)\s*,?\s*){0,4}$/iu

function ownerBefore(text: string, start: number, found: readonly Citation[], vocabulary: Vocabulary): Owner {
  const last = found.at(-1)
  if (last && !last.chain && last.owner.kind === 'other' && start - last.end < 40) {
    const between = text.slice(last.end, start)
    if (!between.includes('\n\n') && CARRIES.test(between)) return last.owner
  }
  const before = wordBefore(text, start)
  if (before && /^\p{Lu}{4,8}$/u.test(before.text) && isCapitalised(before)) {
    const isAbbreviation = readInstrument(text, before.start, vocabulary)
    if (isAbbreviation?.isNamed && isAbbreviation.noun === undefined)
      return { kind: 'other', name: before.text, isShort: false }
  }
  return { kind: 'bare' }
}

/** Another instrument named without provisions of it. */
function mention(
  text: string,
  noun: Word,
  done: number,
  names: ShortNames,
  vocabulary: Vocabulary,
  titleWords: string,
): Citation | undefined {
  const isCased = noun.text.toLowerCase() !== noun.text.toUpperCase()
  // Headings in capitals name nothing that could be told apart from their words.
  if (isCased && noun.text === noun.text.toUpperCase()) return undefined
  let start = noun.start
  let word = isCased ? wordBefore(text, start) : undefined
  for (let i = 0; i < 5 && word && word.start >= done; i++) {
    const isPart =
      isCapitalised(word) &&
      !vocabulary.ends.has(word.lower) &&
      !vocabulary.pointing.has(word.lower) &&
      !vocabulary.naming.has(word.lower)
    if (!isPart || opensSentence(text, word) || text.slice(word.end, start).includes('\n')) break
    start = word.start
    word = wordBefore(text, start)
  }
  const before = wordBefore(text, start)
  if (before && (vocabulary.vague.has(before.lower) || vocabulary.pointing.has(before.lower))) {
    if (!['of', 'de', 'di', 'by', 'in', 'por', 'par', 'd', 'its', 'their'].includes(before.lower))
      return undefined
  }
  // Russian, Arabic and Persian write the noun small: it needs a name behind or before it all the more.
  if (isCased && !isCapitalised(noun) && start === noun.start && !/^\p{Script=Cyrillic}/u.test(noun.text))
    return undefined
  const instrument = readInstrument(text, start, vocabulary)
  if (!instrument?.isNamed || instrument.noun === undefined) return undefined
  if (!isCased && !namesWithoutCapitals(text.slice(instrument.start, instrument.end))) return undefined
  const name = text.slice(instrument.start, instrument.end)
  if ((WEAK.test(noun.lower) && !/\d/.test(name)) || name.startsWith('Declaration of Origin'))
    return undefined
  const isSentence = instrument.end - instrument.start < 8
  if (isSentence || !isLongEnough(instrument, name) || isOwnName(name, titleWords)) return undefined
  const known = names.find(name)
  if (known === undefined) names.define(text, instrument)
  return {
    start: instrument.start,
    end: instrument.end,
    addressEnd: instrument.end,
    owner: { kind: 'other', name: known ?? name, isShort: known !== undefined },
  }
}

/** Arabic and Persian nouns that stand for one instrument with its name behind them, or with a year. */
const CONSTRUCT =
  /^(?:ميثاق|معاهدة|اتفاقية|بروتوكول|منشور|معاهده|عهدنامه|موافقتنامه|موافقت‌نامه|کنوانسیون|پروتکل|اساسنامه|میثاق)\s(?!بين|بین|و|که|التي|ای\s)/

function namesWithoutCapitals(name: string): boolean {
  return CONSTRUCT.test(name) || /[\d٠-٩۰-۹]{4}/.test(name)
}

/** Nouns of which treaties speak in general: without a number or a year they name nothing. */
const WEAK =
  /^(?:laws?|rules?|regulations?|acts?|code|understanding|resolution|constitution|directive|loi|ley|legge|lei|wet|réglement|règlement|reglamento|regulamento|regolamento|decreto|código|codice|закон.*|положени.*|кодекс.*|акт.*)$/

function opensSentence(text: string, word: Word): boolean {
  return /[.;:\n]\s*$/.test(text.slice(Math.max(0, word.start - 3), word.start))
}

function isLongEnough({ noun }: InstrumentWords, name: string): boolean {
  return name.trim().split(/\s+/).length >= 2 && name.toLowerCase() !== noun
}

function isOwnName(name: string, titleWords: string): boolean {
  return name.length > 12 && titleWords.includes(fold(name))
}

function fold(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ').trim()
}
