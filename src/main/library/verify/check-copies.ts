import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import { ArchiveProblem } from '../../archive/archive-problem.ts'
import { listBackups, openBackup } from '../../backup/open-backup.ts'
import { decodeDraft, DRAFT_NAME } from '../../drafts/draft-file.ts'
import type { FileSystem } from '../../files/file-system.ts'
import type { LibraryFolder } from '../library-folder.ts'
import { fileFitsSum } from '../sum-file.ts'
import type { Findings } from './findings.ts'

/**
 * Reads every backup: against the sum beside it, and the whole of one without. `headSeq` is the journal's last record: a
 * backup that has more shows that the journal has lost its end. Returns how many there are.
 */
export async function checkBackups(
  fs: FileSystem,
  folder: LibraryFolder,
  libraryId: string | undefined,
  headSeq: number,
  findings: Findings,
): Promise<number> {
  const backups = await listBackups(fs, folder.root)
  for (const { id, info } of backups) {
    const where = `backups/${id}.zip`
    const fits = await fileFitsSum(fs, join(folder.backups, `${id}.zip`)).catch(() => false)
    if (fits === false) findings.error(where, 'does not fit its checksum')
    else if (!info) findings.error(where, 'cannot be used: it is damaged')
    else if (info.headSeq > headSeq) {
      findings.error('journal', `ends at record ${headSeq}, but there is a backup of record ${info.headSeq}`)
    }
    if (fits !== undefined || !info) continue
    const library = { root: folder.root, manifest: { libraryId: libraryId ?? info.libraryId } }
    await openBackup(fs, library, id).catch((error: unknown) => findings.error(where, problemWords(error)))
  }
  if (backups.length === 0) findings.warning('backups', 'there is none yet')
  return backups.length
}

/** Reads every draft. */
export async function checkDrafts(fs: FileSystem, folder: LibraryFolder, findings: Findings): Promise<void> {
  for (const name of await fs.list(folder.drafts)) {
    if (!DRAFT_NAME.test(name)) continue
    const bytes = await fs.readFile(join(folder.drafts, name)).catch(() => undefined)
    if (!bytes) findings.error(`drafts/${name}`, 'cannot be read')
    else if (!decodeDraft(bytes)) findings.error(`drafts/${name}`, 'does not fit its checksum')
  }
}

function problemWords(error: unknown): string {
  const cause = error instanceof PactaError ? error.cause : error
  if (!(cause instanceof ArchiveProblem)) return 'cannot be read'
  return `cannot be used: ${cause.message}`
}
