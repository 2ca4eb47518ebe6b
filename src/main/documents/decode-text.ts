import { PactaError } from '#contract/errors.ts'
import { normaliseText, type NormalisedText } from '#domain/text/normalise.ts'

/** Ten times the longest agreement known (about a million characters), and still quick to read and show. */
export const LARGEST_TEXT_BYTES = 20 * 1024 * 1024

/** Bytes at the start that tell a text from anything else. */
const PROBE_BYTES = 64 * 1024
/** Control characters other than white space: a text has none, save for a stray one from an old word processor. */
// eslint-disable-next-line no-control-regex -- finding control characters is the point
const CONTROL = /[\u0000-\u0008\u000E-\u001F]/g
const MOST_CONTROLS = 0.01

/**
 * Reads a plain text file: UTF-8, or UTF-16 when a byte order mark says so.
 *
 * @throws PactaError `file-empty`, `file-too-large`, `file-binary` or `file-encoding`.
 */
export function decodeText(name: string, bytes: Uint8Array): NormalisedText {
  if (bytes.length === 0) throw new PactaError('file-empty', { name })
  if (bytes.length > LARGEST_TEXT_BYTES) throw tooLarge(name, bytes.length)
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-8' && looksBinary(bytes)) throw new PactaError('file-binary', { name })
  const decoded = decodeStrictly(name, bytes, encoding)
  const { text, notes } = normaliseText(decoded)
  if (text.trim() === '') throw new PactaError('file-empty', { name })
  return { text, notes: encoding === 'utf-8' ? notes : [`Read as ${encoding.toUpperCase()}.`, ...notes] }
}

/** The refusal of a file that is too large, for callers that know the size before the bytes. */
export function tooLarge(name: string, size: number): PactaError {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
  return new PactaError('file-too-large', {
    name,
    size: megabytes(size),
    limit: megabytes(LARGEST_TEXT_BYTES),
  })
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decodeStrictly(name: string, bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new PactaError('file-encoding', { name }, { cause })
  }
}

function looksBinary(bytes: Uint8Array): boolean {
  const probe = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PROBE_BYTES)).toString(
    'latin1',
  )
  if (probe.includes('\0')) return true
  return (probe.match(CONTROL)?.length ?? 0) > probe.length * MOST_CONTROLS
}
