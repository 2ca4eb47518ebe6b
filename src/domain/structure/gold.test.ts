import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { detectStructure } from './detect.ts'

/** An article of a gold case: where it begins and how its number is printed. */
interface GoldArticle {
  readonly start: number
  readonly number: string
}

interface Score {
  found: number
  told: number
  right: number
  numbered: number
}

/** What the issue asks: F1 over the starts of articles in four typographies, and the share of right numbers. */
const LEAST: Readonly<Record<string, number>> = { block: 0.998, inline: 0.998, runin: 0.995, flat: 0.97 }
const LEAST_NUMBERS = 0.999
/** A start this near to the gold one is right. UTF-16 units. */
const NEAR = 2

/** Milliseconds that making and reading the cases may take on a busy machine. */
const MAKING = 120_000

const TOOL = '../shared/tools/structure-gold.mjs'
const SOURCES = ['../shared/corpus/xml-tota', '../shared/corpus/json-open-treaties']
const isThere = [TOOL, ...SOURCES].every((path) => existsSync(path))

describe.skipIf(!isThere)('gold cases (skipped where ../shared/tools or ../shared/corpus is absent)', () => {
  const folder = isThere ? mkdtempSync(join(tmpdir(), 'structure-gold-')) : ''
  const scores = new Map<string, Score>()

  beforeAll(() => {
    const files = SOURCES.flatMap((source) => readdirSync(source).map((name) => join(source, name)))
    execFileSync(process.execPath, [TOOL, 'make', folder, ...files])
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.gold.json')))
      addCase(folder, name.slice(0, -'.gold.json'.length), scores)
  }, MAKING)

  afterAll(() => {
    if (folder !== '') rmSync(folder, { recursive: true })
  })

  it.each(Object.entries(LEAST))('finds the articles of text set as %s, F1 %d or more', (style, least) => {
    const { right = 0, found = 0, told = 1 } = scores.get(style) ?? {}
    expect((2 * right) / (found + told)).toBeGreaterThanOrEqual(least)
  })

  it('reads their numbers', () => {
    const all = [...scores.values()]
    const right = all.reduce((sum, score) => sum + score.right, 0)
    const numbered = all.reduce((sum, score) => sum + score.numbered, 0)
    expect(right).toBeGreaterThan(0)
    expect(numbered / right).toBeGreaterThanOrEqual(LEAST_NUMBERS)
  })
})

function addCase(folder: string, name: string, scores: Map<string, Score>): void {
  const gold = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as GoldArticle[]
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
  const style = name.slice(name.lastIndexOf('.') + 1)
  const score = scores.get(style) ?? { found: 0, told: 0, right: 0, numbered: 0 }
  scores.set(style, score)
  const articles = detectStructure(text).filter(({ kind }) => kind === 'article')
  const left = new Set(articles)
  score.found += articles.length
  score.told += gold.length
  for (const one of gold) {
    const match = [...left].find(({ start }) => Math.abs(start - one.start) <= NEAR)
    if (!match) continue
    left.delete(match)
    score.right++
    if (plain(match.number ?? '') === plain(one.number)) score.numbered++
  }
}

/** A number without its word, case, spaces and punctuation. */
function plain(number: string): string {
  return number
    .toLowerCase()
    .replace(/art[íi]?c[a-z]*\.?|статья|第|条|條/g, '')
    .replace(/[\s.:()–—-]+/g, '')
}
