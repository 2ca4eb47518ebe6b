import { guessLanguage } from '../../text/guess-language.ts'
import { isAttachment, type Provision } from '../../structure/provision.ts'
import type { InstrumentKind } from '../agreement.ts'
import type { UncertainDate } from '../uncertain-date.ts'
import { findDates } from './find-dates.ts'
import { passageOf, type Passage, type Proposal } from './passage.ts'
import { proposeAnnexes } from './propose-annexes.ts'
import { proposeSigning, speaksOfSigning, type SigningProposals } from './propose-closing.ts'
import { proposeLanguages } from './propose-languages.ts'
import { proposeParties } from './propose-parties.ts'
import { proposeTerm, type TermProposals } from './propose-term.ts'
import { instrumentNoun, proposeKind, proposeTitle } from './propose-title.ts'
import { RECORD_VOCABULARIES } from './vocabularies/vocabularies.ts'
import type { RecordVocabulary } from './vocabulary.ts'

/** What Pacta proposes for a new record. The analyst confirms or corrects each. */
export interface RecordProposals extends SigningProposals, TermProposals {
  readonly title?: Proposal<string>
  readonly kind?: Proposal<InstrumentKind>
  readonly parties?: Proposal<readonly string[]>
  readonly languages?: Proposal<readonly string[]>
  readonly annexes?: Proposal<readonly string[]>
}

/** So many of the last articles are read for final clauses, and so much of each. */
const LAST_ARTICLES = 15
const ARTICLE_HEAD = 6000
const CLOSING = 2500

/**
 * Finds the facts of a record where agreements state them: title, kind and parties above the first article; place,
 * date and languages at the close; the term in the last articles; annexes in the structure. Nothing is proposed that
 * the words do not say. `language` is an ISO 639-1 code or a tag that begins with one. Pure; never throws; reads only
 * those parts of the text, so that its cost does not grow with the length of the rest.
 */
export function proposeRecord(
  text: string,
  provisions: readonly Provision[],
  language?: string,
): RecordProposals {
  const main = mainBody(text, provisions)
  const closing = closingOf(text, main)
  const vocabularies = vocabulariesFor(text, closing, language)
  return merged([
    ...vocabularies.map((vocabulary) => proposalsIn(text, main, closing, vocabulary)),
    annexesOf(text, provisions),
  ])
}

/** What is agreed outside its annexes. Annexes to chapters may stand in the middle of it. */
interface MainBody {
  readonly provisions: readonly Provision[]
  /** UTF-16 offset where it ends, or the annexes behind it begin. */
  readonly end: number
  readonly testimonium: Provision | undefined
}

function mainBody(text: string, provisions: readonly Provision[]): MainBody {
  const own: Provision[] = []
  let outer: Provision | undefined
  let end = text.length
  for (const provision of provisions) {
    if (outer && provision.depth <= outer.depth && !isAttachment(provision.kind)) {
      outer = undefined
      end = text.length
    }
    if (!outer && isAttachment(provision.kind)) {
      outer = provision
      end = provision.start
    }
    if (!outer) own.push(provision)
  }
  const isClosing = (p: Provision): boolean => p.kind === 'testimonium'
  const testimonium = own.find(isClosing) ?? provisions.find(isClosing)
  return { provisions: own, end, testimonium }
}

/** The testimonium, or the end of the main body where none is found. */
function closingOf(text: string, { end, testimonium }: MainBody): Passage {
  if (!testimonium) return passageOf(text, Math.max(0, end - 1500), end)
  const { start } = testimonium
  // Signatures may stand above the date.
  return passageOf(
    text,
    start,
    Math.min(text.length, Math.max(testimonium.end, start + 600), start + CLOSING),
  )
}

/** The language that the text is said to be in, then that of its opening and its close. */
function vocabulariesFor(
  text: string,
  closing: Passage,
  language: string | undefined,
): readonly RecordVocabulary[] {
  const wanted = [language, guessLanguage(text.slice(0, 4000)), guessLanguage(closing.words)]
  const codes = new Set(wanted.flatMap((tag) => (tag === undefined ? [] : [tag.slice(0, 2).toLowerCase()])))
  const known = [...codes].flatMap((code) => RECORD_VOCABULARIES.filter((one) => one.language === code))
  if (language !== undefined) return known
  // A guess may fail on a short text: then the word for an agreement and that for its signing tell.
  const head = passageOf(text, 0, 400).folded
  const likely = RECORD_VOCABULARIES.filter(
    (one) => instrumentNoun(one).test(head) && speaksOfSigning(closing, one),
  )
  return [...new Set([...likely, ...known])]
}

function proposalsIn(
  text: string,
  main: MainBody,
  closing: Passage,
  vocabulary: RecordVocabulary,
): RecordProposals {
  const title = proposeTitle(text, main.provisions, vocabulary)
  const parties = proposeParties(text, main.provisions, title, vocabulary)
  const kind = title && proposeKind(text, title, vocabulary)
  const signing = proposeSigning(closing, vocabulary, main.testimonium !== undefined)
  const signedOn = signing.signedOn ?? (title && dateInTitle(text, title, vocabulary))
  const finals = finalClauses(text, main)
  const languages =
    proposeLanguages(closing, vocabulary, 1) ??
    finals
      .toReversed()
      .map((passage) => proposeLanguages(passage, vocabulary, 2))
      .find((found) => found !== undefined)
  return {
    ...(title ? { title } : {}),
    ...(kind ? { kind } : {}),
    ...(parties ? { parties } : {}),
    ...signing,
    ...(signedOn ? { signedOn } : {}),
    ...proposeTerm(main.testimonium ? [...finals, closing] : finals, signedOn, vocabulary),
    ...(languages ? { languages } : {}),
  }
}

function finalClauses(text: string, { provisions, end }: MainBody): Passage[] {
  const articles = provisions.filter((p) => p.kind === 'article').slice(-LAST_ARTICLES)
  if (articles.length === 0) return [passageOf(text, Math.max(0, end - ARTICLE_HEAD), end)]
  return articles.map((article) =>
    passageOf(text, article.start, Math.min(article.end, article.start + ARTICLE_HEAD)),
  )
}

/** `Agreement of 4 March 1951 on trade`, `Treaty on trade (Arden, 4 March 1951)`: the date of the title's own act. */
function dateInTitle(
  text: string,
  title: Proposal<string>,
  vocabulary: RecordVocabulary,
): Proposal<UncertainDate> | undefined {
  const passage = passageOf(text, title.start, Math.min(text.length, title.end + 60))
  const length = title.end - title.start
  for (const date of findDates(passage.folded, vocabulary)) {
    if (date.isForeign || date.value.iso.length < 10) continue
    const before = passage.words.slice(0, date.start)
    const isOwn = /^\s*\S+(?:\s\S+){0,3}\s(?:vom|van|of|du|del|de|от|di)\s$/iu.test(before)
    const isBracketed = date.start >= length - 1 && /\(\s*(?:\p{Lu}[\p{L}. -]*,\s*)?$/u.test(before)
    if (isOwn || isBracketed)
      return { value: date.value, start: passage.start + date.start, end: passage.start + date.end }
  }
  return undefined
}

function annexesOf(text: string, provisions: readonly Provision[]): RecordProposals {
  const annexes = proposeAnnexes(text, provisions)
  return annexes ? { annexes } : {}
}

/** The first language that has an answer gives it. */
function merged(found: readonly RecordProposals[]): RecordProposals {
  return Object.assign({}, ...found.toReversed()) as RecordProposals
}
