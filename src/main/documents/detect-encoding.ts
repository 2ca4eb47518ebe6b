/** More is not needed to tell encodings apart. */
const SAMPLE_BYTES = 256 * 1024

/**
 * The most frequent letters of Russian and of Arabic, with the Persian letters, as bytes: together about two thirds
 * of the letters of any prose.
 */
const RUSSIAN = bytesOf('windows-1251', 'оеаинтсрвлкмОЕАИНТСРВ')
const ARABIC = bytesOf('windows-1256', 'اليمنرتوهبعدسفک')
const ENOUGH_FREQUENT = 0.5

/** GB 2312 has its common signs, which are nearly all of modern Chinese, in these lead bytes (level 1). */
const COMMON_HAN_LEAD = [0xb0, 0xd7] as const
const HAN_PUNCTUATION_LEAD = [0xa1, 0xa3] as const
const ENOUGH_COMMON_HAN = 0.85

/** What the bytes of a text without a byte order mark are written in; `mixed` when parts are UTF-8 and parts not. */
export type DetectedEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1256'
  | 'mixed'

/**
 * Finds the encoding of text bytes without a byte order mark, by their statistics; nothing when they look like none
 * that Pacta knows. UTF-8 is certain, the rest is a good guess, so it is shown to the analyst.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | undefined {
  const wide = detectWide(bytes.subarray(0, SAMPLE_BYTES))
  if (wide) return wide
  if (decodes(bytes, 'utf-8')) return 'utf-8'
  if (isMixed(bytes)) return 'mixed'
  const sample = sampleAroundHigh(bytes)
  if (isChinese(sample) && decodes(bytes, 'gb18030')) return 'gb18030'
  const high = sample.filter((byte) => byte >= 0x80)
  const asciiLetters = sample.filter(isAsciiLetter).length
  // Accented letters and typographic marks are sprinkled over Latin letters; another script stands alone.
  if (high.length * 3 < asciiLetters) return looksWestern(high) ? 'windows-1252' : undefined
  const russian = shareOf(high, RUSSIAN)
  const arabic = shareOf(high, ARABIC)
  if (Math.max(russian, arabic) < ENOUGH_FREQUENT) return undefined
  return russian >= arabic ? 'windows-1251' : 'windows-1256'
}

/** UTF-16 without a mark: blanks, digits and line ends put zeros on one side only. */
function detectWide(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0
  let odd = 0
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  const some = sample.length / 100
  if (odd > some && even === 0) return 'utf-16le'
  return even > some && odd === 0 ? 'utf-16be' : undefined
}

/** UTF-8 with foreign bytes in it: more whole UTF-8 characters than bytes that are none. */
function isMixed(bytes: Uint8Array): boolean {
  const decoded = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE_BYTES * 8))
  const broken = decoded.match(/\uFFFD/g)?.length ?? 0
  // eslint-disable-next-line no-control-regex -- every character beyond ASCII
  const whole = (decoded.match(/[^\u0000-\u007F]/gu)?.length ?? 0) - broken
  return whole >= 4 && whole > broken
}

/** The part of a long file where its first letters beyond ASCII stand: it may open in English. */
function sampleAroundHigh(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  return bytes.subarray(Math.max(0, first - 1000), first + SAMPLE_BYTES)
}

function isChinese(sample: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let i = 0; i + 1 < sample.length; i++) {
    const lead = sample[i] ?? 0
    if (lead < 0x80) continue
    const trail = sample[++i] ?? 0
    pairs++
    if (trail >= 0xa1 && (within(lead, COMMON_HAN_LEAD) || within(lead, HAN_PUNCTUATION_LEAD))) common++
  }
  return pairs > 0 && common >= pairs * ENOUGH_COMMON_HAN
}

/** Letters with accents, quotation marks and the like; the five bytes without a meaning are a sign of another encoding. */
function looksWestern(high: Uint8Array): boolean {
  return high.every((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))
}

function shareOf(high: Uint8Array, letters: ReadonlySet<number>): number {
  return high.filter((byte) => letters.has(byte)).length / Math.max(1, high.length)
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

function within(byte: number, [from, to]: readonly [number, number]): boolean {
  return byte >= from && byte <= to
}

/** The bytes of some letters in a one-byte encoding. */
function bytesOf(encoding: string, letters: string): ReadonlySet<number> {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  return new Set(Array.from(letters, (letter) => table.indexOf(letter)))
}
