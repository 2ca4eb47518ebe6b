import { PactaError } from '#contract/errors.ts'
import type { TextEncoding } from '#domain/text/encodings.ts'
import { detectEncoding } from './detect-encoding.ts'

/** The characters of a file, and the encoding they were written in, named as WHATWG does. */
export interface DecodedCharacters {
  readonly characters: string
  readonly encoding: string
}

/** How a mark-up language names its encoding at the top of a file: the XML declaration, the `meta` of HTML. */
const DECLARED =
  /^[^>]{0,5}<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]+)|<meta[^>]{1,200}\bcharset\s*=\s*["']?([\w:.-]+)/i
const DECLARED_WITHIN = 4096

/** What the bytes 0x80 to 0x9F mean in Windows-1252; a few runtimes read them as controls. */
const WINDOWS_1252_UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/**
 * Turns bytes into characters. What a person says decides; then a byte order mark; else UTF-8 when the bytes are UTF-8; else what the markup
 * declares; else what the statistics of the bytes say.
 *
 * @throws PactaError `file-encoding` or `file-mixed-encoding`.
 */
export function decodeBytes(name: string, bytes: Uint8Array, chosen?: TextEncoding): DecodedCharacters {
  const encoding = chosen ?? markedEncoding(bytes) ?? unmarkedEncoding(bytes)
  if (encoding === 'mixed') throw new PactaError('file-mixed-encoding', { name })
  if (encoding === undefined) throw new PactaError('file-encoding', { name })
  try {
    return { characters: charactersOf(bytes, encoding), encoding }
  } catch (cause) {
    throw new PactaError('file-encoding', { name }, { cause })
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  return undefined
}

function unmarkedEncoding(bytes: Uint8Array): string | undefined {
  const detected = detectEncoding(bytes)
  if (detected === 'utf-8' || detected === 'utf-16le' || detected === 'utf-16be') return detected
  return declaredEncoding(bytes) ?? detected
}

/** The declared encoding, unless no such encoding is known or it claims UTF, which the bytes have disproved. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1')
  const match = DECLARED.exec(head)
  const label = match?.[1] ?? match?.[2]
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith('utf-') ? undefined : encoding
  } catch {
    return undefined
  }
}

function charactersOf(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'windows-1252')
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252_UPPER.charAt(control.charCodeAt(0) - 0x80))
}
