import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'
import { decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot-format.ts'
import { fileFitsSum, fitsSum, SUM_ENDING, sumFileOf, writeSum } from './sum-file.ts'

/** How many good snapshots are kept: if the newest is damaged an older one serves. */
const KEPT = 3

/** A snapshot file that cannot be used. */
export interface BadSnapshot {
  readonly name: string
}

/** What is found on looking for the newest good snapshot. */
export interface FoundSnapshot {
  readonly snapshot?: Snapshot
  /** Newer ones that are damaged. */
  readonly bad: readonly BadSnapshot[]
}

const NAME = /^(\d{9,})\.json\.gz$/

/** The file of the snapshot after a record: `000001200.json.gz`. */
export function snapshotName(seq: number): string {
  return `${String(seq).padStart(9, '0')}.json.gz`
}

/** The numbers of the snapshots in a folder, the newest first. */
export async function listSnapshots(fs: FileSystem, folder: string): Promise<number[]> {
  const names = await fs.list(folder)
  return names
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a)
}

/** Reads one snapshot; nothing when it is missing, damaged, or does not belong under its name. */
export async function readSnapshot(
  fs: FileSystem,
  folder: string,
  seq: number,
): Promise<Snapshot | undefined> {
  const path = join(folder, snapshotName(seq))
  const bytes = await fs.readFile(path).catch(() => undefined)
  if (!bytes || !(await fitsSum(fs, path, bytes))) return undefined
  const snapshot = decodeSnapshot(bytes)
  return snapshot?.seq === seq ? snapshot : undefined
}

/** The newest good snapshot of a library in its present epoch; one of another epoch tells another story. */
export async function newestSnapshot(
  fs: FileSystem,
  folder: string,
  { libraryId, epoch }: Pick<Snapshot, 'libraryId' | 'epoch'>,
): Promise<FoundSnapshot> {
  const bad: BadSnapshot[] = []
  for (const seq of await listSnapshots(fs, folder)) {
    const snapshot = await readSnapshot(fs, folder, seq)
    if (!snapshot) bad.push({ name: snapshotName(seq) })
    else if (snapshot.libraryId === libraryId && snapshot.epoch === epoch) return { snapshot, bad }
  }
  return { bad }
}

/**
 * Writes a snapshot, reads it again from the disk, and only then drops the ones that are not needed any more.
 * Returns the number of the oldest snapshot kept: what a journal segment holds up to there is covered by every one.
 *
 * @throws the system's error, or Error when what is read is not what was written; nothing is then dropped.
 */
export async function writeSnapshot(fs: FileSystem, folder: string, snapshot: Snapshot): Promise<number> {
  const { seq } = snapshot
  const bytes = await encodeSnapshot(snapshot)
  const path = join(folder, snapshotName(seq))
  await fs.makeFolder(folder)
  // The sum comes first, and never beside other bytes: whatever moment the power fails at, a snapshot that is there has
  // the sum that belongs to it, and one that does not fit is damage.
  await fs.remove(path)
  try {
    await writeSum(fs, path, bytes)
    await replaceFile(fs, path, bytes)
  } catch (error) {
    await fs.remove(sumFileOf(path)).catch(() => undefined)
    throw error
  }
  if (!(await readSnapshot(fs, folder, seq))) {
    throw new Error(`Snapshot ${seq} was not written as it should be`)
  }
  const kept = await untilGood(fs, folder)
  const files = new Set(kept.map(snapshotName).flatMap((name) => [name, sumFileOf(name)]))
  for (const name of await fs.list(folder)) {
    const isOurs = NAME.test(name.replace(SUM_ENDING, ''))
    if (isOurs && !files.has(name)) await fs.remove(join(folder, name))
  }
  return kept.at(-1) ?? seq
}

/** The newest snapshots up to the last one needed: damaged ones among them are let be, and do not count. */
async function untilGood(fs: FileSystem, folder: string): Promise<number[]> {
  const kept: number[] = []
  let good = 0
  for (const seq of await listSnapshots(fs, folder)) {
    kept.push(seq)
    const fits = await fileFitsSum(fs, join(folder, snapshotName(seq))).catch(() => false)
    if (fits !== false) good++
    if (good === KEPT) break
  }
  return kept
}
