import { hostname } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import { applyOperations } from '#domain/library/apply.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import { UndoHistory } from '#domain/library/undo-history.ts'
import type { Ids } from '#domain/shared/id.ts'
import type { Clock } from '#domain/shared/time.ts'
import { systemCode, type FileSystem } from '../files/file-system.ts'
import { TEMPORARY_PREFIX } from '../files/replace-file.ts'
import { missingBegun, readBegun } from './begun.ts'
import { cloudServiceOf } from './cloud-folder.ts'
import { findConflictCopies } from './conflict-copies.ts'
import { openJournal } from './journal.ts'
import { libraryFolder, type LibraryFolder } from './library-folder.ts'
import { GUARD_PREFIX, takeLock, type HeldLock } from './lock.ts'
import { bootName, thisMachine } from './machine.ts'
import { LIBRARY_FORMAT, readManifest, readNewerManifest, writeManifest, type Manifest } from './manifest.ts'
import type { LibraryListener } from './library-listener.ts'
import { OpenLibrary } from './open-library.ts'
import { listSegments, segmentName } from './segments.ts'
import type { Snapshot } from './snapshot-format.ts'
import { listSnapshots, newestSnapshot, readSnapshot, type BadSnapshot } from './snapshot-store.ts'
import { openSourceStore } from './source-store.ts'
import { makeUpkeep, SNAPSHOT_AFTER } from './upkeep.ts'

/** What opening a library needs from outside. */
export interface LibraryHost {
  readonly fs: FileSystem
  readonly clock: Clock
  readonly ids: Ids
  readonly appVersion: string
  /** Records and operations after which a snapshot is made; absent for the usual number. */
  readonly snapshotAfter?: number
  /** Bytes after which the journal goes on in a new file; absent for the usual number. */
  readonly segmentBytes?: number
}

/**
 * Makes an empty library in a folder that is missing or empty. It still has to be opened.
 *
 * @throws PactaError `folder-not-empty`, `folder-not-writable` or `disk-full`; nothing is then left behind but
 * perhaps an empty folder.
 */
export async function createLibrary(host: LibraryHost, root: string): Promise<void> {
  const { fs } = host
  const folder = libraryFolder(root)
  const name = basename(root)
  if ((await fs.list(root)).length > 0) throw new PactaError('folder-not-empty', { name })
  try {
    await fs.makeFolder(folder.journal)
    await fs.makeFolder(folder.sources)
    await beginLibrary(host, folder)
    // The library's own folder is new in another.
    await fs.syncFolder(dirname(root))
  } catch (error) {
    throw folderError(error, name)
  }
}

/**
 * Writes the manifest of a new library. It comes last: a folder without it is no library, so a half-made one is never
 * opened.
 */
export async function beginLibrary(host: LibraryHost, folder: LibraryFolder): Promise<void> {
  await writeManifest(host.fs, folder, {
    format: LIBRARY_FORMAT,
    libraryId: host.ids.next(),
    createdAt: host.clock.now(),
    appVersion: host.appVersion,
    epoch: 1,
  })
}

/**
 * Opens the library in a folder: takes the lock, reads the newest good snapshot and the journal after it.
 *
 * Whatever stands in the way of writing (another Pacta, damage, a newer program, a folder that may not be written)
 * makes it open for reading only, as far as it can be read; `readOnly` says why. Opening for reading changes nothing
 * on the disk. `isTakenOver` when the user says that no other computer has it open, whatever its lock says.
 *
 * @throws PactaError `folder-missing`, `folder-not-library`; `library-newer` when not even the manifest can be
 * understood.
 */
export async function openLibrary(
  host: LibraryHost,
  root: string,
  listener: LibraryListener,
  isTakenOver = false,
): Promise<OpenLibrary> {
  const { fs } = host
  const folder = libraryFolder(root)
  const name = basename(root)
  const identity = await identify(fs, folder)
  const locked = identity.problem ? {} : await lockFolder(host, folder, isTakenOver)
  let readOnly = identity.problem ?? locked.problem
  try {
    if (!readOnly) await sweepTemporaries(fs, folder)
    const { manifest } = identity
    const { snapshot, bad } = await newestSnapshot(fs, folder.snapshots, manifest)
    const state = snapshot?.state ?? new LibraryState()
    const history = new UndoHistory(snapshot?.undo)
    const upkeep = makeUpkeep(
      fs,
      folder,
      host.snapshotAfter ?? SNAPSHOT_AFTER,
      () => journal.refresh(),
      (error) => listener.onUpkeepFailed?.(error),
    )
    const { journal, tornBytes, problem } = await openJournal(fs, folder.journal, {
      libraryName: name,
      after: snapshot?.seq ?? 0,
      visit: (record) => {
        applyOperations(state, record.operations)
        const { operations: _, ...header } = record
        history.add(header)
        upkeep.add(record)
      },
      ...(host.segmentBytes === undefined ? {} : { segmentBytes: host.segmentBytes }),
    })
    readOnly ??= problem ?? missingSegment(name, snapshot, journal.firstSeqs)
    readOnly ??= missingBegun(await readBegun(fs, folder.journal), journal.headSeq, name)
    readOnly ??= await emptied(fs, folder, journal.headSeq)
    let aside: string | undefined
    try {
      if (!readOnly) aside = await journal.cutTail()
    } catch (error) {
      readOnly = folderError(error, name)
    }
    // A library that is only read is not kept from whoever can write it.
    if (readOnly) await locked.lock?.release()
    return new OpenLibrary({
      root,
      manifest,
      state,
      journal,
      history,
      sources: openSourceStore(fs, folder.sources),
      ...(readOnly ? { readOnly } : locked.lock ? { lock: locked.lock } : {}),
      notices: await noticesOf(fs, folder, { bad, tornBytes: readOnly ? 0 : tornBytes, aside }),
      upkeep,
      clock: host.clock,
      listener,
      saveManifest: (changed) => writeManifest(fs, folder, changed),
    })
  } catch (error) {
    await locked.lock?.release()
    throw unreadable(error, folder)
  }
}

/** A part of the folder that the system does not give out. */
function unreadable(error: unknown, { root }: LibraryFolder): unknown {
  if (error instanceof PactaError || systemCode(error) === undefined) return error
  const path = error instanceof Error && 'path' in error ? String(error.path) : root
  const details = { name: basename(root), file: relative(root, path) }
  return new PactaError('library-unreadable', details, { cause: error })
}

interface Identity {
  readonly manifest: Manifest
  /** Why the manifest is not to be trusted for writing. */
  readonly problem?: PactaError
}

/** Reads the manifest; what a damaged or newer one does not tell is taken from elsewhere, for reading. */
async function identify(fs: FileSystem, folder: LibraryFolder): Promise<Identity> {
  try {
    return { manifest: await readManifest(fs, folder) }
  } catch (error) {
    if (!(error instanceof PactaError)) throw folderError(error, basename(folder.root))
    if (error.code === 'library-newer') {
      const manifest = await readNewerManifest(fs, folder)
      if (manifest) return { manifest, problem: error }
    }
    if (error.code !== 'library-damaged' && error.code !== 'library-unreadable') throw error
    return { manifest: await guessManifest(fs, folder), problem: error }
  }
}

/** Who a library is whose manifest is damaged: what its newest good snapshot says, or a stand-in. */
async function guessManifest(fs: FileSystem, folder: LibraryFolder): Promise<Manifest> {
  const unknown = { format: LIBRARY_FORMAT, createdAt: new Date(0).toISOString(), appVersion: '' } as const
  for (const seq of await listSnapshots(fs, folder.snapshots)) {
    const snapshot = await readSnapshot(fs, folder.snapshots, seq)
    if (snapshot) return { ...unknown, libraryId: snapshot.libraryId, epoch: snapshot.epoch }
  }
  return { ...unknown, libraryId: 'damaged', epoch: 1 }
}

/** A segment that a snapshot covers is not read when the library is opened, but it must be there. */
function missingSegment(
  name: string,
  snapshot: Snapshot | undefined,
  present: readonly number[],
): PactaError | undefined {
  const missing = snapshot?.segments.find((firstSeq) => !present.includes(firstSeq))
  if (missing === undefined) return undefined
  return new PactaError('library-damaged', { name, file: `journal/${segmentName(missing)}`, byte: 0 })
}

/**
 * A library that has, or once had, more than its journal tells: the journal has been taken away, or its end. A library
 * without a record has nothing else either.
 */
async function emptied(
  fs: FileSystem,
  folder: LibraryFolder,
  headSeq: number,
): Promise<PactaError | undefined> {
  const [newest = 0] = await listSnapshots(fs, folder.snapshots)
  const isCut = newest > headSeq || (headSeq === 0 && (await isUsed(fs, folder)))
  if (!isCut) return undefined
  const last = (await listSegments(fs, folder.journal)).at(-1)?.name ?? segmentName(1)
  return new PactaError('library-damaged', { name: basename(folder.root), file: `journal/${last}`, byte: 0 })
}

async function isUsed(fs: FileSystem, folder: LibraryFolder): Promise<boolean> {
  const names = await Promise.all(
    [folder.sources, folder.backups, folder.drafts].map((place) => fs.list(place)),
  )
  return names.flat().some((name) => !name.startsWith('.'))
}

async function noticesOf(
  fs: FileSystem,
  folder: LibraryFolder,
  {
    bad,
    tornBytes,
    aside,
  }: { readonly bad: readonly BadSnapshot[]; readonly tornBytes: number; readonly aside: string | undefined },
): Promise<PactaError[]> {
  const name = basename(folder.root)
  const notices = bad.map(
    (snapshot) => new PactaError('snapshot-damaged', { name, file: `snapshots/${snapshot.name}` }),
  )
  if (aside !== undefined) {
    const details = { name, bytes: tornBytes, file: `journal/${aside}` }
    notices.push(new PactaError('journal-tail-kept', details))
  } else if (tornBytes > 0) notices.push(new PactaError('journal-torn', { name, bytes: tornBytes }))
  const copies = await findConflictCopies(fs, folder)
  if (copies.length > 0) notices.push(new PactaError('conflict-copies', { name, files: copies.join(', ') }))
  const service = await cloudServiceOf(fs, folder.root)
  if (service !== undefined) notices.push(new PactaError('cloud-folder', { name, service }))
  return notices
}

/** The lock, or why it cannot be had. */
async function lockFolder(
  host: LibraryHost,
  folder: LibraryFolder,
  isTakenOver: boolean,
): Promise<{ readonly lock?: HeldLock; readonly problem?: PactaError }> {
  const me = {
    pid: process.pid,
    host: hostname(),
    startedAt: host.clock.now(),
    token: host.ids.next(),
    boot: bootName(),
  }
  try {
    return { lock: await takeLock(host.fs, folder.lock, me, thisMachine, isTakenOver) }
  } catch (error) {
    return { problem: folderError(error, basename(folder.root)) }
  }
}

/** Removes what interrupted replacements left behind. */
async function sweepTemporaries(fs: FileSystem, folder: LibraryFolder): Promise<void> {
  for (const place of [folder.root, folder.journal, folder.snapshots, folder.sources, folder.drafts]) {
    // What cannot be read is told of by whoever needs it.
    for (const name of await fs.list(place).catch(() => [])) {
      const isLeft =
        name.startsWith(TEMPORARY_PREFIX) || (place === folder.root && name.startsWith(GUARD_PREFIX))
      if (isLeft) await fs.remove(join(place, name))
    }
  }
}

/** Turns what the system says about a folder into what the user is told. */
export function folderError(error: unknown, name: string): PactaError {
  if (error instanceof PactaError) return error
  const code = systemCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new PactaError('disk-full', { name }, { cause: error })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new PactaError('folder-not-writable', { name }, { cause: error })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new PactaError('folder-missing', { name }, { cause: error })
  return new PactaError('write-failed', { name }, { cause: error })
}
