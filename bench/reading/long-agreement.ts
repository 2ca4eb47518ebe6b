import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { create, type Operation } from '#domain/library/operation.ts'
import { anchorOf } from '#domain/text/anchor.ts'
import { defaultCodebook } from '#domain/codebook/default-codebook.ts'
import { isCodable } from '#domain/codebook/theme.ts'
import { treatyOf } from '../treaty.ts'

/** About 300 pages: 500 articles of about 2,000 characters. */
const ARTICLES = 500
const CHARACTERS = 1_000_000
const ROUNDS = 4

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/en')

/** A line that would be taken for a heading, or is no sentence. */
const NO_SENTENCE =
  /^(?:article|part|title|chapter|section|annex|appendix|protocol|schedule|rule)\b|^.{0,60}$/i

/**
 * The text that is measured with, under a title of its own: sentences of real agreements, cut into articles of even length,
 * or of our own treaty where the corpus is not beside the project.
 */
export function longTreaty(title: string): string {
  return existsSync(CORPUS) ? treatyOfRealSentences(title) : treatyOf(CHARACTERS, ROUNDS, title)
}

function treatyOfRealSentences(title: string): string {
  const sentences = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.txt') && !name.includes('FLAT'))
    .toSorted()
    .flatMap((name) => readFileSync(join(CORPUS, name), 'utf8').split(/\r?\n/))
    // Numbers and letters before a sentence would begin provisions where articles are cut.
    .map((line) => line.replace(/^\W*(?:\d+|[a-z]{1,4})[.)]\s*/i, '').trim())
    .filter((line) => !NO_SENTENCE.test(line))
  const parts = [`${title}\n\nThe Parties have agreed as follows:\n`]
  let next = 0
  for (let article = 1; article <= ARTICLES; article++) {
    const lines = [`\nArticle ${article}\n`]
    let length = 0
    for (let paragraph = 1; length < CHARACTERS / ARTICLES; paragraph++) {
      const line = `${paragraph}. ${sentences[next++ % sentences.length]}\n`
      lines.push(line)
      length += line.length
    }
    parts.push(lines.join('\n'))
  }
  return parts.join('')
}

/** Codings that overlap freely, spread evenly over a text; the same every time. */
export function manyCodings(content: string, textId: string, count: number): Annotation[] {
  const themes = defaultCodebook().themes.filter(isCodable)
  const step = Math.floor((content.length - 400) / count)
  return Array.from({ length: count }, (_, n): Annotation => {
    const start = n * step
    const length = 20 + ((n * 37) % 280)
    const theme = themes[(n * 7) % themes.length]
    return {
      id: randomUUID(),
      textId,
      target: { kind: 'span', anchor: anchorOf(content, start, start + length) },
      themeIds: theme ? [theme.id] : [],
      createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString(),
      createdBy: 'Bench',
    }
  })
}

/** The codings as operations, in lots that fit one call. */
export function inLots(codings: readonly Annotation[]): Operation[][] {
  const lots: Operation[][] = []
  for (let i = 0; i < codings.length; i += 1000)
    lots.push(codings.slice(i, i + 1000).map((coding) => create('annotation', coding)))
  return lots
}
