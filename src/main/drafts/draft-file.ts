import { instant } from '#contract/entities.ts'
import { transaction } from '#contract/records.ts'
import { z } from '#contract/schema.ts'
import { checksum } from '../library/record-codec.ts'

const content = z.strictObject({ at: instant, by: z.string(), transaction })
const sealed = z.looseObject({ checksum: z.string() })

/** What the file of a draft says. */
export type DraftContent = z.infer<typeof content>

/** The names of drafts' files. */
export const DRAFT_NAME = /^[0-9a-f]{32}\.json$/

/** A draft as its file holds it: JSON with a checksum of its own, because nothing else tells of it. */
export function encodeDraft({ at, by, transaction }: DraftContent): Buffer {
  const words = { at, by, transaction }
  const sum = checksum(Buffer.from(JSON.stringify(words)))
  return Buffer.from(`${JSON.stringify({ ...words, checksum: sum })}\n`)
}

/** Reads a draft; nothing when its bytes are not those written. Pacta 0.1.0 wrote no checksum. */
export function decodeDraft(bytes: Uint8Array): DraftContent | undefined {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
  const { data } = sealed.safeParse(json)
  if (!data) return content.safeParse(json).data
  const { checksum: _, ...rest } = data
  const draft = content.safeParse(rest).data
  return draft && encodeDraft(rest as DraftContent).equals(bytes) ? draft : undefined
}
