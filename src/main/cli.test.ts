import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TREATY } from '#domain/library/fixture.testing.ts'
import { temporaryFolder } from './files/temporary-folder.testing.ts'
import { treatyLibrary } from './library/open-library.testing.ts'

const root = resolve(import.meta.dirname, '..', '..')

function pacta(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const tsx = join(root, 'node_modules', '.bin', 'tsx')
  return spawnSync(tsx, [join(root, 'src/main/cli.ts'), ...args], { cwd: root, encoding: 'utf8' })
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
