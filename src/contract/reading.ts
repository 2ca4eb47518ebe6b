import { z } from './schema.ts'
import { id } from './anchors.ts'

/** Which provisions of a text this analyst has read: kept on this machine, beside the library and not in it. */
export const READING_CALLS = {
  'reading.list': { input: z.strictObject({ textId: id }), output: z.array(id) },
  'reading.set': {
    input: z.strictObject({ textId: id, provisionIds: z.array(id) }),
    output: z.void(),
  },
} as const
