import { ERROR_CODES, type ErrorCode, type ErrorDetails, type PactaError } from './errors.ts'
import { z } from './schema.ts'

/** Something that is wrong, as it crosses the process line: a code with the values for its sentences. */
export const problem = z.strictObject({
  code: z.enum(ERROR_CODES),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** Something that is wrong, which the window turns into sentences. */
export interface Problem {
  readonly code: ErrorCode
  readonly details: ErrorDetails
}

/** What of an error crosses the line. */
export function problemOf({ code, details }: PactaError): Problem {
  return { code, details }
}
