import { TEXT_ENCODINGS } from '#domain/text/encodings.ts'
import { z } from './schema.ts'

/** The encodings that a person may choose. */
export const encoding = z.enum(TEXT_ENCODINGS)

/** What a file looks like in each of the encodings that it can be read in. */
export const encodingChoices = z.strictObject({
  fileName: z.string(),
  choices: z.array(
    z.strictObject({
      encoding,
      /** Its first words beyond ASCII, as this encoding has them. */
      sample: z.string(),
    }),
  ),
})

/** What a file looks like in each of the encodings that it can be read in. */
export type EncodingChoices = z.infer<typeof encodingChoices>
