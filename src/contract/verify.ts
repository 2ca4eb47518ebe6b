import { z } from './schema.ts'

const finding = z.strictObject({
  /** `error`: something is lost or cannot be trusted. `warning`: worth knowing, nothing is lost. */
  severity: z.enum(['error', 'warning']),
  /** The file below the library's folder, with the byte where it is known; or the entity. */
  where: z.string(),
  /** What is wrong, as a sentence's end. */
  what: z.string(),
})

/** One thing that a verification has found. */
export type Finding = z.infer<typeof finding>

/** What a verification of a library has looked at and found. */
export const verifyReport = z.strictObject({
  name: z.string(),
  path: z.string(),
  /** Whether there is no error among the findings. */
  isSound: z.boolean(),
  findings: z.array(finding),
  /** Findings beyond the ones listed. */
  left: z.int().min(0),
  counts: z.strictObject({
    records: z.int(),
    segments: z.int(),
    snapshots: z.int(),
    sources: z.int(),
    backups: z.int(),
    agreements: z.int(),
    texts: z.int(),
    annotations: z.int(),
  }),
})

/** What has been saved of a library into a new folder. */
export const repaired = z.strictObject({
  /** The new folder, to be shown. */
  path: z.string(),
  kept: z.int(),
  /** Records that build on lost ones and could not be taken over. */
  skipped: z.int(),
  /** Changes that only a snapshot knew any more. */
  fromSnapshots: z.int(),
  sources: z.int(),
})

/** What a verification of a library has looked at and found. */
export type VerifyReport = z.infer<typeof verifyReport>
