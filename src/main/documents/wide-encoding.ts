import { HAN, HANGUL, readingOf } from './frequent-letters.ts'

const SAMPLE_BYTES = 64 * 1024
/** So much of a text in UTF-16 is prose when it is read as what it is. */
const ENOUGH_PROSE = 0.8

/** White space, Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters with their digits and marks. */
const ALPHABETIC = /[\t\n\r\u0020-\u007E\u00A0-\u06FF]/g
/** What stands between Chinese or Korean signs. */
const BETWEEN_SIGNS = /[\t\n\r\u0020-\u007E\u3000-\u3011\uFF01-\uFF5E]/g

/**
 * Which UTF-16 bytes without a mark are, if any. Any two bytes are a character of it, and those of a text in ASCII are
 * Chinese signs: so what counts is that the characters read like prose, which a stray zero cannot do.
 */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    prose: proseIn(new TextDecoder(encoding).decode(sample)),
  }))
  if (!little || !big) return undefined
  const best = little.prose >= big.prose ? little : big
  return best.prose >= ENOUGH_PROSE ? best.encoding : undefined
}

/** The share of a text's characters that prose has. */
function proseIn(text: string): number {
  const count = (characters: RegExp): number => text.match(characters)?.length ?? 0
  const signs = [HAN, HANGUL]
    .map((script) => ({ ...readingOf(text, script), enough: script.enough }))
    .filter(({ frequent, enough }) => frequent >= enough)
    .reduce((sum, { letters }) => sum + letters, 0)
  const isBySigns = signs * 2 > text.length
  return (isBySigns ? signs + count(BETWEEN_SIGNS) : signs + count(ALPHABETIC)) / Math.max(1, text.length)
}
