/** Bytes of UTF-8 in which no surrogate is written, and how many halves had no other half. */
export interface JoinedBytes {
  readonly bytes: Uint8Array
  readonly halves: number
}

/** A surrogate written as if it were a character, which UTF-8 forbids; in pairs where a writer counted in UTF-16. */
const HIGH = '\u00ED[\u00A0-\u00AF][\u0080-\u00BF]'
const LOW = '\u00ED[\u00B0-\u00BF][\u0080-\u00BF]'
const SURROGATES = new RegExp(`(${HIGH})(${LOW})|${HIGH}|${LOW}`, 'g')

/**
 * Repairs UTF-8 in which surrogates are written: a pair becomes its character, a half U+FFFD. Bytes that are no UTF-8
 * otherwise stay as they are: there the same bytes are letters.
 */
export function joinSurrogates(bytes: Uint8Array): JoinedBytes {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!latin.includes('\u00ED') || latin.search(SURROGATES) < 0) return { bytes, halves: 0 }
  let halves = 0
  const joined = latin.replace(SURROGATES, (_, high?: string, low?: string) => {
    if (high !== undefined && low !== undefined) return asUtf8(String.fromCharCode(unitOf(high), unitOf(low)))
    halves++
    return asUtf8('\uFFFD')
  })
  const repaired = Buffer.from(joined, 'latin1')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(repaired)
    return { bytes: repaired, halves }
  } catch {
    return { bytes, halves: 0 }
  }
}

function unitOf(written: string): number {
  return (
    ((written.charCodeAt(0) & 0x0f) << 12) |
    ((written.charCodeAt(1) & 0x3f) << 6) |
    (written.charCodeAt(2) & 0x3f)
  )
}

function asUtf8(character: string): string {
  return Buffer.from(character, 'utf8').toString('latin1')
}
