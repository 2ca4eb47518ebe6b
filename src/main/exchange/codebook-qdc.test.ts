import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '#domain/codebook/default-codebook.ts'
import { exchangedCodebook, type ExchangedCodebook } from '#domain/codebook/exchanged.ts'
import { guidOf, QDC_NAMESPACE, writeQdc } from './codebook-qdc.ts'
import { exchangedThemes } from './exchanged.testing.ts'
import { readQdc } from './read-qdc.ts'

const SCHEMA = resolve(import.meta.dirname, '../../../../shared/refi/Codebook.xsd')

function defaultExchanged(): ExchangedCodebook {
  const { codebook, themes } = defaultCodebook()
  return exchangedCodebook(codebook, new Map(themes.map((theme) => [theme.id, theme])), guidOf)
}

/** Checks by hand what the schema of REFI-QDA codebooks asks for: which elements, which attributes, their form. */
function structureProblems(xml: string): string[] {
  const problems: string[] = []
  const path: { name: string; seen: string[] }[] = []
  const parser = new SaxesParser({ xmlns: true })
  const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  parser.on('error', (error) => problems.push(error.message))
  parser.on('opentag', (tag) => {
    const parent = path.at(-1)
    const inside = parent?.name ?? ''
    const allowed = { '': ['CodeBook'], CodeBook: ['Codes'], Codes: ['Code'], Code: ['Description', 'Code'] }
    const names = (allowed as Record<string, string[]>)[inside] ?? []
    if (!names.includes(tag.name)) problems.push(`${tag.name} in ${inside}`)
    if (tag.uri !== QDC_NAMESPACE) problems.push(`namespace ${tag.uri}`)
    if (tag.name === 'Description' && parent && parent.seen.length > 0) problems.push('Description not first')
    parent?.seen.push(tag.name)
    if (tag.name === 'Code') {
      const value = (name: string): string => tag.attributes[name]?.value ?? ''
      if (!GUID.test(value('guid'))) problems.push(`guid ${value('guid')}`)
      if (!['true', 'false'].includes(value('isCodable'))) problems.push('isCodable')
      if (tag.attributes['color'] && !/^#[0-9A-F]{6}$/.test(value('color'))) problems.push('color')
      const known = new Set(['guid', 'name', 'isCodable', 'color'])
      if (Object.keys(tag.attributes).some((name) => !known.has(name))) problems.push('attribute')
      if (!tag.attributes['name']) problems.push('name')
    }
    path.push({ name: tag.name, seen: [] })
  })
  parser.on('closetag', () => {
    path.pop()
  })
  parser.write(xml).close()
  return problems
}

describe('a codebook as REFI-QDA', () => {
  it('comes back with its tree, its colours and all its words', () => {
    fc.assert(
      fc.property(exchangedThemes, (themes) => {
        const xml = writeQdc({ name: 'Mine', themes, leftOut: [] })
        expect(structureProblems(xml)).toEqual([])
        expect(readQdc(xml, 'Mine').themes).toEqual(themes)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the hierarchy of the default codebook, and which themes are only headings', () => {
    const exchanged = defaultExchanged()
    const xml = writeQdc(exchanged)
    expect(structureProblems(xml)).toEqual([])
    expect(readQdc(xml, exchanged.name)).toEqual(exchanged)
    expect(xml.match(/isCodable="false"/g)).toHaveLength(9)
  })

  it.skipIf(!existsSync(SCHEMA) || !hasXmllint())('is valid against the schema of the standard', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pacta-qdc-'))
    try {
      const file = join(folder, 'codebook.qdc')
      const samples = fc.sample(exchangedThemes, { numRuns: 20, seed: 7 })
      for (const themes of [defaultExchanged().themes, ...samples]) {
        writeFileSync(file, writeQdc({ name: 'x', themes, leftOut: [] }))
        expect(() =>
          execFileSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, file], { stdio: 'ignore' }),
        ).not.toThrow()
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('names a theme by the same GUID every time, and no two by one', () => {
    expect(guidOf({ id: 'default.SEC.1' })).toBe(guidOf({ id: 'default.SEC.1' }))
    expect(guidOf({ id: 'default.SEC.1' })).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/)
    const guid = '0b2f0b9e-6f0f-4a55-9d6c-0a4b6f0f9d11'
    const twin = { label: 'A', guid, codable: true, children: [] }
    const xml = writeQdc({ name: 'x', themes: [twin, { ...twin, label: 'B' }], leftOut: [] })
    expect(new Set(xml.match(/guid="[^"]+"/g)).size).toBe(2)
  })

  it('writes no character that XML cannot hold', () => {
    const label = 'a\u0000b\uD800c\u000Bd'
    const xml = writeQdc({ name: 'x', themes: [{ label, codable: true, children: [] }], leftOut: [] })
    expect(readQdc(xml, 'x').themes[0]?.label).toBe('a\uFFFDb\uFFFDc\uFFFDd')
  })
})

describe('a codebook of another program', () => {
  const file = (codes: string, more = ''): string =>
    `<?xml version="1.0"?><q:CodeBook xmlns:q="${QDC_NAMESPACE}" origin="Other"><q:Codes>${codes}</q:Codes>${more}</q:CodeBook>`

  it('is read with prefixes, braces round GUIDs, short colours and CDATA', () => {
    const xml = file(
      `<q:Code guid="{0B2F0B9E-6F0F-4A55-9D6C-0A4B6F0F9D11}" name="Krieg &amp; Frieden" isCodable="0" color="#fa0">
        <q:Description><![CDATA[a < b]]></q:Description>
        <q:Code guid="x" name="صلح" isCodable="true"/></q:Code>`,
      '<q:Sets><q:Set guid="x" name="s"><q:Description>no theme</q:Description></q:Set></q:Sets>',
    )
    expect(readQdc(xml, 'Other')).toEqual({
      name: 'Other',
      themes: [
        {
          label: 'Krieg & Frieden',
          definition: 'a < b',
          colour: '#FFAA00',
          codable: false,
          guid: '0b2f0b9e-6f0f-4a55-9d6c-0a4b6f0f9d11',
          children: [{ label: 'صلح', codable: true, children: [] }],
        },
      ],
      leftOut: [{ what: 'sets', count: 1 }],
    })
  })

  const bomb = `<!DOCTYPE CodeBook [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><CodeBook>&b;</CodeBook>`
  const outside = `<!DOCTYPE CodeBook SYSTEM "file:///etc/hosts"><CodeBook/>`
  const deep = file(`${'<q:Code name="x">'.repeat(80)}${'</q:Code>'.repeat(80)}`)
  it.each([
    ['entities of its own', bomb, 'unsafe'],
    ['a reference to a file', outside, 'unsafe'],
    ['an entity that nobody declared', file('<q:Code name="&x;"/>'), 'damaged'],
    ['no end', file('').slice(0, -5), 'damaged'],
    ['another kind of document', '<html/>', 'not-a-codebook'],
    ['no codes', file(''), 'empty'],
    ['codes below codes without end', deep, 'too-large'],
    [
      'a name without end',
      file(`<q:Code name="x"><q:Description>${'x'.repeat(100_001)}</q:Description></q:Code>`),
      'too-large',
    ],
    ['nothing', '', 'damaged'],
  ])('is refused with a reason: %s', (_, xml, reason) => {
    expect(() => readQdc(xml, 'x')).toThrow(expect.objectContaining({ name: 'CodebookFileError', reason }))
  })

  it('never crashes with anything but a reason, whatever the bytes', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      'Code',
      'CodeBook',
      '"',
      '=',
      '&',
      ';',
      ' ',
      '<!',
      '[',
      ']]>',
      '\u0000',
      'x',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        try {
          readQdc(parts.join(''), 'x')
        } catch (error) {
          expect(error).toMatchObject({ name: 'CodebookFileError' })
        }
      }),
    )
  })
})

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
