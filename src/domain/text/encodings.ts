/**
 * The encodings of characters that a person may say a file is written in, named as WHATWG does. The first are those
 * that Pacta itself can tell apart.
 */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1256',
  'gb18030',
  'euc-kr',
  'big5',
  'windows-1254',
  'koi8-r',
  'ibm866',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
] as const

/** An encoding of characters that Pacta reads when it is told so. */
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

const LANGUAGES: Readonly<Partial<Record<string, string>>> = {
  'utf-8': 'every language',
  'utf-16le': 'every language',
  'utf-16be': 'every language',
  'windows-1250': 'Central European',
  'windows-1251': 'Cyrillic',
  'windows-1252': 'Western European',
  'windows-1254': 'Turkish',
  'windows-1256': 'Arabic, Persian',
  gb18030: 'Chinese',
  big5: 'traditional Chinese',
  'euc-kr': 'Korean',
  'koi8-r': 'Cyrillic',
  ibm866: 'Cyrillic, DOS',
  'iso-8859-2': 'Central European',
  'iso-8859-5': 'Cyrillic',
  'iso-8859-6': 'Arabic',
}

/** As people write it: `UTF-16LE`, `GB18030`, `Windows-1251`. */
export function encodingName(encoding: string): string {
  return encoding.startsWith('windows') ? encoding.replace('w', 'W') : encoding.toUpperCase()
}

/** The name, and what is written in it: `Windows-1251 (Cyrillic)`. */
export function encodingTitle(encoding: string): string {
  const languages = LANGUAGES[encoding]
  return languages === undefined ? encodingName(encoding) : `${encodingName(encoding)} (${languages})`
}
