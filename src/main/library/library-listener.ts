import type { ErrorCode, PactaError } from '#contract/errors.ts'
import type { JournalRecord } from '#domain/library/record.ts'

/** What a library tells those who listen. */
export interface LibraryListener {
  /** A record is durable. Called in the order of the records' numbers. */
  onCommitted(record: JournalRecord): void
  /** What undo and redo would do has changed. */
  onHistory(history: { readonly undo?: string; readonly redo?: string }): void
  /** Whether everything is on disk. */
  onSaving(state: 'saved' | 'saving' | 'failed', code?: ErrorCode): void
  /** From now on the library can only be read. */
  onReadOnly?(reason: PactaError): void
  /** A snapshot could not be made. Nothing is lost by it: opening takes longer. */
  onUpkeepFailed?(error: unknown): void
}
