import { randomUUID } from 'node:crypto'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { create, type Operation } from '#domain/library/operation.ts'
import { anchorOf } from '#domain/text/anchor.ts'
import { defaultCodebook } from '#domain/codebook/default-codebook.ts'
import { isCodable } from '#domain/codebook/theme.ts'
import { treatyOf } from '../treaty.ts'

/** About 300 pages: 500 articles of about 2,000 characters. */
const CHARACTERS = 1_000_000
const ROUNDS = 4

/** The text that is measured with, under a title of its own. */
export function longTreaty(title: string): string {
  return treatyOf(CHARACTERS, ROUNDS, title)
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
