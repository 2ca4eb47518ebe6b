import { windows1252 } from './windows-1252.ts'

/** The letters beyond ASCII of languages in Latin letters, by the encoding in which these languages were written. */
const LANGUAGES: Readonly<Record<'windows-1252' | 'windows-1250' | 'windows-1254', readonly string[]>> = {
  'windows-1252': [
    'àâæçéèêëîïôœùûüÿ',
    'áéíóúüñ¿¡ªº',
    'áâãàçéêíóôõúü',
    'äöüß',
    'éèëïöüáóú',
    'àèéìíîòóùú',
    'æøåäöéáðíóúýþ',
  ],
  'windows-1250': [
    'ąćęłńóśźż',
    'áčďéěíňóřšťúůýž',
    'áäčďéíĺľňóôŕšťúýž',
    'áéíóöőúüű',
    'ăâîşţ',
    'čćđšž',
    'äöüß',
  ],
  'windows-1254': ['çğıöşüâîû'],
}

/** What every one of these encodings has beside letters, and words have not in them. */
const PUNCTUATION =
  /[\p{ASCII}\u00A0\u2013\u2014\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122«»§©®°±¶·¤¦¬¨´¸\u00AD]/gu

/** How much better than Western Europe another one must explain the letters, and how well. */
const BETTER_BY = 0.05
const ENOUGH = 0.95
/** Fewer letters may be chance. */
const FEW_LETTERS = 4

/**
 * The encoding of text in Latin letters whose accents are not UTF-8: that of Western Europe, unless the letters are
 * those of a language further east. Nothing when it has bytes that mean nothing there.
 */
export function latinEncoding(
  bytes: Uint8Array,
): 'windows-1250' | 'windows-1252' | 'windows-1254' | undefined {
  if (!hasAscii(bytes)) return undefined
  const western = explained(bytes, 'windows-1252')
  for (const encoding of ['windows-1250', 'windows-1254'] as const) {
    const { share, letters } = explained(bytes, encoding)
    if (letters >= FEW_LETTERS && share >= ENOUGH && share >= western.share + BETTER_BY) return encoding
  }
  const isWestern = bytes.every((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) && hasAscii(bytes)
  return isWestern ? 'windows-1252' : undefined
}

/** How many letters a text has in an encoding, and the share of them that one language explains. */
function explained(
  bytes: Uint8Array,
  encoding: keyof typeof LANGUAGES,
): { readonly share: number; readonly letters: number } {
  const text = encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes)
  const letters = text.replace(PUNCTUATION, '').toLowerCase()
  const hits = LANGUAGES[encoding].map(
    (own) => Array.from(letters).filter((letter) => own.includes(letter)).length,
  )
  return { share: Math.max(...hits) / Math.max(1, letters.length), letters: letters.length }
}

/** Accented letters are sprinkled over others; without these it is another script. */
function hasAscii(bytes: Uint8Array): boolean {
  const plain = bytes.filter(
    (byte) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a),
  ).length
  return plain > bytes.filter((byte) => byte >= 0xc0).length
}
