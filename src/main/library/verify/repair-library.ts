import { basename, join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { VerifyReport } from '#contract/verify.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import { replaceFile } from '../../files/replace-file.ts'
import { openJournal } from '../journal.ts'
import { libraryFolder } from '../library-folder.ts'
import { beginLibrary, folderError, type LibraryHost } from '../library-opener.ts'
import { replay } from './replay.ts'
import { examineLibrary, type VerifyProgress } from './verify-library.ts'

/** What a repair has saved. */
export interface Repaired {
  /** What was wrong with the old folder. */
  readonly report: VerifyReport
  /** Records taken over, and records that build on lost ones and could not be. */
  readonly kept: number
  readonly skipped: number
  /** Changes that only a snapshot knew any more. */
  readonly fromSnapshots: number
  readonly sources: number
}

/** Records written at once; each lot is synced. */
const LOT = 500

/**
 * Saves what can be saved of a library into a new folder: every good record that still fits, what good snapshots
 * know beyond them, every good source, and drafts. The records are numbered anew. The old folder is only read. The
 * new library has an identity of its own, so the two can lie side by side.
 *
 * @throws PactaError `folder-not-empty`, `folder-missing`, `folder-not-library`, `disk-full`, `folder-not-writable`.
 */
export async function repairLibrary(
  host: LibraryHost,
  root: string,
  target: string,
  onProgress: VerifyProgress = () => undefined,
): Promise<Repaired> {
  const { fs } = host
  if ((await fs.list(target)).length > 0) throw new PactaError('folder-not-empty', { name: basename(target) })
  const found = await examineLibrary(fs, root, (step, share) => onProgress(step, share / 2))
  const from = libraryFolder(root)
  const to = libraryFolder(target)
  const { records, skipped, fromSnapshots } = await renumbered(host, found.records, found.snapshots)
  try {
    await fs.makeFolder(to.journal)
    await fs.makeFolder(to.sources)
    onProgress('Writing the journal', 0.6)
    const libraryName = basename(target)
    const { journal } = await openJournal(fs, to.journal, {
      libraryName,
      after: 0,
      visit: () => undefined,
    })
    for (let i = 0; i < records.length; i += LOT) await journal.append(records.slice(i, i + LOT))
    await journal.close()
    onProgress('Copying the sources', 0.8)
    for (const hash of found.goodSources) {
      await replaceFile(fs, join(to.sources, hash), await fs.readFile(join(from.sources, hash)))
    }
    await copyDrafts(host, from.root, to.root)
    await beginLibrary(host, to)
  } catch (error) {
    throw folderError(error, basename(target))
  }
  onProgress('Done', 1)
  return {
    report: found.report,
    kept: records.length - fromSnapshots,
    skipped,
    fromSnapshots,
    sources: found.goodSources.size,
  }
}

/** Good records in order under new numbers, with records of our own where a snapshot knows what the journal lost. */
async function renumbered(
  host: LibraryHost,
  records: readonly JournalRecord[],
  snapshots: Parameters<typeof replay>[1],
): Promise<{ readonly records: JournalRecord[]; readonly skipped: number; readonly fromSnapshots: number }> {
  const kept: JournalRecord[] = []
  const numbers = new Map<number, number>()
  let skipped = 0
  let fromSnapshots = 0
  await replay(records, snapshots, {
    onSkipped: () => skipped++,
    onDifference: (_, operations) => {
      fromSnapshots++
      kept.push({
        seq: kept.length + 1,
        at: host.clock.now(),
        by: 'Pacta',
        action: 'library.repair',
        operations,
      })
    },
    onTaken: (record) => {
      const seq = kept.length + 1
      numbers.set(record.seq, seq)
      const { undoes, redoes, ...rest } = record
      kept.push({ ...rest, seq, ...moved('undoes', undoes, numbers), ...moved('redoes', redoes, numbers) })
    },
  })
  return { records: kept, skipped, fromSnapshots }
}

/** Which records one takes back or does again, under their new numbers; when any is lost, it is an ordinary change. */
function moved(
  name: 'undoes' | 'redoes',
  seqs: readonly number[] | undefined,
  numbers: ReadonlyMap<number, number>,
): Partial<Pick<JournalRecord, 'undoes' | 'redoes'>> {
  const now = seqs?.flatMap((seq) => numbers.get(seq) ?? []) ?? []
  return seqs && now.length === seqs.length ? { [name]: now } : {}
}

async function copyDrafts({ fs }: LibraryHost, from: string, to: string): Promise<void> {
  const names = (await fs.list(join(from, 'drafts'))).filter((name) => name.endsWith('.json'))
  if (names.length === 0) return
  await fs.makeFolder(join(to, 'drafts'))
  for (const name of names) {
    await replaceFile(fs, join(to, 'drafts', name), await fs.readFile(join(from, 'drafts', name)))
  }
}
