import type { Anchor } from '#domain/text/anchor.ts'
import type { Uncarried } from '#domain/text/uncarried.ts'
import { z } from './schema.ts'

/** Ids are made by us: letters, digits and a few joints, short enough for a file name. */
export const id = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._:~-]{0,199}$/u)

/** A place in a text, in UTF-16 units. */
export const offset = z.int().min(0)

/** A span of a text with its words. */
export const anchor = z.strictObject({
  start: offset,
  end: offset,
  quote: z.string(),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
}) satisfies z.ZodType<Anchor>

/** Why a mark has stayed with an earlier version. */
export const uncarried = z
  .discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('review'),
      textId: id,
      anchor,
      provisionId: id.exactOptional(),
      score: z.number().min(0).max(1),
    }),
    z.strictObject({ state: z.literal('lost'), textId: id }),
    z.strictObject({ state: z.literal('dismissed'), textId: id }),
  ])
  .exactOptional() satisfies z.ZodType<Uncarried | undefined>
