import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCodebookCsv, writeCodebookCsv } from './codebook-csv.ts'
import { CodebookFileError } from './codebook-file.ts'
import { readCsv, writeCsv } from './csv.ts'
import { exchangedThemes } from './exchanged.testing.ts'

describe('CSV', () => {
  it('comes back cell by cell, whatever is in it', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', "'=x", '"', '\r\n', "'"))
    const row = fc.array(cell, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const head = ['a', 'b']
        expect(readCsv(writeCsv([head, ...rows]))).toEqual([head, ...rows])
      }),
    )
  })

  it('gives a spreadsheet nothing to run', () => {
    const dangerous = ['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1']
    for (const value of dangerous) {
      expect(writeCsv([['x', value]])).toMatch(/^x,"?'/)
    }
    expect(writeCsv([['x', 'a = b']])).toBe('x,a = b\r\n')
  })

  it('is read with semicolons and tabs as well', () => {
    expect(readCsv('\uFEFFa;b\nc;"d;e"\n')).toEqual([
      ['a', 'b'],
      ['c', 'd;e'],
    ])
    expect(readCsv('a\tb\r\nc\t')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
  })
})

describe('a codebook as CSV', () => {
  it('comes back with its tree and all its words', () => {
    fc.assert(
      fc.property(exchangedThemes, fc.boolean(), (themes, forExcel) => {
        const written = writeCodebookCsv({ name: 'Mine', themes, leftOut: [] }, forExcel)
        expect(written.startsWith('\uFEFF')).toBe(forExcel)
        expect(readCodebookCsv(written, 'Mine').themes).toEqual(themes)
      }),
      { numRuns: 200 },
    )
  })

  it('is read from another program, with what it knows', () => {
    const read = readCodebookCsv('Tag,Description,Uses\r\nصلح,Peace,3\r\nWar,,1\r\n', 'Taguette')
    expect(read).toEqual({
      name: 'Taguette',
      themes: [
        { label: 'صلح', definition: 'Peace', codable: true, children: [] },
        { label: 'War', codable: true, children: [] },
      ],
      leftOut: [{ what: 'unknown-columns', count: 1 }],
    })
  })

  it('drops no theme whose parent is unknown, or that stands in a ring', () => {
    const read = readCodebookCsv(
      'Code,Parent,Name\nA,B,Alpha\nB,A,Beta\nC,X,Gamma\nD,D,Delta\nE,A,Epsilon\n',
      'x',
    )
    const labels = (themes: readonly { label: string; children: readonly { label: string }[] }[]): string[] =>
      themes.flatMap((theme) => [theme.label, ...labels(theme.children as typeof themes)])
    expect(labels(read.themes).sort()).toEqual(['Alpha', 'Beta', 'Delta', 'Epsilon', 'Gamma'])
    expect(read.leftOut).toEqual([{ what: 'unknown-parents', count: 4 }])
  })

  it.each([
    ['a,b\n1,2\n', 'not-a-codebook'],
    ['', 'not-a-codebook'],
    ['Name\n', 'empty'],
    ['Name\n"open\n', 'damaged'],
  ])('is refused with a reason: %j', (text, reason) => {
    expect(() => readCodebookCsv(text, 'x')).toThrow(
      expect.objectContaining({ name: CodebookFileError.prototype.constructor.name, reason }),
    )
  })
})
