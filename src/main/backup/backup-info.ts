import { id, instant } from '#contract/entities.ts'
import { z } from '#contract/schema.ts'
import { isKept } from '#domain/shared/trash.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { storedAnnotations } from '../library/stored-annotations.ts'

const count = z.int().min(0)

/** How much a library holds, without what is in the trash. */
export const backupCounts = z.strictObject({
  agreements: count,
  annotations: count,
  briefs: count,
})

/** How much a library holds, without what is in the trash. */
export type BackupCounts = z.infer<typeof backupCounts>

/** `backup.json`: what a backup says about itself. Loose: a newer program may say more. */
export const backupInfo = z.looseObject({
  format: z.literal(1),
  libraryId: id,
  at: instant,
  reason: z.string(),
  headSeq: count,
  appVersion: z.string(),
  counts: backupCounts,
  /** The sources that the library needs, by their hashes. They stay in the library's folder: see docs. */
  sources: z.array(z.strictObject({ hash: z.string(), bytes: count })),
})

/** What a backup says about itself. */
export type BackupInfo = z.infer<typeof backupInfo>

/** Counts what a library holds now, bit by bit: nobody waits for it, and what changes meanwhile does not count. */
export async function countsOf(state: LibraryState): Promise<BackupCounts> {
  const agreements = state.all('agreement').filter(isKept).length
  const briefs = state.all('brief').filter(isKept).length
  let annotations = 0
  for await (const text of storedAnnotations(state)) annotations += text.annotations.filter(isKept).length
  return { agreements, annotations, briefs }
}
