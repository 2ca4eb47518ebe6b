import { proposeRecord, type RecordProposals } from '#domain/agreement/proposals/propose-record.ts'
import { readStructure } from '#domain/structure/detect.ts'
import type { Provision } from '#domain/structure/provision.ts'
import { decodeDocument } from './decode-document.ts'
import type { DecodeControl, DecodedDocument, DecodedText } from './decoded-document.ts'

/** One language version of a file, with its provisions. */
export interface ReadText extends Omit<DecodedText, 'hints'> {
  readonly provisions: readonly Provision[]
  /** Its articles were found in running text. */
  readonly isFlat: boolean
}

/** A file turned into words and provisions. */
export interface ReadDocument extends Omit<DecodedDocument, 'texts'> {
  /** At least one; more when the file holds parallel versions of one agreement. */
  readonly texts: readonly ReadText[]
  /** What the words of the first text say of the agreement; empty when nobody asked. */
  readonly proposals: RecordProposals
}

/** What is known of a file before it is read, and how a caller follows and stops the reading. */
export interface ReadControl extends DecodeControl {
  /** The language of its texts (ISO 639-1), when a person has said so. */
  readonly language?: string
  /** The facts of a record are wanted, too. */
  readonly withProposals?: boolean
}

/** Turns a file into words and provisions: `readDocument` itself, or the same in a worker. */
export type Read = (bytes: Uint8Array, fileName: string, control?: ReadControl) => Promise<ReadDocument>

/** The share of the work that is decoding. */
const DECODING = 0.5

/**
 * Turns a file into the words of an agreement and finds their provisions: all that happens to a file before it is
 * kept, for the window, for its worker and for the command line.
 *
 * @throws PactaError of `decodeDocument`.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  control: ReadControl = {},
): Promise<ReadDocument> {
  const { progress, withProposals } = control
  const decoded = await decodeDocument(bytes, fileName, {
    ...control,
    progress: (share) => progress?.(share * DECODING),
  })
  const total = decoded.texts.reduce((sum, { text }) => sum + text.length, 0)
  let done = 0
  const texts = decoded.texts.map(({ hints, ...decodedText }): ReadText => {
    progress?.(DECODING + (done / total) * (1 - DECODING))
    const text = control.language === undefined ? decodedText : { ...decodedText, language: control.language }
    const { provisions, isFlat } = readStructure(text.text, { ...text, hints })
    done += text.text.length
    return { ...text, provisions, isFlat }
  })
  const [first] = texts
  const proposals = withProposals && first ? proposeRecord(first.text, first.provisions, first.language) : {}
  progress?.(1)
  return { ...decoded, texts, proposals }
}
