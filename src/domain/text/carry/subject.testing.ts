import { detectStructure } from '../../structure/detect.ts'
import type { Provision } from '../../structure/provision.ts'

/** A piece of a text: a sentence, a heading, or what stands between. Sentences keep their id through changes. */
export interface Piece {
  readonly text: string
  readonly sentence?: number
  /** The sentence that an inserted twin of its article repeats here. */
  readonly copyOf?: number
}

/** An article: its heading and what follows until the next. */
export interface Article {
  readonly heading: string
  readonly pieces: readonly Piece[]
}

/** A text cut into articles and sentences, ready to be changed. */
export interface Subject {
  readonly text: string
  readonly articles: readonly Article[]
}

const HEADING =
  /^[ \t]*(?:(?:ARTICLE|Article|Art\.|Artikel|Artículo|Artigo|Статья|Article premier|المادة|المــادة|ماده|第?제?)[ \t]*(?:\d+|[IVXLC]+|premier|[一二三四五六七八九十百]+)(?:[条條조])?|第[一二三四五六七八九十百]+[条條])[^\n]{0,80}$/gm
const SENTENCE_END = /(?<=[.;。；؛])\s+|\n+/g
/** A sentence shorter than this is a heading, a number or a signature. */
const SHORTEST = 15

/** Cuts a text at what looks like headings and at the ends of sentences. A text without line ends is cut at its articles. */
export function subjectOf(text: string): Subject {
  const lines = [...text.matchAll(HEADING)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const heads = lines.length > 1 ? lines : articleHeads(text)
  const starts = [{ start: 0, end: 0 }, ...heads]
  let next = 0
  const articles = starts.map(({ start, end }, i) => {
    const body = text.slice(end, starts[i + 1]?.start ?? text.length)
    const pieces: Piece[] = []
    let from = 0
    const add = (to: number): void => {
      const words = body.slice(from, to)
      if (words !== '')
        pieces.push(words.trim().length >= SHORTEST ? { text: words, sentence: next++ } : { text: words })
    }
    for (const m of body.matchAll(SENTENCE_END)) {
      add(m.index)
      pieces.push({ text: m[0] })
      from = m.index + m[0].length
    }
    add(body.length)
    return { heading: text.slice(start, end), pieces }
  })
  return { text, articles }
}

function articleHeads(text: string): { start: number; end: number }[] {
  const articles = detectStructure(text).filter(({ kind }) => kind === 'article')
  return articles.map(({ start, textStart }) => ({ start, end: Math.max(start, textStart) }))
}

/** Articles as provisions, found by their headings alone: enough for a trial, in any language of the corpus. */
export function plainProvisions(text: string): Provision[] {
  const heads = [...text.matchAll(HEADING)]
  return heads.map((m, i) => ({
    id: `art-${i + 1}`,
    kind: 'article',
    number: String(i + 1),
    depth: 0,
    start: m.index,
    end: heads[i + 1]?.index ?? text.length,
    textStart: m.index + m[0].length,
  }))
}
