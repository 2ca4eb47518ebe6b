import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TREATY } from '#domain/library/fixture.testing.ts'
import { docxOf, listed, numberingOf, paragraph } from './documents/docx.testing.ts'
import { pdfOf } from './documents/pdf.testing.ts'
import { readDocument } from './documents/read-document.ts'
import { temporaryFolder } from './files/temporary-folder.testing.ts'
import { treatyLibrary } from './library/open-library.testing.ts'

const root = resolve(import.meta.dirname, '..', '..')

function pacta(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const tsx = join(root, 'node_modules', '.bin', 'tsx')
  return spawnSync(tsx, [join(root, 'src/main/cli.ts'), ...args], { cwd: root, encoding: 'utf8' })
}

/** One agreement in a file of each format. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  'treaty.html': Buffer.from(
    '<html><body><nav>Home</nav><main><h1>Treaty of Amity</h1><h2>Article 1</h2><p>The Parties shall be friends.</p><h2>Article 2</h2><p>They shall consult.</p></main></body></html>',
  ),
  'treaty.xml': Buffer.from(
    '<?xml version="1.0"?><treaty><meta><name>Treaty of Amity</name></meta><body><article number="ARTICLE 1">The Parties shall be friends.</article><article number="ARTICLE 2">They shall consult.</article></body></treaty>',
  ),
  'treaty.json': Buffer.from(
    JSON.stringify({
      treaty_en: 'Treaty of Amity',
      articles: [
        { article: '1', content_en: 'The Parties shall be friends.' },
        { article: '2', content_en: 'They shall consult.' },
      ],
    }),
  ),
  'treaty.docx': docxOf({
    body:
      paragraph('Treaty of Amity') +
      paragraph('The Parties shall be friends.', listed(1, 0)) +
      paragraph('They shall consult.', listed(1, 0)),
    numbering: numberingOf(['decimal', 'Article %1']),
  }),
  'treaty.pdf': pdfOf([
    [
      { x: 60, y: 700, words: 'Article 1' },
      { x: 60, y: 680, words: 'The Parties shall be friends.' },
      { x: 60, y: 650, words: 'Article 2' },
      { x: 60, y: 630, words: 'They shall consult.' },
    ],
  ]),
}

describe('pacta structure', () => {
  it('prints the text and its provisions, with offsets that count its UTF-16 units', () => {
    const file = join(temporaryFolder(), 'treaty.txt')
    writeFileSync(file, `\uFEFF🤝 ${TREATY}`.replaceAll('\n', '\r\n'))
    const { status, stdout } = pacta('structure', file)
    expect(status).toBe(0)
    const { text, provisions } = JSON.parse(stdout) as {
      text: string
      provisions: {
        id: string
        kind: string
        number?: string
        heading?: string
        start: number
        end: number
      }[]
    }
    expect(text).toBe(`🤝 ${TREATY}`)
    const article = provisions.find((p) => p.id === 'art-2')
    expect(article).toMatchObject({ kind: 'article', number: '2', heading: 'Mutual assistance', depth: 0 })
    expect(text.slice(article?.start, article?.end)).toMatch(/^Article 2\nMutual assistance\n\nAn attack/)
  })

  it.each(Object.entries(FILES))(
    'finds in %s what importing it finds, and all that is known of it',
    async (name, bytes) => {
      const file = join(temporaryFolder(), name)
      writeFileSync(file, bytes)
      const { texts, format } = await readDocument(bytes, name)
      const [first, ...others] = JSON.parse(JSON.stringify(texts)) as typeof texts
      const printed = JSON.parse(pacta('structure', file).stdout) as Record<string, unknown>
      expect(printed).toMatchObject({ ...first, format, others })
      expect(first?.provisions.filter(({ kind }) => kind === 'article').map(({ number }) => number)).toEqual([
        '1',
        '2',
      ])
      expect(printed['provisions']).toContainEqual(
        expect.objectContaining({
          label: 'art 2',
          textStart: expect.any(Number),
          confidence: expect.any(Number),
        }),
      )
    },
  )

  it('gives every text of a file with parallel ones, and takes a person’s word for the encoding', () => {
    const folder = temporaryFolder()
    const treaty = {
      treaty_en: 'Treaty of Peace',
      treaty_zh: '和平條約',
      articles: [{ article: '一', content_en: 'Peace.', content_zh: '締約國應維持和平。' }],
    }
    writeFileSync(join(folder, 'peace.json'), JSON.stringify(treaty))
    expect(pacta('structure', join(folder, 'peace.json'), '--format', 'tree').stdout).toMatch(
      /^== en ==\n[\s\S]*art 1[\s\S]*\n== zh-Hant ==\n[\s\S]*art 一/,
    )
    writeFileSync(join(folder, 'koi8.txt'), Buffer.from('f3d4c1d4d8d120310a0aedc9d22e0a', 'hex'))
    const { stdout } = pacta('structure', join(folder, 'koi8.txt'), '--encoding', 'koi8-r')
    expect(JSON.parse(stdout)).toMatchObject({ text: 'Статья 1\n\nМир.\n', encoding: 'koi8-r' })
  })

  it('prints an outline or the laid out text for people', () => {
    const file = join(temporaryFolder(), 'treaty.txt')
    writeFileSync(file, TREATY)
    expect(pacta('structure', file, '--format', 'tree').stdout).toContain(
      'art 1 — Consultation\n  art 1(1)\n',
    )
    expect(pacta('structure', '--format=text', file).stdout).toContain(
      '[art 2] — Mutual assistance\n  An attack',
    )
    expect(pacta('structure', file, '--format', 'poem')).toMatchObject({ status: 2, stdout: '' })
    expect(pacta('structure', file, '--unknown')).toMatchObject({ status: 2, stdout: '' })
  })

  it('says what is wrong with a file, and fails', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'x'))
    expect(pacta('structure', join(folder, 'gone.txt'))).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('“gone.txt” could not be read.'),
    })
    expect(pacta('structure')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') })
  })
})

describe('pacta verify', () => {
  it('prints a report for a person and one for a program, and its exit status says which it is', async () => {
    const { library, root: folder } = await treatyLibrary()
    await library.close()
    // The treaty of the fixture has no source file, so the library is not sound.
    const { status, stdout } = pacta('verify', folder)
    expect(status).toBe(1)
    expect(stdout).toContain('Library “Treaties”')
    expect(stdout).toContain('The library is damaged.')
    const json = pacta('verify', folder, '--json')
    expect(JSON.parse(json.stdout)).toMatchObject({ isSound: false, counts: { records: 1 } })
    const saved = join(temporaryFolder(), 'Saved')
    expect(pacta('verify', folder, '--repair', saved).stdout).toContain(`Saved into ${saved}: 1 records`)
    expect(pacta('verify', join(folder, 'journal')).status).toBe(2)
    expect(pacta('verify')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') })
  })
})
