import { describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import { readCodebook } from './codebook-calls.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')

describe('reading a codebook from a file', () => {
  it('tells XML from a table by what it begins with, whatever the file is called', () => {
    const xml = '<CodeBook><Codes><Code name="Peace" isCodable="true" guid="x"/></Codes></CodeBook>'
    expect(readCodebook('mine.csv', bytes(`\uFEFF\n${xml}`)).themes[0]?.label).toBe('Peace')
    expect(readCodebook('mine.qdc', bytes('Name\nPeace\n')).name).toBe('mine')
  })

  it('reads UTF-16 where the file says so', () => {
    const utf16 = Buffer.from('\uFEFFName\nصلح\n', 'utf16le')
    expect(readCodebook('mine.csv', utf16).themes[0]?.label).toBe('صلح')
  })

  it.each([
    ['letters that are not UTF-8', Buffer.from([0x4e, 0xe9, 0x0a]), 'file-encoding'],
    ['entities', bytes('<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>'), 'codebook-unsafe'],
    ['half a file', bytes('<CodeBook><Codes>'), 'codebook-damaged'],
    ['a table of something else', bytes('a,b\n1,2\n'), 'codebook-not-a-codebook'],
    ['no themes', bytes('Name\n'), 'codebook-empty'],
  ])('refuses %s with a code of its own', (_, file, code) => {
    expect(() => readCodebook('x', file)).toThrow(expect.objectContaining({ name: 'PactaError', code }))
    expect(new PactaError('codebook-damaged', { name: 'x', line: 1 }).message).toContain('line 1')
  })
})
