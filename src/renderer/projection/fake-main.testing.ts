import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import { applyOperations } from '#domain/library/apply.ts'
import { AUTHOR } from '#domain/library/fixture.testing.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { JournalRecord } from '#domain/library/record.ts'

let libraries = 0

/** A main process without a disk: it records, tells, and answers what a projection asks. */
export class FakeMain {
  readonly records: JournalRecord[] = []
  readonly state = new LibraryState()
  readonly asked: string[] = []
  /** Numbers of records that a damaged journal does not give any more. */
  readonly unreadable = new Set<number>()
  readonly libraryId: string
  epoch = 1
  #listener: ((payload: { record: JournalRecord }) => void) | undefined

  /** @param libraryId of a copy: that of the library it was copied from */
  constructor(libraryId = `library-${++libraries}`) {
    this.libraryId = libraryId
  }

  get info(): LibraryInfo {
    const { libraryId, epoch, records } = this
    return { libraryId, epoch, headSeq: records.length, name: 'Test', path: '/test', notices: [] }
  }

  commit(operations: readonly Operation[]): number {
    applyOperations(this.state, operations)
    const record: JournalRecord = {
      seq: this.records.length + 1,
      at: AUTHOR.at,
      by: 'Ana',
      action: 'annotation.add',
      operations,
    }
    this.records.push(record)
    this.#listener?.({ record })
    return record.seq
  }

  readonly client = {
    invoke: (name: string, input: { after: number; limit: number }) => {
      this.asked.push(name)
      if (name === 'library.records') {
        const wanted = this.records.slice(input.after, input.after + input.limit)
        return Promise.resolve(wanted.filter((record) => !this.unreadable.has(record.seq)))
      }
      const texts = this.state.storedTexts().map(({ textId, stored }) => ({ id: textId, ...stored() }))
      return Promise.resolve({
        json: JSON.stringify([...this.state.textless()]),
        texts,
        total: texts.length,
        seq: this.records.length,
      })
    },
    on: (_: string, listener: (payload: { record: JournalRecord }) => void) => {
      this.#listener = listener
      return () => {
        this.#listener = undefined
      }
    },
  } as unknown as Client
}
