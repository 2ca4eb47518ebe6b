import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import { decodeText, LARGEST_TEXT_BYTES } from './decode-text.ts'

function codeOf(bytes: Uint8Array): string {
  try {
    return decodeText('x.txt', bytes).text
  } catch (error) {
    return error instanceof PactaError ? error.code : String(error)
  }
}

describe('decodeText', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    expect(codeOf(Buffer.from('Статья 1\n'))).toBe('Статья 1\n')
    expect(decodeText('x', Buffer.from('\uFEFFماده ۱\r\n'))).toMatchObject({ text: 'ماده ۱\n' })
  })

  it('reads UTF-16 with a byte order mark, and says so', () => {
    const bytes = Buffer.from('\uFEFF第一条', 'utf16le')
    expect(decodeText('x', bytes)).toEqual({
      text: '第一条',
      notes: ['Read as UTF-16LE.', 'A byte order mark at the start was removed.'],
    })
  })

  it.each([
    ['no bytes', Buffer.alloc(0), 'file-empty'],
    ['white space only', Buffer.from('\uFEFF \n\n'), 'file-empty'],
    ['more than 20 MB', Buffer.alloc(LARGEST_TEXT_BYTES + 1, 0x20), 'file-too-large'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-binary'],
    ['a program', Buffer.from('7f454c460201010000', 'hex'), 'file-binary'],
    [
      'another encoding',
      Buffer.from('Статья'.split('').map((c) => 0xc0 + (c.charCodeAt(0) & 31))),
      'file-encoding',
    ],
  ])('refuses %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('says how large a file is and what the limit is', () => {
    expect(() => decodeText('big.txt', Buffer.alloc(50 * 1024 * 1024, 0x61))).toThrow(
      '“big.txt” is 50 MB, and Pacta reads text files up to 20 MB.',
    )
  })

  it('never fails in any other way, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(codeOf(bytes)).not.toMatch(/^\w*Error/)
      }),
    )
  })
})
