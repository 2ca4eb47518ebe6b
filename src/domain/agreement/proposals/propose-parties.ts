import type { Provision } from '../../structure/provision.ts'
import { ordinaryLetters, passageOf, plain, proposalAt, type Passage, type Proposal } from './passage.ts'
import { compile, once } from './patterns.ts'
import type { RecordVocabulary } from './vocabulary.ts'

const PREAMBLE_HEAD = 1500
const LONGEST_PARTY = 100
const MOST_PARTIES = 60

const patternsOf = once(({ parties }: RecordVocabulary) => ({
  between: compile(parties.between),
  and: compile(parties.and, 'g'),
  lead: compile(`^(?:${parties.lead})`),
  tail: compile(`(?:${parties.tail ?? '(?!)'})$`),
  titleEnds: compile(parties.titleEnds, 'g'),
  preambleEnds: compile(`[;:(]|${parties.preambleEnds}`),
  generic: compile(parties.generic),
  wholes: parties.wholes === undefined ? undefined : compile(parties.wholes, 'g'),
  nominative: (parties.nominative ?? []).map(([pattern, name]) => [compile(`^${pattern}`), name] as const),
}))

/** The parties as the preamble names them, or the title; nothing when neither names two at least. */
export function proposeParties(
  text: string,
  provisions: readonly Provision[],
  title: Proposal<string> | undefined,
  vocabulary: RecordVocabulary,
): Proposal<readonly string[]> | undefined {
  const preamble = provisions.find((p) => p.kind === 'preamble')
  const fromPreamble = (start: number, heading: number): Proposal<readonly string[]> | undefined =>
    partiesOfPreamble(passageOf(text, start, start + PREAMBLE_HEAD), heading, vocabulary)
  const found =
    (preamble && fromPreamble(Math.max(preamble.start, title?.end ?? 0), preamble.heading?.length ?? 0)) ??
    (title && fromPreamble(title.end, 0))
  if (found) return found
  if (!title || vocabulary.parties.declines) return undefined
  return partiesOfTitle(passageOf(text, title.start, title.end), vocabulary)
}

/** `The Government of Ardia and the Government of Belmark, hereinafter …`. */
function partiesOfPreamble(
  preamble: Passage,
  heading: number,
  vocabulary: RecordVocabulary,
): Proposal<readonly string[]> | undefined {
  // Notes to the title may stand between it and the preamble.
  const skipped = /^(?:[\s.:,_–—-]|\*\)[^\n]*(?:\n|$))*/u.exec(preamble.words.slice(heading))?.[0].length ?? 0
  const start = heading + skipped
  // Short names in brackets behind a party are not the end: `Ardia ("Ardia") and Belmark ("Belmark")`.
  const { words, folded } = withoutShortNames(preamble)
  const { preambleEnds } = patternsOf(vocabulary)
  const stop = preambleEnds.exec(folded.slice(start))
  if (!stop) return undefined
  const end = start + stop.index
  return named(preamble, split(words, folded, start, end, vocabulary), vocabulary)
}

function withoutShortNames({ words, folded }: Passage): { words: string; folded: string } {
  let [plainWords, plainFolded] = [words, folded]
  for (const match of words.matchAll(/[(（]\s*[“”"«„'‘][^()（）]{1,60}[)）]|\(\p{Lu}[\p{L}]{1,20}\)/gu)) {
    const blank = ' '.repeat(match[0].length)
    plainWords = plainWords.slice(0, match.index) + blank + plainWords.slice(match.index + blank.length)
    plainFolded = plainFolded.slice(0, match.index) + blank + plainFolded.slice(match.index + blank.length)
  }
  return { words: plainWords, folded: plainFolded }
}

/** `Agreement between Ardia and Belmark on trade`. */
function partiesOfTitle(
  title: Passage,
  vocabulary: RecordVocabulary,
): Proposal<readonly string[]> | undefined {
  const { between, titleEnds, and } = patternsOf(vocabulary)
  const match = between.exec(title.folded)
  if (!match) return undefined
  const start = match.index + match[0].length
  and.lastIndex = start
  const joint = and.exec(title.folded)
  if (!joint) return undefined
  titleEnds.lastIndex = joint.index + joint[0].length
  const stop = titleEnds.exec(title.folded)
  const end = stop ? stop.index : title.folded.length
  return named(title, split(title.words, title.folded, start, end, vocabulary), vocabulary)
}

interface Part {
  readonly start: number
  readonly end: number
}

/** Cuts a range at the words for "and" and at commas, where every piece is a name. */
function split(
  words: string,
  folded: string,
  start: number,
  end: number,
  vocabulary: RecordVocabulary,
): Part[] {
  const { and, wholes } = patternsOf(vocabulary)
  and.lastIndex = 0
  const within = [...(wholes ? folded.matchAll(wholes) : [])].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const isWhole = (at: number): boolean => within.some((name) => at > name.start && at < name.end)
  const range = folded.slice(start, end)
  const cuts = [...range.matchAll(and), ...range.matchAll(/[,،、]|\n\s*\n|(?<=,)\n/gu)]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .filter((cut) => !isWhole(cut.start))
    .sort((a, b) => a.start - b.start)
  const parts: Part[] = []
  let at = start
  for (const cut of [...cuts, { start: end, end }]) {
    if (cut.start > at) parts.push({ start: at, end: cut.start })
    at = Math.max(at, cut.end)
  }
  return parts.filter((part) => /[\p{L}]/u.test(words.slice(part.start, part.end)))
}

function named(
  passage: Passage,
  parts: readonly Part[],
  vocabulary: RecordVocabulary,
): Proposal<readonly string[]> | undefined {
  if (parts.length < 2 || parts.length > MOST_PARTIES) return undefined
  const names = parts.map((part) => partyName(passage.words.slice(part.start, part.end), vocabulary))
  const known = names.filter((name) => name !== undefined)
  if (known.length !== parts.length || new Set(known).size !== known.length) return undefined
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return undefined
  const lead = /^\s*/u.exec(passage.words.slice(first.start))?.[0].length ?? 0
  const printedEnd = first.start + passage.words.slice(first.start, last.end).trimEnd().length
  return proposalAt(passage, known, first.start + lead, printedEnd)
}

function partyName(printed: string, vocabulary: RecordVocabulary): string | undefined {
  const bare = plain(withoutShortNames(passageOf(printed, 0, printed.length)).words)
  const { lead, tail, generic } = patternsOf(vocabulary)
  const folded = passageOf(bare, 0, bare.length).folded
  if (generic.test(folded)) return undefined
  const from = lead.exec(folded)?.[0].length ?? 0
  const to = bare.length - (tail.exec(folded)?.[0].length ?? 0)
  const name = bare.slice(from, to).replace(/[\s.–—-]+$/u, '')
  const proper = nominative(name, bare, from, vocabulary)
  if (proper.length < 2 || proper.length > LONGEST_PARTY || proper.split(' ').length > 14) return undefined
  // A name begins with a capital where there are any, and has no verbs' endings for a first word.
  if (!/^(?:\p{Lu}|\p{Lo})/u.test(proper) || /[\d:;?!“”"]/.test(proper)) return undefined
  if (/^(?:of|de|del|des|du|da|do|dos|der|della|di|van|von|the|les?|las?|los|el)\s/iu.test(proper))
    return undefined
  if (/^\p{L}+(?:ing|ant|ndo)\b/u.test(proper) && proper.split(' ').length > 2) return undefined
  return ordinaryParty(proper)
}

/** What stands behind "the government of" in a language with cases is given its own form, or left whole. */
function nominative(name: string, bare: string, from: number, vocabulary: RecordVocabulary): string {
  if (!vocabulary.parties.declines || from === 0) return name
  const folded = passageOf(name, 0, name.length).folded
  for (const [pattern, form] of patternsOf(vocabulary).nominative) {
    const match = pattern.exec(folded)
    if (!match) continue
    const replaced = folded.slice(0, match[0].length).replace(pattern, form)
    return withCapitals(replaced + name.slice(match[0].length), name)
  }
  // Only the article was taken away: what it said of case and number goes to the adjective.
  const article = /^(?:die|der|das)\s$/i.test(bare.slice(0, from))
    ? bare.slice(0, from - 1).toLowerCase()
    : ''
  if (article === 'der')
    return name
      .replace(/^(\p{L}+(?:isch|lich))e (?=\p{Lu})/u, '$1er ')
      .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  if (article === 'die') return name.replace(/^(\p{Lu}\p{Ll}+t)en /u, '$1e ')
  return article === 'das' ? name : bare.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** Letters that folding made small or bare get their form back from the words as printed. */
function withCapitals(form: string, printed: string): string {
  const words = printed.split(' ').filter((word) => !/^(?:der|des)$/i.test(word))
  return form
    .split(' ')
    .map((word, i) => {
      const model = words[i] ?? ''
      let kept = ''
      for (let at = 0; at < word.length; at++) {
        const unit = model.charAt(at)
        kept += passageOf(unit, 0, 1).folded === word.charAt(at) ? unit : word.charAt(at)
      }
      return kept
    })
    .join(' ')
}

function ordinaryParty(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name
  return ordinaryLetters(name).replace(/ (?:Of|The|And|De|La|Y|Et|Du|Des|Der|Von|Del|Do|Da|E) /g, (word) =>
    word.toLowerCase(),
  )
}
