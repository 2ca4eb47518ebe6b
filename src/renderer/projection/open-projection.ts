import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import { PactaError } from '#contract/errors.ts'
import { openDexieStore, type OpenStore } from './dexie-store.ts'
import type { Later } from './late-store.ts'
import { memoryStore } from './memory-store.ts'
import { PROJECTION_VERSION, stampOf, type MetaRow } from './projection-db.ts'
import { LiveProjection, type Projection } from './projection.ts'
import type { LibraryLots, ProjectionStore } from './projection-store.ts'
import { fetchLibrary, type RebuildProgress } from './rebuild.ts'

/** How long nothing must have changed before rows are written. */
const PAUSE_MS = 2000

const afterPause: Later = (work) => {
  const timer = setTimeout(work, PAUSE_MS)
  return () => clearTimeout(timer)
}

/**
 * Opens the projection of a library and brings it up to the journal. Whatever is wrong with the database (missing,
 * of another epoch, ahead of the journal, unreadable, emptied, in disagreement with the journal) it is thrown away
 * and built anew: it holds nothing of its own. Where no database can be had at all, memory serves.
 *
 * @throws PactaError what the main process answers; never what the database throws.
 */
export async function openProjection(
  client: Client,
  info: LibraryInfo,
  onRebuild: RebuildProgress,
  openStore: OpenStore = openDexieStore,
  later: Later = afterPause,
): Promise<Projection> {
  const opened = await openStore(info).catch(() => undefined)
  let isAsLeft = opened?.isAhead !== true
  const begin = (store: ProjectionStore, meta: MetaRow, headSeq: number): Promise<Projection | undefined> =>
    started(new LiveProjection({ client, later, isAsLeft }, store, meta), headSeq)

  if (opened?.meta) {
    isAsLeft = await isOfThisCopy(client, opened.meta)
    const projection = isAsLeft && (await begin(opened.store, opened.meta, info.headSeq))
    if (projection) return projection
  }
  const lots: LibraryLots = async function* () {
    const seq = yield* fetchLibrary(client, onRebuild)
    return metaAt(client, info, seq)
  }
  const filled = opened && (await opened.store.fill(lots).catch(() => undefined))
  const projection = filled && (await begin(opened.store, filled, filled.appliedSeq))
  if (projection) return projection
  opened?.store.close()
  const memory = memoryStore()
  const meta = await memory.fill(lots)
  const inMemory = await begin(memory, meta, meta.appliedSeq)
  if (!inMemory) throw new PactaError('internal')
  return inMemory
}

async function metaAt(client: Client, { libraryId, epoch }: LibraryInfo, seq: number): Promise<MetaRow> {
  const stamp = await stampAt(client, seq)
  return {
    key: 'state',
    version: PROJECTION_VERSION,
    libraryId,
    epoch,
    appliedSeq: seq,
    ...(stamp === undefined ? {} : { stamp }),
  }
}

/** Whether the last record that a store has followed is the one that has its number in the journal. */
async function isOfThisCopy(client: Client, { appliedSeq, stamp }: MetaRow): Promise<boolean> {
  if (stamp === undefined) return true
  const found = await stampAt(client, appliedSeq)
  // A damaged journal may not give it any more: that is told elsewhere, and is no other copy.
  return found === undefined || found === stamp
}

async function stampAt(client: Client, seq: number): Promise<string | undefined> {
  if (seq === 0) return undefined
  const [record] = await client.invoke('library.records', { after: seq - 1, limit: 1 })
  return record?.seq === seq ? stampOf(record) : undefined
}

/** The projection once it is level with the journal; nothing when the store fails on the way. */
async function started(projection: LiveProjection, headSeq: number): Promise<Projection | undefined> {
  if (await projection.start(headSeq)) return projection
  projection.stop()
  return undefined
}
