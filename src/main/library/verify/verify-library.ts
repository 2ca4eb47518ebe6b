import { basename } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { VerifyReport } from '#contract/verify.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { BEGUN, missingBegun, readBegun } from '../begun.ts'
import { cloudServiceOf } from '../cloud-folder.ts'
import { findConflictCopies } from '../conflict-copies.ts'
import { libraryFolder, type LibraryFolder } from '../library-folder.ts'
import { readManifest, type Manifest } from '../manifest.ts'
import type { Snapshot } from '../snapshot-format.ts'
import { listSnapshots, readSnapshot, snapshotName } from '../snapshot-store.ts'
import { checkBriefs, checkEntities, countOf } from './check-entities.ts'
import { makeFindings, type Findings } from './findings.ts'
import { replay } from './replay.ts'
import { salvageJournal } from './salvage-journal.ts'
import { checkSources } from './check-sources.ts'
import { checkBackups, checkDrafts } from './check-copies.ts'

/** Told what is being looked at, and how much of the whole is done, 0 to 1. */
export type VerifyProgress = (step: string, share: number) => void

/** A library as it can be made out, with everything that is wrong with it. */
export interface Examined {
  readonly report: VerifyReport
  readonly state: LibraryState
  readonly records: readonly JournalRecord[]
  readonly snapshots: readonly Snapshot[]
  /** Hashes of the sources that are as they should be. */
  readonly goodSources: ReadonlySet<string>
}

/**
 * Looks at every byte of a library that matters and changes none: the journal's checksums and numbers, the snapshots
 * and whether they agree with the journal, the sources against their hashes, what entities refer to, whether
 * the words that annotations quote stand in their texts, drafts and backups. It can be done while the library is open.
 *
 * @throws PactaError `folder-missing` or `folder-not-library`.
 */
export async function examineLibrary(
  fs: FileSystem,
  root: string,
  onProgress: VerifyProgress = () => undefined,
): Promise<Examined> {
  const folder = libraryFolder(root)
  const findings = makeFindings()
  const manifest = await checkManifest(fs, folder, findings)
  onProgress('Reading the journal', 0.05)
  const { records, segments } = await salvageJournal(fs, folder.journal, findings)
  onProgress('Reading the snapshots', 0.35)
  const snapshots = await goodSnapshots(fs, folder, findings)
  const last = records.at(-1)?.seq ?? 0
  const state = await replay(records, snapshots, {
    onTaken: () => undefined,
    onSkipped: (record) => findings.error(`record ${record.seq}`, 'does not fit what is there before it'),
    onDifference: ({ seq }, operations) =>
      findings.error(
        `snapshots/${snapshotName(seq)}`,
        `holds ${operations.length} changes that the journal does not give`,
      ),
  })
  for (const { seq } of snapshots) {
    if (seq > last)
      findings.error('journal', `ends at record ${last}, but there is a snapshot of record ${seq}`)
  }
  await checkBegun(fs, folder, last, findings)
  onProgress('Checking the sources', 0.6)
  const { good, contentOf, count } = await checkSources(fs, folder, state, findings)
  onProgress('Checking annotations against their texts', 0.8)
  await checkEntities(state, contentOf, findings)
  checkBriefs(state, findings)
  await checkSurroundings(fs, folder, findings)
  onProgress('Reading the drafts and the backups', 0.9)
  await checkDrafts(fs, folder, findings)
  const backups = await checkBackups(fs, folder, manifest?.libraryId, last, findings)
  onProgress('Done', 1)
  const report: VerifyReport = {
    name: basename(root),
    path: root,
    isSound: !findings.hasErrors,
    findings: [...findings.list],
    left: findings.left,
    counts: {
      records: records.length,
      segments: segments.length,
      snapshots: snapshots.length,
      sources: count,
      backups,
      agreements: countOf(state, 'agreement'),
      texts: countOf(state, 'text'),
      annotations: countOf(state, 'annotation'),
    },
  }
  return { report, state, records, snapshots, goodSources: good }
}

/** The manifest, if it can be trusted. */
async function checkManifest(
  fs: FileSystem,
  folder: LibraryFolder,
  findings: Findings,
): Promise<Manifest | undefined> {
  try {
    return await readManifest(fs, folder)
  } catch (error) {
    if (!(error instanceof PactaError)) throw error
    if (error.code === 'library-newer')
      findings.error('library.json', 'was written by a newer version of Pacta')
    else if (error.code === 'library-damaged') findings.error('library.json', 'is not as it was written')
    else if (error.code === 'library-unreadable') findings.error('library.json', 'cannot be read')
    else throw error
    return undefined
  }
}

/** Snapshots of an older epoch count as well: restoring a backup appends to the journal and rewrites nothing. */
async function goodSnapshots(fs: FileSystem, folder: LibraryFolder, findings: Findings): Promise<Snapshot[]> {
  const good: Snapshot[] = []
  for (const seq of await listSnapshots(fs, folder.snapshots)) {
    const snapshot = await readSnapshot(fs, folder.snapshots, seq)
    const name = `snapshots/${snapshotName(seq)}`
    if (!snapshot) findings.error(name, 'does not fit its checksum')
    else if (!isReadable(snapshot)) findings.error(name, 'fits its checksum and cannot be read')
    else good.push(snapshot)
  }
  return good
}

/** Opening reads a text's part of a snapshot only when it is asked for. */
function isReadable({ state }: Snapshot): boolean {
  try {
    state.readAll()
    return true
  } catch {
    return false
  }
}

/** Whether the segment that was begun last is there. */
async function checkBegun(
  fs: FileSystem,
  folder: LibraryFolder,
  last: number,
  findings: Findings,
): Promise<void> {
  const begun = await readBegun(fs, folder.journal)
  if (begun.isDamaged) findings.error(`journal/${BEGUN}`, 'is not as it was written')
  const missing = missingBegun(begun, last, basename(folder.root))
  if (missing) findings.error(String(missing.details['file']), 'has been begun, and is missing or empty')
}

/** What stands around the library's own files. */
async function checkSurroundings(fs: FileSystem, folder: LibraryFolder, findings: Findings): Promise<void> {
  for (const copy of await findConflictCopies(fs, folder)) {
    findings.warning(copy, 'is a copy made by a sync tool')
  }
  const service = await cloudServiceOf(fs, folder.root)
  if (service !== undefined) findings.warning('the folder', `is copied to other computers by ${service}`)
}
