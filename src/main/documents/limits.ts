import { PactaError } from '#contract/errors.ts'

const MEGABYTE = 1024 * 1024

/** Ten times the longest agreement known (about a million characters), and still quick to read and show. */
export const LARGEST_TEXT_BYTES = 20 * MEGABYTE

/** PDF and Word files hold pictures beside their words; the pictures are not unpacked. */
export const LARGEST_FILE_BYTES = 100 * MEGABYTE

/** The refusal of a file that is too large, for callers that know the size before the bytes. */
export function tooLarge(name: string, size: number, what: string, limit: number): PactaError {
  return new PactaError('file-too-large', { name, what, size: megabytes(size), limit: megabytes(limit) })
}

/** A size for a sentence: `20 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`
}
