import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { PactaError } from '#contract/errors.ts'
import { applyOperations } from '#domain/library/apply.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Structure } from '#domain/structure/provision.ts'
import { openDexieStore, type OpenStore } from './dexie-store.ts'
import { lateStore, type Later } from './late-store.ts'
import { EMPTY_CATALOG, textModel, type Catalog, type TextModel } from './library-model.ts'
import { memoryStore } from './memory-store.ts'
import { PROJECTION_VERSION, type MarksRow, type MetaRow } from './projection-db.ts'
import type { ProjectionStore } from './projection-store.ts'
import { fetchLibrary, type RebuildProgress } from './rebuild.ts'
import { touchedRows, type Rows } from './touched-rows.ts'

/** Records fetched at once when catching up. */
const CATCH_UP = 500

/** How long nothing must have changed before rows are written. */
const PAUSE_MS = 2000

const afterPause: Later = (work) => {
  const timer = setTimeout(work, PAUSE_MS)
  return () => clearTimeout(timer)
}

/** The library as a window sees it: a projection of the journal, kept in IndexedDB and in memory. */
export interface Projection {
  readonly catalog: Catalog
  /** Tells when the catalog has been replaced. */
  onCatalog(listener: () => void): () => void
  /** The model of a text if it is loaded. */
  text(textId: TextId): TextModel | undefined
  /** Loads a text's model and keeps it up to date. */
  loadText(textId: TextId): Promise<TextModel | undefined>
  /** Tells when a loaded text's model has been replaced. */
  onText(textId: TextId, listener: () => void): () => void
  /** Every annotation of the library, those in the trash too: for questions across texts. */
  allAnnotations(): Promise<readonly Annotation[]>
  /** Tells when annotations or assessments of any text have changed, loaded or not. */
  onMarks(listener: () => void): () => void
  /** Tells that the database has failed: this projection shows nothing new any more and must be opened again. */
  onBroken(listener: () => void): () => void
  /** Returns when the record with this number is part of what is shown. */
  applied(seq: number): Promise<void>
  close(): void
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
  if (opened?.meta) {
    const started = await begin(client, later, opened.store, opened.meta, info.headSeq)
    if (started) return started
  }
  const { rows, seq } = await fetchLibrary(client, onRebuild)
  const { libraryId, epoch } = info
  const meta: MetaRow = { key: 'state', version: PROJECTION_VERSION, libraryId, epoch, appliedSeq: seq }
  if (opened && (await isFilled(opened.store, rows, meta))) {
    const started = await begin(client, later, opened.store, meta, seq)
    if (started) return started
  }
  opened?.store.close()
  const memory = memoryStore()
  await memory.fill(rows, meta)
  const started = await begin(client, later, memory, meta, seq)
  if (!started) throw new PactaError('internal')
  return started
}

async function isFilled(
  store: ProjectionStore,
  ...content: Parameters<ProjectionStore['fill']>
): Promise<boolean> {
  try {
    await store.fill(...content)
    return true
  } catch {
    return false
  }
}

/** The projection once it is level with the journal; nothing when the store fails on the way. */
async function begin(
  client: Client,
  later: Later,
  store: ProjectionStore,
  meta: MetaRow,
  headSeq: number,
): Promise<Projection | undefined> {
  const projection = new LiveProjection(client, store, meta, later)
  if (await projection.start(headSeq)) return projection
  projection.stop()
  return undefined
}

class LiveProjection implements Projection {
  readonly #client: Client
  readonly #store: ProjectionStore
  readonly #texts = new Map<TextId, TextModel>()
  readonly #catalogListeners = new Set<() => void>()
  readonly #textListeners = new Map<TextId, Set<() => void>>()
  readonly #brokenListeners = new Set<() => void>()
  readonly #marksListeners = new Set<() => void>()
  readonly #waiting: { seq: number; resolve: () => void }[] = []
  #catalog: Catalog = EMPTY_CATALOG
  #meta: MetaRow
  #isBroken = false
  /** Records that have arrived, by number: they are applied in order, whatever order they came in. */
  readonly #arrived = new Map<number, JournalRecord>()
  #running: Promise<void> = Promise.resolve()
  #stopListening: (() => void) | undefined

  constructor(client: Client, store: ProjectionStore, meta: MetaRow, later: Later) {
    this.#client = client
    this.#store = lateStore(store, { later, onFailed: () => this.#giveUp() })
    this.#meta = meta
  }

  get catalog(): Catalog {
    return this.#catalog
  }

  /**
   * Shows what is stored and catches up with the journal, at least to `headSeq`. False when the store fails, or when
   * records are missing from a damaged journal.
   */
  async start(headSeq: number): Promise<boolean> {
    try {
      this.#catalog = await this.#store.catalog()
    } catch {
      return false
    }
    // Listening starts before catching up: what is committed meanwhile is in one or the other.
    this.#stopListening = this.#client.on('library.committed', ({ record }) => this.#arrive([record]))
    for (;;) {
      const after = this.#appliedSeq
      const records = await this.#client.invoke('library.records', { after, limit: CATCH_UP })
      this.#arrive(records)
      await this.#running
      if (this.#isBroken) return false
      if (records.length < CATCH_UP) return this.#appliedSeq >= headSeq
    }
  }

  onCatalog(listener: () => void): () => void {
    this.#catalogListeners.add(listener)
    return () => this.#catalogListeners.delete(listener)
  }

  text(textId: TextId): TextModel | undefined {
    return this.#texts.get(textId)
  }

  async loadText(textId: TextId): Promise<TextModel | undefined> {
    // In turn with the records, so that none falls between reading the rows and keeping the model.
    await this.#inTurn(async () => {
      if (this.#texts.has(textId)) return
      try {
        // Safe: rows are kept under their kind.
        const structure = (await this.#store.get('structure', textId)) as Structure | undefined
        const marks = await this.#store.marks(textId)
        if (structure)
          this.#texts.set(textId, textModel(structure, marks?.annotations ?? [], marks?.assessments ?? []))
      } catch {
        this.#giveUp()
      }
    })
    this.#tellText(textId)
    return this.#texts.get(textId)
  }

  onText(textId: TextId, listener: () => void): () => void {
    const listeners = this.#textListeners.get(textId) ?? new Set()
    this.#textListeners.set(textId, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  async allAnnotations(): Promise<readonly Annotation[]> {
    let rows: readonly MarksRow[] = []
    // In turn with the records, so that the rows are as new as what is shown.
    await this.#inTurn(async () => {
      rows = await this.#store.allMarks()
    })
    return rows.flatMap((row) => row.annotations)
  }

  onMarks(listener: () => void): () => void {
    this.#marksListeners.add(listener)
    return () => this.#marksListeners.delete(listener)
  }

  onBroken(listener: () => void): () => void {
    this.#brokenListeners.add(listener)
    return () => this.#brokenListeners.delete(listener)
  }

  applied(seq: number): Promise<void> {
    if (seq <= this.#appliedSeq) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.push({ seq, resolve })
    })
  }

  close(): void {
    this.stop()
    this.#store.close()
  }

  /** Hears nothing more; the store stays open for another. */
  stop(): void {
    this.#stopListening?.()
    this.#arrived.clear()
  }

  get #appliedSeq(): number {
    return this.#meta.appliedSeq
  }

  #arrive(records: readonly JournalRecord[]): void {
    for (const record of records) {
      if (record.seq > this.#appliedSeq) this.#arrived.set(record.seq, record)
    }
    void this.#inTurn(() => this.#applyArrived())
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#running = this.#running.then(work, work)
    return this.#running
  }

  async #applyArrived(): Promise<void> {
    for (
      let next = this.#arrived.get(this.#appliedSeq + 1);
      next;
      next = this.#arrived.get(this.#appliedSeq + 1)
    ) {
      this.#arrived.delete(next.seq)
      try {
        await this.#apply(next)
      } catch {
        // The database is behind what is shown, or disagrees with the journal: only building it anew helps.
        this.#giveUp()
        return
      }
    }
  }

  #giveUp(): void {
    this.#isBroken = true
    this.stop()
    for (const listener of this.#brokenListeners) listener()
  }

  async #apply(record: JournalRecord): Promise<void> {
    const rows = await touchedRows(this.#store, record.operations)
    applyOperations(rows.store, record.operations)
    this.#meta = { ...this.#meta, appliedSeq: record.seq }
    // Shown first, kept second: the record is durable already, and what the database misses is fetched again.
    this.#show(rows)
    await this.#store.write(rows.changes(), this.#meta)
  }

  #show(rows: Rows): void {
    const catalog = rows.changedCatalog(this.#catalog)
    if (catalog !== this.#catalog) {
      this.#catalog = catalog
      for (const listener of this.#catalogListeners) listener()
    }
    for (const textId of rows.changedTexts) {
      const before = this.#texts.get(textId)
      const after = before && rows.textModel(textId, before)
      if (!before) continue
      if (after) this.#texts.set(textId, after)
      else this.#texts.delete(textId)
      this.#tellText(textId)
    }
    if (rows.changedTexts.size > 0) for (const listener of this.#marksListeners) listener()
    const seq = this.#appliedSeq
    for (const { resolve } of this.#waiting.filter((w) => w.seq <= seq)) resolve()
    this.#waiting.splice(0, this.#waiting.length, ...this.#waiting.filter((w) => w.seq > seq))
  }

  #tellText(textId: TextId): void {
    for (const listener of this.#textListeners.get(textId) ?? []) listener()
  }
}
