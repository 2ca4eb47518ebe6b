import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { applyOperations } from '#domain/library/apply.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import type { TextId } from '#domain/shared/id.ts'
import { EMPTY_CATALOG, textModel, type Catalog, type TextModel } from './library-model.ts'
import { PROJECTION_VERSION, ProjectionDb, type MarksRow, type MetaRow } from './projection-db.ts'
import { rebuild, type RebuildProgress } from './rebuild.ts'
import { touchedRows, type Rows } from './touched-rows.ts'

/** Records fetched at once when catching up. */
const CATCH_UP = 500

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
 * of another epoch, ahead of the journal, unreadable) it is thrown away and built anew: it holds nothing of its own.
 */
export async function openProjection(
  client: Client,
  info: LibraryInfo,
  onRebuild: RebuildProgress,
): Promise<Projection> {
  const db = new ProjectionDb(info.libraryId)
  if (!(await isCurrent(db, info))) await rebuild(db, client, info, onRebuild)
  const projection = new LiveProjection(client, db)
  await projection.start()
  return projection
}

/** Opens the database and tells whether it is a usable projection of this library. */
async function isCurrent(db: ProjectionDb, info: LibraryInfo): Promise<boolean> {
  try {
    await db.open()
    const meta = await db.meta.get('state')
    return meta !== undefined && isProjectionOf(meta, info)
  } catch {
    // Damaged beyond opening: the rebuild deletes it.
    return false
  }
}

function isProjectionOf(meta: MetaRow, info: LibraryInfo): boolean {
  const { version, libraryId, epoch, appliedSeq } = meta
  const same = version === PROJECTION_VERSION && libraryId === info.libraryId && epoch === info.epoch
  return same && appliedSeq <= info.headSeq
}

class LiveProjection implements Projection {
  readonly #client: Client
  readonly #db: ProjectionDb
  readonly #texts = new Map<TextId, TextModel>()
  readonly #catalogListeners = new Set<() => void>()
  readonly #textListeners = new Map<TextId, Set<() => void>>()
  readonly #brokenListeners = new Set<() => void>()
  readonly #marksListeners = new Set<() => void>()
  readonly #waiting: { seq: number; resolve: () => void }[] = []
  #catalog: Catalog = EMPTY_CATALOG
  #meta: MetaRow | undefined
  /** Records that have arrived, by number: they are applied in order, whatever order they came in. */
  readonly #arrived = new Map<number, JournalRecord>()
  #running: Promise<void> = Promise.resolve()
  #stopListening: (() => void) | undefined

  constructor(client: Client, db: ProjectionDb) {
    this.#client = client
    this.#db = db
  }

  get catalog(): Catalog {
    return this.#catalog
  }

  async start(): Promise<void> {
    this.#meta = await this.#db.meta.get('state')
    this.#catalog = await readCatalog(this.#db)
    // Listening starts before catching up: what is committed meanwhile is in one or the other.
    this.#stopListening = this.#client.on('library.committed', ({ record }) => this.#arrive([record]))
    for (;;) {
      const after = this.#appliedSeq
      const records = await this.#client.invoke('library.records', { after, limit: CATCH_UP })
      this.#arrive(records)
      await this.#running
      if (records.length < CATCH_UP) return
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
      const structure = await this.#db.structure.get(textId)
      const marks = await this.#db.marks.get(textId)
      if (structure)
        this.#texts.set(textId, textModel(structure, marks?.annotations ?? [], marks?.assessments ?? []))
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
      rows = await this.#db.marks.toArray()
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
    this.#stopListening?.()
    this.#db.close()
  }

  get #appliedSeq(): number {
    return this.#meta?.appliedSeq ?? 0
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
        this.#stopListening?.()
        this.#arrived.clear()
        for (const listener of this.#brokenListeners) listener()
        return
      }
    }
  }

  async #apply(record: JournalRecord): Promise<void> {
    const meta = this.#meta
    if (!meta) return
    const rows = await touchedRows(this.#db, record.operations)
    applyOperations(rows.store, record.operations)
    this.#meta = { ...meta, appliedSeq: record.seq }
    // Shown first, kept second: the record is durable already, and what the database misses is fetched again.
    this.#show(rows)
    const keep = this.#meta
    await this.#db.transaction('rw', this.#db.tables, async () => {
      await rows.write()
      await this.#db.meta.put(keep)
    })
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

async function readCatalog(db: ProjectionDb): Promise<Catalog> {
  const [agreements, texts, codebooks, themes, briefs] = await Promise.all([
    db.agreement.toArray(),
    db.text.toArray(),
    db.codebook.toArray(),
    db.theme.toArray(),
    db.brief.toArray(),
  ])
  const byId = <T extends { id: string }>(entities: T[]): Map<string, T> =>
    new Map(entities.map((e) => [e.id, e]))
  return {
    agreements: byId(agreements),
    texts: byId(texts),
    codebooks: byId(codebooks),
    themes: byId(themes),
    briefs: byId(briefs),
  }
}
