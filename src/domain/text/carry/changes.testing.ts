import type { Article, Piece } from './subject.testing.ts'

/** A way a text comes back changed. */
export type Change = (articles: readonly Article[], random: () => number) => readonly Article[]

/** About one article in six is gone. */
const deleted: Change = (articles, random) => articles.filter((_, i) => i === 0 || random() > 1 / 6)

/** About one sentence in twelve is gone. */
const thinned: Change = (articles, random) =>
  articles.map((a) => ({
    ...a,
    pieces: a.pieces.filter((p) => p.sentence === undefined || random() > 1 / 12),
  }))

/** Fewer words than this have few orders. */
const FEW_WORDS = 8

/** New articles stand in between, made of words of the text in another order. */
const inserted: Change = (articles, random) =>
  articles.flatMap((a, i) => {
    if (i === 0 || random() > 1 / 5) return [a]
    const words = a.pieces.flatMap((p) => p.text.split(/\s+|(?=\p{Script=Han})/u)).filter((w) => w !== '')
    // A few words may come out in the order they had.
    if (words.length < FEW_WORDS) return [a]
    const mixed = words.map((w) => ({ w, at: random() })).sort((x, y) => x.at - y.at)
    return [{ heading: a.heading, pieces: [{ text: `\n\n${mixed.map((x) => x.w).join(' ')}.\n\n` }] }, a]
  })

/** Articles of other agreements stand in between: they are alike as treaties are, and share their formulas. */
export function borrowedFrom(others: readonly Article[]): Change {
  return (articles, random) =>
    articles.flatMap((a, i) => {
      const other = others[Math.floor(random() * others.length)]
      if (i === 0 || !other || random() > 1 / 5) return [a]
      return [{ heading: `\n${other.heading}`, pieces: other.pieces.map(({ text }) => ({ text })) }, a]
    })
}

/** Every seventh article comes a second time, with one sentence missing: a twin that nobody marked. */
const twinned: Change = (articles, random) =>
  articles.flatMap((a, i) =>
    i === 0 || random() > 1 / 7 ? [a] : [a, { ...a, pieces: a.pieces.slice(1).map(asCopy) }],
  )

/** Every seventh article comes a second time with one word changed, as a treaty says the same of two subjects. */
const nearTwinned: Change = (articles, random) =>
  articles.flatMap((a, i) => {
    if (i === 0 || random() > 1 / 7) return [a]
    const words = a.pieces.flatMap(({ text }) => text.match(/[\p{L}\p{M}]{3,}/gu) ?? [])
    const longest = words.toSorted((x, y) => y.length - x.length)[0] ?? ''
    const another = words[Math.floor(random() * words.length)] ?? ''
    const pieces = a.pieces.map((piece) => {
      const text = longest === '' ? piece.text : piece.text.replace(longest, another)
      // With its own word changed a sentence can be told from its twin.
      return text === piece.text ? asCopy(piece) : { text }
    })
    const twin = { heading: a.heading, pieces }
    return random() < 0.5 ? [a, twin] : [twin, a]
  })

function asCopy({ text, sentence }: Piece): Piece {
  return sentence === undefined ? { text } : { text, copyOf: sentence }
}

/** Every article is numbered anew, from 1, and so are the references to articles. */
const renumbered: Change = (articles) => {
  let number = 0
  const shift = (text: string): string =>
    text.replace(
      /((?:Article|Articles|article|Статья|статьи|статье|Artículo|artículo) )(\d+)/g,
      (_, word, n) => {
        return `${word}${Number(n) + 3}`
      },
    )
  return articles.map((a, i) => ({
    heading: i === 0 ? a.heading : a.heading.replace(/\d+|[IVXLC]{1,7}\b/, () => String(++number + 3)),
    pieces: a.pieces.map((p) => ({ ...p, text: shift(p.text) })),
  }))
}

/** Neighbouring articles have changed places here and there. */
const moved: Change = (articles, random) => {
  const list = [...articles]
  for (let i = 2; i + 1 < list.length; i += 2) {
    const [a, b] = [list[i], list[i + 1]]
    if (a && b && random() < 1 / 4) [list[i], list[i + 1]] = [b, a]
  }
  return list
}

/** Lines are broken elsewhere. */
const rewrapped: Change = (articles) =>
  articles.map((a) => ({
    ...a,
    pieces: a.pieces.map((p) => ({ ...p, text: p.text.replace(/(\S{3,}) (\S+ \S+ \S+ \S+) /g, '$1\n$2  ') })),
  }))

/** Letters are misread, lost or added, as in a bad scan. */
const misread =
  (rate: number): Change =>
  (articles, random) =>
    articles.map((a) => ({
      heading: noisy(a.heading, rate, random),
      pieces: a.pieces.map((p) => ({ ...p, text: noisy(p.text, rate, random) })),
    }))

function noisy(text: string, rate: number, random: () => number): string {
  let result = ''
  for (const letter of text) {
    if (random() >= rate || letter === '\n') result += letter
    else {
      const kind = random()
      result += kind < 0.6 ? (text.charAt(Math.floor(random() * text.length)) || letter).trim() : ''
      if (kind > 0.8) result += letter + letter
    }
  }
  return result
}

/** The changes a text is tried with, by name. */
export const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'inserted, deleted, renumbered, misread 1 %': [inserted, deleted, renumbered, misread(0.01)],
  'inserted, deleted, renumbered, misread 3 %': [inserted, deleted, renumbered, misread(0.03)],
  'inserted provisions': [inserted],
  'deleted provisions': [deleted],
  'deleted sentences': [thinned],
  'renumbered, references too': [renumbered],
  'neighbours exchanged': [moved],
  'twins inserted': [twinned],
  'twins with a word changed': [nearTwinned],
  'lines broken elsewhere': [rewrapped],
  'letters misread, 1 %': [misread(0.01)],
  'letters misread, 3 %': [misread(0.03)],
  'all but twins, misread 1 %': [inserted, deleted, thinned, moved, renumbered, rewrapped, misread(0.01)],
  'all of it, misread 2 %': [
    inserted,
    deleted,
    thinned,
    moved,
    twinned,
    renumbered,
    rewrapped,
    misread(0.02),
  ],
  'all of it and a word changed in twins': [
    inserted,
    deleted,
    thinned,
    moved,
    nearTwinned,
    renumbered,
    rewrapped,
    misread(0.01),
  ],
}

/** The same with articles of other agreements inserted. */
export function changesWith(others: readonly Article[]): Readonly<Record<string, readonly Change[]>> {
  const borrowed = borrowedFrom(others)
  return {
    'borrowed, deleted, renumbered, misread 1 %': [borrowed, deleted, renumbered, misread(0.01)],
    'borrowed, deleted, renumbered, misread 3 %': [borrowed, deleted, renumbered, misread(0.03)],
    ...CHANGES,
  }
}
