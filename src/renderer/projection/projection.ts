import type { Client } from '#contract/client.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { applyOperations } from '#domain/library/apply.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Structure } from '#domain/structure/provision.ts'
import { lateStore, type LateStore, type Later } from './late-store.ts'
import { EMPTY_CATALOG, textModel, type Catalog, type TextModel } from './library-model.ts'
import { stampOf, type MetaRow } from './projection-db.ts'
import type { ProjectionStore } from './projection-store.ts'
import { ShownTexts } from './shown-texts.ts'
import { touchedRows, type Rows } from './touched-rows.ts'

/** Records fetched at once when catching up. */
const CATCH_UP = 500

/** The library as a window sees it: a projection of the journal, kept in IndexedDB and in memory. */
export interface Projection {
  readonly catalog: Catalog
  /** False when the library holds less, or something else, than what was shown of it here before. */
  readonly isAsLeft: boolean
  /** Tells when the catalog has been replaced. */
  onCatalog(listener: () => void): () => void
  /** The model of a text if it is loaded, with what has been foreseen. */
  text(textId: TextId): TextModel | undefined
  /** Loads a text's model and keeps it up to date. */
  loadText(textId: TextId): Promise<TextModel | undefined>
  /** Tells when a loaded text's model has been replaced. */
  onText(textId: TextId, listener: () => void): () => void
  /**
   * Shows the annotations that these operations make while they are on their way to the journal. The returned function
   * takes back what has not come back from there.
   */
  foresee(operations: readonly Operation[]): () => void
  /** Every annotation of the library, those in the trash too: for questions across texts. */
  allAnnotations(): Promise<readonly Annotation[]>
  /** Tells when annotations or assessments of any text have changed, loaded or not. */
  onMarks(listener: () => void): () => void
  /** Tells that the database has failed: this projection shows nothing new any more and must be opened again. */
  onBroken(listener: () => void): () => void
  /** Returns when the record with this number is part of what is shown, or when nothing more will be shown here. */
  applied(seq: number): Promise<void>
  close(): void
}

/** A projection over a store, kept up to date by the records that the main process tells of. */
export class LiveProjection implements Projection {
  readonly isAsLeft: boolean
  readonly #client: Client
  readonly #store: LateStore
  readonly #texts = new ShownTexts()
  readonly #catalogListeners = new Set<() => void>()
  readonly #brokenListeners = new Set<() => void>()
  readonly #marksListeners = new Set<() => void>()
  readonly #waiting: { seq: number; resolve: () => void }[] = []
  #catalog: Catalog = EMPTY_CATALOG
  #meta: MetaRow
  #isBroken = false
  #isStopped = false
  /** Records that have arrived, by number: they are applied in order, whatever order they came in. */
  readonly #arrived = new Map<number, JournalRecord>()
  #running: Promise<void> = Promise.resolve()
  #stopListening: (() => void) | undefined

  constructor(
    { client, later, isAsLeft }: { client: Client; later: Later; isAsLeft: boolean },
    store: ProjectionStore,
    meta: MetaRow,
  ) {
    this.#client = client
    this.isAsLeft = isAsLeft
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
      if (this.#texts.get(textId)) return
      try {
        // Safe: rows are kept under their kind.
        const structure = (await this.#store.get('structure', textId)) as Structure | undefined
        const marks = await this.#store.marks(textId)
        if (structure)
          this.#texts.record(textId, textModel(structure, marks.annotations(), marks.assessments()))
      } catch {
        this.#giveUp()
      }
    })
    this.#texts.tell(textId)
    return this.#texts.get(textId)
  }

  onText(textId: TextId, listener: () => void): () => void {
    return this.#texts.on(textId, listener)
  }

  foresee(operations: readonly Operation[]): () => void {
    return this.#isStopped ? () => undefined : this.#texts.foresee(operations)
  }

  async allAnnotations(): Promise<readonly Annotation[]> {
    let all: readonly Annotation[] = []
    // In turn with the records, so that the rows are as new as what is shown.
    await this.#inTurn(async () => {
      all = await this.#store.allAnnotations()
    })
    return all
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
    if (this.#isStopped || seq <= this.#appliedSeq) return Promise.resolve()
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
    this.#stopListening = undefined
    this.#isStopped = true
    this.#arrived.clear()
    // Whoever waits has a record that is durable; that it is not shown here any more must not hold anything up.
    for (const { resolve } of this.#waiting.splice(0)) resolve()
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
    this.#meta = { ...this.#meta, appliedSeq: record.seq, stamp: stampOf(record) }
    // Shown first, kept second: the record is durable already, and what the database misses is fetched again.
    this.#show(rows, record.operations)
    await this.#store.change(rows.changes(), this.#meta)
  }

  #show(rows: Rows, operations: readonly Operation[]): void {
    const catalog = rows.changedCatalog(this.#catalog)
    if (catalog !== this.#catalog) {
      this.#catalog = catalog
      for (const listener of this.#catalogListeners) listener()
    }
    for (const textId of rows.changedTexts) {
      const before = this.#texts.recorded(textId)
      if (before) this.#texts.record(textId, rows.textModel(textId, before), operations)
    }
    if (rows.changedTexts.size > 0) for (const listener of this.#marksListeners) listener()
    const seq = this.#appliedSeq
    for (const { resolve } of this.#waiting.filter((w) => w.seq <= seq)) resolve()
    this.#waiting.splice(0, this.#waiting.length, ...this.#waiting.filter((w) => w.seq > seq))
  }
}
