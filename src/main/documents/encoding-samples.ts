import { basename } from 'node:path'
import type { EncodingChoices } from '#contract/encodings.ts'
import { TEXT_ENCODINGS } from '#domain/text/encodings.ts'
import { decodeBytes } from './decode-bytes.ts'
import type { ImportedFile } from './import-agreement.ts'

/** So many bytes are read for a sample, and so many characters shown. */
const SAMPLE_BYTES = 600
const SAMPLE_LENGTH = 160
/** A sample with more broken characters than this is no choice. */
const MOST_BROKEN = 0.2

/** What a file's first words beyond ASCII look like in each encoding, for a person to choose. */
export function encodingSamples({ name, bytes }: ImportedFile): EncodingChoices {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0)
  // An even place, for the encodings with two bytes to a character.
  const from = Math.max(0, first - 40) & ~1
  const part = bytes.subarray(from, from + SAMPLE_BYTES)
  const choices = TEXT_ENCODINGS.flatMap((encoding) => {
    const { characters } = decodeBytes(name, part, encoding)
    const broken = characters.match(/\uFFFD/g)?.length ?? 0
    if (broken > characters.length * MOST_BROKEN) return []
    // eslint-disable-next-line no-control-regex -- what cannot be seen
    const sample = characters.replace(/[\s\u0000-\u001F\u007F-\u009F\uFEFF]+/g, ' ').trim()
    return [{ encoding, sample: sample.slice(0, SAMPLE_LENGTH) }]
  })
  return { fileName: basename(name), choices }
}
