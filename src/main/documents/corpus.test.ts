import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectStructure } from '#domain/structure/detect.ts'
import { decodeDocument } from './decode-document.ts'
import { readDocument } from './read-document.ts'

/** Real agreements, which are not part of this repository: without them there is nothing to check here. */
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus')
const isHere = existsSync(corpus)

function files(folder: string): string[] {
  return isHere ? readdirSync(join(corpus, folder)).map((file) => join(corpus, folder, file)) : []
}

function read(file: string): ReturnType<typeof decodeDocument> {
  return decodeDocument(readFileSync(file), basename(file))
}

function placeAndNumber({ start, number }: { start: number; number?: string }): string {
  return `${number} at ${start}`
}

/** Lines of a text that begin as an article's heading does. */
function headingLines(text: string): number {
  return text.match(/^(?:art(?:icle|ículo|\.)\s+\S|第.+條)/gim)?.length ?? 0
}

describe.skipIf(!isHere)('every file of the corpus (skipped where ../shared is not there)', () => {
  it.each(files('xml-tota'))(
    '%s has each numbered article on a line of its own, with a hint',
    async (file) => {
      const numbered = readFileSync(file, 'utf8').match(/<article number="/g)?.length ?? 0
      const { texts, format } = await read(file)
      const [text] = texts
      const articles =
        text?.hints.filter((hint) => /^art/i.test(text.text.slice(hint.start, hint.start + 3))) ?? []
      expect(format).toBe('tota-xml')
      expect(articles.filter(({ kind }) => kind === 'article').length).toBeGreaterThanOrEqual(numbered * 0.95)
      for (const { start } of articles)
        expect(start === 0 || text?.text.charAt(start - 1) === '\n').toBe(true)
    },
  )

  it.each(files('json-open-treaties'))('%s becomes two texts with the same articles', async (file) => {
    const { articles } = JSON.parse(readFileSync(file, 'utf8')) as { articles: unknown[] }
    const { texts } = await read(file)
    expect(texts.map(({ language }) => language)).toEqual(['en', 'zh-Hant'])
    for (const { text, hints } of texts) {
      expect(hints.filter(({ kind }) => kind === 'article')).toHaveLength(articles.length)
      expect(headingLines(text)).toBeGreaterThanOrEqual(articles.length)
    }
  })

  /** Where the articles begin, and what they are numbered: what the file marks, and what is found of it. */
  it.each([...files('xml-tota'), ...files('json-open-treaties')])(
    '%s has exactly the articles that it marks',
    async (file) => {
      const { texts } = await read(file)
      for (const text of texts) {
        const marked = text.hints.filter(({ kind, number }) => kind === 'article' && number !== undefined)
        const found = detectStructure(text.text, text).filter(({ kind }) => kind === 'article')
        expect(found.map(placeAndNumber)).toEqual(marked.map(placeAndNumber))
      }
    },
  )

  it.each(files('xml-tota'))('%s has the numbers that stand in the file', async (file) => {
    const attributes = [...readFileSync(file, 'utf8').matchAll(/<article\b[^>]*?\bnumber="(art[^"]*)"/gi)]
    const { texts } = await readDocument(readFileSync(file), basename(file))
    const found = texts[0]?.provisions.filter(({ kind }) => kind === 'article') ?? []
    const bare = (words: string): string => words.replace(/^art\S*\s+|[\s.:]+$/gi, '').toLowerCase()
    expect(found.map(({ number = '' }) => bare(number))).toEqual(
      attributes.map(([, number = '']) => bare(number)),
    )
  })

  it.each(files('md-original'))('%s loses its mark-up, and keeps its articles', async (file) => {
    const marked = readFileSync(file, 'utf8').match(/^#+ \**Art\./gm)?.length ?? 0
    const { texts, metadata } = await read(file)
    const { text = '', language } = texts[0] ?? {}
    expect(language).toBe('de')
    expect(metadata.title).toBeDefined()
    expect(headingLines(text)).toBeGreaterThanOrEqual(marked)
    expect(text).not.toMatch(/\*\*|<\/?sup>|^#|\[\^/m)
  })

  const plain = ['ar', 'de', 'en', 'es', 'fr', 'nl', 'pt', 'ru'].flatMap(files)
  it.each(plain)('%s is text in the language of its folder', async (file) => {
    const { texts, format, encoding } = await read(file)
    expect([format, encoding, texts[0]?.language]).toEqual(['text', 'utf-8', basename(resolve(file, '..'))])
  })
})
