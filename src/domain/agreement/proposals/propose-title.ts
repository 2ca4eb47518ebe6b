import type { Provision } from '../../structure/provision.ts'
import { phrases } from '../../structure/grammar.ts'
import { GRAMMARS } from '../../structure/grammars/grammars.ts'
import type { InstrumentKind } from '../agreement.ts'
import { readableTitle } from '../readable-title.ts'
import { passageOf, plain, proposalAt, type Passage, type Proposal } from './passage.ts'
import { compile, once } from './patterns.ts'
import type { RecordVocabulary } from './vocabulary.ts'

/** A title stands in so much of a text. UTF-16 units. */
const HEAD = 3000
const LONGEST_TITLE = 450

const nounsOf = once((vocabulary: RecordVocabulary) => {
  const glued = vocabulary.language === 'zh' || vocabulary.language === 'ko'
  const bounded = (names: string): RegExp => compile(glued ? `(?:${names})` : `\\b(?:${names})\\b`)
  return {
    any: bounded(vocabulary.instruments.map(([, names]) => names).join('|')),
    kinds: vocabulary.instruments.map(([kind, names]) => ({ kind, pattern: bounded(names) })),
  }
})

/** The nouns by which agreements of a language call themselves, as one pattern for folded text. */
export function instrumentNoun(vocabulary: RecordVocabulary): RegExp {
  return nounsOf(vocabulary).any
}

/** The title, when the lines above the agreement hold one: a title says what it is the title of. */
export function proposeTitle(
  text: string,
  provisions: readonly Provision[],
  vocabulary: RecordVocabulary,
): Proposal<string> | undefined {
  const set = provisions[0]?.kind === 'title' ? provisions[0] : undefined
  const head = passageOf(text, 0, headEnd(text, provisions))
  const found =
    (set && titleIn(head, set.start, Math.min(set.end, head.words.length), vocabulary)) ??
    capitalTitle(head, vocabulary)
  return found
}

/** What a title calls its agreement, with the word that does. */
export function proposeKind(
  text: string,
  title: Proposal<string>,
  vocabulary: RecordVocabulary,
): Proposal<InstrumentKind> | undefined {
  const passage = passageOf(text, title.start, title.end)
  const { folded } = passage
  // The first noun is the agreement's own; others are those it amends or carries out.
  const found = nounsOf(vocabulary)
    .kinds.map(({ kind, pattern }) => ({ kind, match: pattern.exec(folded) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))
  // Chinese and Korean put it last.
  const isLast = vocabulary.language === 'zh' || vocabulary.language === 'ko'
  const named = isLast ? found.at(-1) : found[0]
  if (!named?.match) return undefined
  const { index, 0: word } = named.match
  return proposalAt(passage, named.kind, index, index + word.length)
}

function headEnd(text: string, provisions: readonly Provision[]): number {
  const first = provisions.find((p) => p.kind === 'article')
  return Math.min(first?.start ?? HEAD, HEAD, text.length)
}

interface TitleLine {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly folded: string
}

function linesIn(head: Passage, from: number, to: number): TitleLine[] {
  const lines: TitleLine[] = []
  for (const match of head.words.slice(from, to).matchAll(/[^\n]+/g)) {
    const words = match[0].trim()
    if (words === '') continue
    const start = from + match.index + match[0].indexOf(words)
    const end = start + words.length
    lines.push({ start, end, words, folded: head.folded.slice(start, end) })
  }
  return lines
}

function titleIn(
  head: Passage,
  from: number,
  to: number,
  vocabulary: RecordVocabulary,
): Proposal<string> | undefined {
  const { any } = nounsOf(vocabulary)
  let lines = linesIn(head, from, to)
  const at = lines.findIndex((line) => any.test(line.folded))
  const named = lines[at]
  if (!named) return undefined
  // Lines above the one that names it belong to the title when they lead up to it: `Economic and / Trade Agreement`.
  const noun = any.exec(named.folded)
  if (at > 0 && noun && noun.index <= 4 && isCapitals(named.words) !== isCapitals(lines[0]?.words ?? ''))
    lines = lines.slice(at)
  const kept = wholeTitle(lines, lines.indexOf(named), vocabulary)
  const [first] = kept
  const last = kept.at(-1)
  if (!first || !last) return undefined
  const isCut = kept.length < lines.length
  const end = !isCut && endsOpen(last.words, vocabulary) ? nextLineEnd(head, last.end) : last.end
  return checkedTitle(head, first.start, end, vocabulary)
}

/** What a preamble says of its parties and no title does. */
const NAMED_BELOW =
  /hereinafter|hereafter|ci-apres|en adelante|en lo sucesivo|doravante|nachstehend|im folgenden|hierna|далее|именуем|di seguito|المشار|از این پس|以下简称|以下簡稱/u

/** Title lines up to what is none: a note, a reference number, a preamble that was taken along. */
function wholeTitle(
  lines: readonly TitleLine[],
  named: number,
  vocabulary: RecordVocabulary,
): readonly TitleLine[] {
  const end = lines.findIndex((line, i) => {
    if (i <= named) return false
    if (!/\p{L}/u.test(line.words) || line.words.startsWith('*') || NAMED_BELOW.test(line.folded)) return true
    const before = lines[i - 1]
    if (before && endsOpen(before.words, vocabulary)) return false
    const isReference = (line.words.match(/\d+/g) ?? []).length >= 2 && !/\p{Ll}{3}/u.test(line.words)
    const printed = lines.slice(0, i).map(({ words }) => words)
    const isUnlike =
      isShouted(printed.join(' ')) && printed.join(' ').split(/\s+/).length >= 3 && !isShouted(line.words)
    return isReference || (isUnlike && /^\p{Lu}\p{Ll}*\s/u.test(line.words))
  })
  return end < 0 ? lines : lines.slice(0, end)
}

/** A title in capitals above or before ordinary letters, in a text whose lines were lost or are of other kinds. */
function capitalTitle(head: Passage, vocabulary: RecordVocabulary): Proposal<string> | undefined {
  const { any } = nounsOf(vocabulary)
  // A run of words in capitals, over line ends.
  for (const match of head.words.matchAll(/(?:[\p{Lu}\d][\p{Lu}\p{M}\d'’.-]*[\s,()“”"]+){3,}/gu)) {
    const run = match[0].trimEnd()
    const folded = head.folded.slice(match.index, match.index + run.length)
    const noun = any.exec(folded)
    if (!noun || noun.index > 60) continue
    // What stands above the noun on lines of its own is an authority or a place of publication.
    const from = run.slice(0, noun.index).lastIndexOf('\n') + 1
    // The next sentence begins with a capital letter: `TRADE The Government`.
    const tail = /\s\p{Lu}$/u.exec(run)
    const end = match.index + (tail && run.length > tail.index ? tail.index : run.length)
    const found = checkedTitle(head, match.index + from, end, vocabulary)
    if (found && found.value.split(' ').length >= 3) return found
  }
  return undefined
}

function checkedTitle(
  head: Passage,
  start: number,
  end: number,
  vocabulary: RecordVocabulary,
): Proposal<string> | undefined {
  let printed = head.words.slice(start, end)
  // `(Arden, 10 May 2007)`, behind a title, says when and where; it is no part of it.
  printed = printed.replace(/\s*\([^()]{0,60}\d{4}[^()]{0,12}\)\s*$/u, '')
  printed = printed.replace(/(?:[\s.,:;_([]|\*+\)?|\[\d+\])+$/u, '')
  const value = withoutShouting(plain(printed), vocabulary)
  const { any } = nounsOf(vocabulary)
  const folded = head.folded.slice(start, start + printed.length)
  if (value.length < 4 || value.length > LONGEST_TITLE || !any.test(folded)) return undefined
  // Letters of a wrong encoding, or glued to what stood before.
  if (/\p{L}\?\p{L}|[ÐÑÃØÙ][\u0080-\u00bf\u2000-\u2122]|\uFFFD/u.test(value)) return undefined
  if (NAMED_BELOW.test(folded)) return undefined
  if (/[;:。；]$|\p{L}{3}[.] \p{Lu}\p{Ll}/u.test(value) || !/^[\p{Lu}\p{Lo}\p{N}"“«《]/u.test(value))
    return undefined
  return proposalAt(head, value, start, start + printed.length)
}

/** English titles in capitals become ordinary letters; in other languages only a first word alone in capitals. */
function withoutShouting(title: string, { language }: RecordVocabulary): string {
  if (language === 'en') return readableTitle(title)
  const [first = '', ...rest] = title.split(' ')
  const isAlone = rest.length > 0 && isCapitals(first) && !isShouted(rest.join(' ')) && first.length > 3
  return isAlone ? [first.charAt(0) + first.slice(1).toLowerCase(), ...rest].join(' ') : title
}

function endsOpen(words: string, { language }: RecordVocabulary): boolean {
  const grammar = GRAMMARS.find((one) => one.language === language)
  const last = words.toLowerCase().split(/\s+/).at(-1) ?? ''
  return grammar !== undefined && phrases(grammar.breaksOff).includes(last)
}

function nextLineEnd(head: Passage, end: number): number {
  const next = linesIn(head, end, Math.min(head.words.length, end + 300))[0]
  return next && next.words.length < 160 ? next.end : end
}

/** Whether most letters are capitals; scans misread some. */
function isShouted(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  return (words.match(/\p{Lu}/gu)?.length ?? 0) > letters * 0.7
}

function isCapitals(words: string): boolean {
  return words === words.toUpperCase() && words !== words.toLowerCase()
}
