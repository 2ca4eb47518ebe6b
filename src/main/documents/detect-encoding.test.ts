import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import { decodeBytes } from './decode-bytes.ts'

const ENGLISH =
  'AGREEMENT between Ardia and Belmark on trade, shipping and other matters of common concern\n\nArticle 1\nThe Parties shall consult each other on every matter of common concern to both of them.\n\n'
const FRENCH = 'Article premier\n\nLes Parties se consultent sur les échanges, à l’égard de la pêche.\n\n'
const RUSSIAN = 'Статья 1\n\nСтороны консультируются друг с другом по всем вопросам настоящего Договора.\n'
const ARABIC = 'المادة 1\n\nيتشاور الطرفان المتعاقدان في جميع المسائل المتعلقة بهذه المعاهدة.\n'
const CHINESE = '第一条\n\n缔约双方应就本条约的一切事项进行协商，并在签字之日起生效。\n'
const TRADITIONAL = '第一條\n\n締約雙方應就本條約的一切事項進行協商，並在簽字之日起生效。\n'
const KOREAN =
  '아르디아 공화국 정부와 벨마르크 왕국 정부 간의 협정\n\n제1조 (목적)\n양국은 이 협정에 따라 협력한다.\n'
const POLISH = 'Artykuł 1\n\nStrony będą współpracować w dziedzinie gospodarki żywnościowej.\n'
const CZECH = 'Článek 1\n\nSmluvní strany se budou vzájemně radit o všech věcech této smlouvy.\n'

/** Every character of an encoding with one or two bytes, found by asking its decoder. */
function tableOf(encoding: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  const isDouble = /gb18030|euc-kr|big5/.test(encoding)
  for (let lead = 0xff; lead >= 0; lead--) {
    if (lead < 0x80 || !isDouble) table.set(decoder.decode(Uint8Array.of(lead)), [lead])
    else
      for (let trail = 0xfe; trail >= 0x40; trail--)
        table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return table
}

/** The bytes of a text in an encoding. */
function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(encoding)
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new Error(`${encoding} has no ${character}`)
      return bytes
    }),
  )
}

describe('an encoding that the file does not state', () => {
  it.each([
    ['Russian', RUSSIAN, 'windows-1251'],
    ['Russian in capitals', RUSSIAN.toUpperCase(), 'windows-1251'],
    ['Russian', RUSSIAN, 'koi8-r'],
    ['Russian', RUSSIAN, 'ibm866'],
    ['Arabic', ARABIC, 'windows-1256'],
    ['English with a few words of Russian', `${ENGLISH}Статья 1\nСтороны консультируются.\n`, 'windows-1251'],
    ['English with a few words of Arabic', `${ENGLISH}المادة 1\nتتعاون الحكومتان.\n`, 'windows-1256'],
    [
      'Arabic behind French with its accents',
      `${FRENCH.repeat(9).replaceAll('’', "'")}${ARABIC}`,
      'windows-1256',
    ],
    ['Chinese', CHINESE, 'gb18030'],
    ['traditional Chinese', TRADITIONAL, 'gb18030'],
    ['traditional Chinese', TRADITIONAL, 'big5'],
    ['Korean', KOREAN, 'euc-kr'],
    ['Polish', POLISH, 'windows-1250'],
    ['Czech', CZECH, 'windows-1250'],
    ['French', FRENCH.replaceAll('’', "'"), 'windows-1252'],
    ['English in front of Chinese', `${ENGLISH}${CHINESE}`, 'gb18030'],
    ['Russian', RUSSIAN, 'utf-16le'],
    ['Chinese', CHINESE, 'utf-16le'],
    ['Chinese without a single blank', CHINESE.replaceAll('\n', ''), 'utf-16be'],
    ['Korean', KOREAN, 'utf-16be'],
  ])('is found by its letters: %s (%#: %3$s)', (_, text, encoding) => {
    const decoded = decodeBytes('x', encoded(text, encoding))
    expect(decoded).toMatchObject({ encoding, characters: text })
  })

  it('is said to be a guess', () => {
    expect(decodeBytes('x', encoded(RUSSIAN, 'windows-1251')).notes).toEqual([
      'Read as Windows-1251, to judge by its letters; the file does not say.',
    ])
    expect(decodeBytes('x', Buffer.from(RUSSIAN)).notes).toEqual([])
  })

  it('is UTF-8 for ASCII with zeros in it, wherever they stand', () => {
    const words = 'TREATY\n\nArticle 1\n\nThe Parties shall consult.\n'
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(words.length), { minLength: 1, maxLength: 3 }), (places) => {
        const spoiled = places.reduce((text, at) => `${text.slice(0, at)}\0${text.slice(at)}`, words)
        expect(decodeBytes('x', Buffer.from(spoiled))).toMatchObject({
          encoding: 'utf-8',
          characters: spoiled,
        })
      }),
    )
  })
})

describe('characters that are none', () => {
  it('are replaced, and it is said: half of a character in UTF-16', () => {
    const bytes = Buffer.from('\uFEFFArticle 1\nThe \uD800 Parties\n', 'utf16le')
    expect(decodeBytes('x', bytes)).toEqual({
      characters: '\uFEFFArticle 1\nThe \uFFFD Parties\n',
      encoding: 'utf-16le',
      notes: ['Read as UTF-16LE.', 'A character that was broken in the file was replaced by “\uFFFD”.'],
    })
  })

  it('are replaced, and it is said: half of a character written as UTF-8; two halves are their character', () => {
    const surrogate = [0xed, 0xa0, 0xbd]
    const half = Buffer.concat([Buffer.from('Стороны '), Buffer.from(surrogate), Buffer.from(' wish.')])
    expect(decodeBytes('x', half)).toEqual({
      characters: 'Стороны \uFFFD wish.',
      encoding: 'utf-8',
      notes: ['A character that was broken in the file was replaced by “\uFFFD”.'],
    })
    const pair = Buffer.concat([Buffer.from('Peace '), Buffer.from([...surrogate, 0xed, 0xb8, 0x80])])
    expect(decodeBytes('x', pair)).toEqual({ characters: 'Peace 😀', encoding: 'utf-8', notes: [] })
  })

  it('are left alone where the same bytes are letters', () => {
    const bytes = Buffer.from(
      'Le Conseil a \u00E9t\u00E9 saisi de \u00ED\u00A0\u0080 par l\u0092\u00E9tat',
      'latin1',
    )
    expect(decodeBytes('x', bytes)).toMatchObject({
      encoding: 'windows-1252',
      characters: 'Le Conseil a été saisi de í\u00A0€ par l’état',
    })
  })
})

describe('an encoding that a person chooses', () => {
  it('is used, whatever the file looks like, and said', () => {
    expect(decodeBytes('x', encoded(RUSSIAN, 'koi8-r'), 'windows-1251')).toMatchObject({
      encoding: 'windows-1251',
      notes: ['Read as Windows-1251, as was asked for.'],
    })
    const mixed = Buffer.concat([Buffer.from(RUSSIAN), encoded('Мир', 'windows-1251')])
    expect(() => decodeBytes('x', mixed)).toThrow(PactaError)
    expect(decodeBytes('x', mixed, 'utf-8').notes[1]).toMatch(/characters that were broken in the file were/)
  })
})
