import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import { normaliseText } from '#domain/text/normalise.ts'
import { decodeDocument } from './decode-document.ts'
import type { DecodedDocument } from './decoded-document.ts'
import { LARGEST_FILE_BYTES, LARGEST_TEXT_BYTES } from './limits.ts'

const RUSSIAN = 'Статья 1\n\nСтороны консультируются друг с другом по всем вопросам настоящего Договора.\n'
const ARABIC = 'المادة 1\n\nيتشاور الطرفان المتعاقدان في جميع المسائل المتعلقة بهذه المعاهدة.\n'
const FRENCH = 'Article premier\n\nLes Parties se consultent dès l’entrée en vigueur — « sans délai ».\n'
const CHINESE = '第一条\n\n缔约双方应就本条约的一切事项进行协商，并在签字之日起生效。\n'

function read(bytes: Uint8Array): Promise<DecodedDocument> {
  return decodeDocument(bytes, 'x.txt')
}

async function codeOf(bytes: Uint8Array, name = 'x.txt'): Promise<string> {
  return decodeDocument(bytes, name).then(
    () => 'read',
    (error: unknown) => (error instanceof PactaError ? error.code : String(error)),
  )
}

/** A few releases of Node read these bytes of Windows-1252 as controls; Pacta must not. */
const UPPER_1252: Readonly<Record<string, number>> = { '’': 0x92, '—': 0x97 }

/** Bytes of a text in a one-byte encoding. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return Uint8Array.from(text, (character) => {
    const byte = UPPER_1252[character] ?? table.indexOf(character)
    if (byte < 0) throw new Error(`${encoding} has no ${character}`)
    return byte
  })
}

/** Two-byte characters of GB 2312, found by asking the decoder. */
function chineseBytes(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly number[]>()
  for (let lead = 0xa1; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (pairs.get(c) ?? []))),
  )
}

function bigEndian(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16()
}

describe('a plain text', () => {
  it.each([
    ['UTF-8', Buffer.from(RUSSIAN), RUSSIAN, 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${RUSSIAN}`), RUSSIAN, 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${CHINESE}`, 'utf16le'), CHINESE, 'utf-16le'],
    ['UTF-16 big endian with a mark', bigEndian(`\uFEFF${ARABIC}`), ARABIC, 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(RUSSIAN, 'utf16le'), RUSSIAN, 'utf-16le'],
    ['UTF-16 big endian without a mark', bigEndian(FRENCH.replace(/[^ -~\n]/g, '')), undefined, 'utf-16be'],
    ['Windows-1251', encoded(RUSSIAN, 'windows-1251'), RUSSIAN, 'windows-1251'],
    ['Windows-1256', encoded(ARABIC, 'windows-1256'), ARABIC, 'windows-1256'],
    ['Windows-1252', encoded(FRENCH, 'windows-1252'), FRENCH, 'windows-1252'],
    ['GB18030', chineseBytes(CHINESE), CHINESE, 'gb18030'],
  ])('in %s is recognised, and the encoding is said', async (_, bytes, text, encoding) => {
    const decoded = await read(bytes)
    expect(decoded).toMatchObject({ format: 'text', encoding })
    expect(decoded.texts[0]?.text).toBe(text ?? FRENCH.replace(/[^ -~\n]/g, ''))
  })

  it('is recognised by its content when its name lies', async () => {
    const names = ['x.pdf', 'x.docx', 'x.html', 'x.xml']
    const formats = names.map(async (name) => (await decodeDocument(Buffer.from(RUSSIAN), name)).format)
    expect(await Promise.all(formats)).toEqual(['text', 'text', 'text', 'text'])
  })

  it.each([
    ['no bytes', Buffer.alloc(0), 'file-empty'],
    ['white space only', Buffer.from('\uFEFF \n\n'), 'file-empty'],
    ['100 MB of one line', Buffer.alloc(LARGEST_FILE_BYTES, 0x61), 'file-too-large'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-binary'],
    ['a program', Buffer.from('7f454c460201010000', 'hex'), 'file-binary'],
    ['RTF', Buffer.from('{\\rtf1 x}'), 'file-unsupported'],
    [
      'two encodings',
      Buffer.concat([Buffer.from(RUSSIAN), encoded('Стороны', 'windows-1251')]),
      'file-mixed-encoding',
    ],
    [
      'an unknown encoding',
      Uint8Array.from({ length: 90 }, (_, i) => 0x80 + ((i * 7) % 16)),
      'file-encoding',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('says how large a file is and what the limit is', async () => {
    const bytes = Buffer.alloc(LARGEST_TEXT_BYTES * 2.5, 0x61)
    await expect(decodeDocument(bytes, 'big.txt')).rejects.toThrow(
      '“big.txt” is 50 MB, and Pacta reads text files up to 20 MB.',
    )
  })

  it('keeps every word: what goes in as UTF-8 comes out, normalised', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).map((s) => `Article 1\n\nThe Parties ${s}`)
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const decoded = await read(Buffer.from(text))
        expect(decoded.texts[0]?.text).toBe(normaliseText(text).text)
      }),
    )
  })
})
