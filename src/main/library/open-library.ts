import { basename } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import { applyOperations } from '#domain/library/apply.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { inverseAll, type Operation } from '#domain/library/operation.ts'
import { actionLabel, type JournalRecord, type Transaction } from '#domain/library/record.ts'
import type { UndoHistory, UndoStep } from '#domain/library/undo-history.ts'
import type { Clock } from '#domain/shared/time.ts'
import { systemCode } from '../files/file-system.ts'
import { checkOperations } from './commit-check.ts'
import { commitQueue, type CommitQueue } from './commit-queue.ts'
import type { Journal } from './journal.ts'
import type { LibraryListener } from './library-listener.ts'
import type { HeldLock } from './lock.ts'
import type { Manifest } from './manifest.ts'
import type { SourceStore } from './source-store.ts'
import type { Upkeep } from './upkeep.ts'

/** What an open library is made of. */
export interface LibraryParts {
  readonly root: string
  readonly manifest: Manifest
  readonly state: LibraryState
  readonly journal: Journal
  readonly history: UndoHistory
  readonly sources: SourceStore
  /** Absent when the library is only read. */
  readonly lock?: HeldLock
  readonly readOnly?: PactaError
  readonly notices: readonly PactaError[]
  readonly upkeep: Upkeep
  readonly clock: Clock
  readonly listener: LibraryListener
  /** Writes the folder's manifest. */
  readonly saveManifest: (manifest: Manifest) => Promise<void>
}

/** A library that is open: its state in memory, and the one way to change it. */
export class OpenLibrary {
  readonly root: string
  readonly state: LibraryState
  readonly sources: SourceStore
  /** What the user should know about the folder. */
  readonly notices: readonly PactaError[]
  readonly #journal: Journal
  readonly #history: UndoHistory
  readonly #lock: HeldLock | undefined
  readonly #clock: Clock
  readonly #listener: LibraryListener
  readonly #queue: CommitQueue
  #manifest: Manifest
  readonly #upkeep: Upkeep
  #readOnly: PactaError | undefined
  /** Records whose effects are in `state` and whose writing is not finished. */
  #unsaved = 0
  /** How many read the folder's files and want them to stay. */
  #readers = 0
  #isClosed = false
  readonly #saveManifest: (manifest: Manifest) => Promise<void>
  /** What is being written beside the journal: the folder is not let go before it is done. */
  readonly #writing = new Set<Promise<unknown>>()

  constructor(parts: LibraryParts) {
    this.root = parts.root
    this.#manifest = parts.manifest
    this.state = parts.state
    this.sources = {
      get: (hash) => parts.sources.get(hash),
      put: (bytes) => this.#write(() => parts.sources.put(bytes)),
    }
    this.#saveManifest = parts.saveManifest
    this.notices = parts.notices
    this.#journal = parts.journal
    this.#history = parts.history
    this.#lock = parts.lock
    this.#readOnly = parts.readOnly
    this.#upkeep = parts.upkeep
    this.#clock = parts.clock
    this.#listener = parts.listener
    this.#queue = commitQueue(parts.journal, (records) => this.#takeBack(records))
    this.#keepUp()
  }

  /** Whether the folder has been let go, or is about to be. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  /** Why nothing can be changed; nothing when everything can. */
  get readOnly(): PactaError | undefined {
    return this.#readOnly
  }

  /** What the folder says it is. */
  get manifest(): Manifest {
    return this.#manifest
  }

  /**
   * Changes what the folder says it is: another epoch, another program.
   *
   * @throws PactaError `library-read-only` or `no-library`, and the system's errors.
   */
  async changeManifest(change: Partial<Manifest>): Promise<void> {
    const manifest = { ...this.#manifest, ...change }
    await this.#write(() => this.#saveManifest(manifest))
    this.#manifest = manifest
  }

  /** The name shown to the user: the folder's. */
  get name(): string {
    return basename(this.root)
  }

  /** Number of the last durable record. */
  get headSeq(): number {
    return this.#journal.headSeq
  }

  /**
   * Records a transaction and returns its number when it is durable.
   *
   * @throws PactaError `changed-elsewhere`, `invalid-request`, `disk-full`, `write-failed` or `library-read-only`;
   * then nothing of it is recorded and the state is as before.
   */
  async commit(transaction: Transaction, by: string): Promise<number> {
    const { action, group, operations } = transaction
    return this.#record({ by, action, operations, ...(group === undefined ? {} : { group }) })
  }

  /**
   * Takes back the last step and returns its name.
   *
   * @throws PactaError `nothing-to-undo`, or as `commit`.
   */
  async undo(by: string): Promise<string> {
    const { step, operations } = await this.#stepAtRest(() => this.#history.nextUndo)
    await this.#record({
      by,
      action: step.action,
      operations: inverseAll(operations),
      undoes: step.seqs.toReversed(),
    })
    return actionLabel(step.action)
  }

  /**
   * Does the last undone step again and returns its name.
   *
   * @throws PactaError `nothing-to-undo`, or as `commit`.
   */
  async redo(by: string): Promise<string> {
    const { step, operations } = await this.#stepAtRest(() => this.#history.nextRedo)
    await this.#record({ by, action: step.action, operations, redoes: [...step.seqs] })
    return actionLabel(step.action)
  }

  /** Up to `limit` durable records after the one numbered `after`. */
  records(after: number, limit: number): Promise<JournalRecord[]> {
    return this.#journal.read(after, limit)
  }

  /** Tells the listener what undo and redo would do now. */
  announceHistory(): void {
    const { nextUndo, nextRedo } = this.#readOnly ? {} : this.#history
    this.#listener.onHistory({
      ...(nextUndo ? { undo: actionLabel(nextUndo.action) } : {}),
      ...(nextRedo ? { redo: actionLabel(nextRedo.action) } : {}),
    })
  }

  /** Does work that reads the folder's files one by one, while none of them is packed or dropped. */
  async withoutUpkeep<T>(work: () => Promise<T>): Promise<T> {
    this.#readers++
    try {
      await this.#upkeep.settled()
      return await work()
    } finally {
      this.#readers--
      this.#keepUp()
    }
  }

  /**
   * Takes nothing more, waits for what is being written, then lets the folder go. Whoever still has hold of the
   * library, in the middle of an import for instance, can write nothing to it: the folder may be another program's.
   */
  async close(): Promise<void> {
    this.#isClosed = true
    while (!this.#queue.isIdle) await this.#queue.settled()
    await Promise.allSettled(this.#writing)
    await this.#upkeep.settled()
    await this.#journal.close()
    await this.#lock?.release()
  }

  /** Takes note of damage found in the journal since it was opened: nothing more is written to it. */
  stopWriting(reason: PactaError): void {
    this.#becomeReadOnly(reason)
  }

  /** Keeps nobody from writing in the folder of a library that can itself only be read. */
  async yieldLock(): Promise<void> {
    if (this.#readOnly) await this.#lock?.release()
  }

  /**
   * The next step of a stack with its operations, at a moment when nothing is being written: what arrives while
   * the operations are read from disk comes before the undo, and the stack is asked again.
   */
  async #stepAtRest(next: () => UndoStep | undefined): Promise<{ step: UndoStep; operations: Operation[] }> {
    for (;;) {
      this.#requireWritable()
      await this.#queue.settled()
      const step = next()
      if (!step) throw new PactaError('nothing-to-undo')
      const records = await Promise.all(step.seqs.map((seq) => this.#journal.read(seq - 1, 1)))
      const operations = records.flat().flatMap((record) => record.operations)
      if (this.#queue.isIdle && next() === step) return { step, operations }
    }
  }

  async #record(content: Omit<JournalRecord, 'seq' | 'at'>): Promise<number> {
    this.#requireWritable()
    checkOperations(this.state, content.operations)
    const record: JournalRecord = { seq: this.#queue.nextSeq, at: this.#clock.now(), ...content }
    // In memory at once, so that the next transaction is checked against it; taken back if the disk refuses.
    applyOperations(this.state, record.operations)
    this.#unsaved++
    this.#listener.onSaving('saving')
    try {
      await this.#queue.add(record)
    } catch (error) {
      if (error instanceof PactaError) throw this.#becomeReadOnly(error)
      const full = ['ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '')
      const code = full ? 'disk-full' : 'write-failed'
      this.#listener.onSaving('failed', code)
      throw new PactaError(code, { name: this.name }, { cause: error })
    }
    this.#unsaved--
    this.#upkeep.add(record)
    this.#history.add(record)
    this.#listener.onCommitted(record)
    this.announceHistory()
    if (this.#unsaved === 0) this.#listener.onSaving('saved')
    this.#keepUp()
    return record.seq
  }

  /** Begins a snapshot when one is due and the state in memory is exactly that of the last durable record. */
  #keepUp(): void {
    const isAtRest = this.#unsaved === 0 && this.#readers === 0 && !this.#isClosed
    if (this.#readOnly || !isAtRest || !this.#upkeep.isDue) return
    const { libraryId, epoch } = this.manifest
    const { headSeq, firstSeqs } = this.#journal
    const undo = this.#history.stacks
    this.#upkeep.begin({ libraryId, epoch, seq: headSeq, segments: firstSeqs, undo, state: this.state })
  }

  async #write<T>(work: () => Promise<T>): Promise<T> {
    this.#requireWritable()
    const writing = work()
    this.#writing.add(writing)
    try {
      return await writing
    } finally {
      this.#writing.delete(writing)
    }
  }

  #requireWritable(): void {
    if (this.#isClosed) throw new PactaError('no-library')
    if (this.#readOnly) throw new PactaError('library-read-only', { name: this.name })
  }

  /** The file is not as it was left, so nothing more is written to it. */
  #becomeReadOnly(reason: PactaError): PactaError {
    if (!this.#readOnly) {
      this.#readOnly = reason
      this.#listener.onReadOnly?.(reason)
      this.announceHistory()
    }
    return new PactaError('library-read-only', { name: this.name }, { cause: reason })
  }

  #takeBack(records: readonly JournalRecord[]): void {
    for (const record of records) applyOperations(this.state, inverseAll(record.operations))
    this.#unsaved -= records.length
  }
}
