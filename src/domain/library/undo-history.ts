import type { RecordHeader } from './record.ts'

/** One step that can be undone or redone. */
export interface UndoStep {
  /** The records that did it, earliest first. */
  readonly seqs: readonly number[]
  readonly action: string
  readonly group?: string
}

/** Both stacks as plain data, the next step last. */
export interface UndoStacks {
  readonly undo: readonly UndoStep[]
  readonly redo: readonly UndoStep[]
}

/**
 * What can be undone and redone. It follows from the journal's headers alone, so undo survives restarts:
 * replaying them gives the stacks back. Anything newly done makes what was undone unreachable by redo, as in every
 * editor; it stays in the journal.
 */
export class UndoHistory {
  readonly #undo: UndoStep[]
  #redo: UndoStep[]

  /** Begins with nothing, or with stacks kept from before. */
  constructor({ undo, redo }: UndoStacks = { undo: [], redo: [] }) {
    this.#undo = [...undo]
    this.#redo = [...redo]
  }

  /** What would give this history back. */
  get stacks(): UndoStacks {
    return { undo: [...this.#undo], redo: [...this.#redo] }
  }

  /** The step that undo would take back. */
  get nextUndo(): UndoStep | undefined {
    return this.#undo.at(-1)
  }

  /** The step that redo would do again. */
  get nextRedo(): UndoStep | undefined {
    return this.#redo.at(-1)
  }

  /** Takes note of one more record, in the order of the journal. */
  add(record: RecordHeader): void {
    if (record.undoes) {
      const step = this.#undo.pop()
      if (step) this.#redo.push(step)
    } else if (record.redoes) {
      const step = this.#redo.pop()
      if (step) this.#undo.push(step)
    } else {
      this.#redo = []
      // Before a library's first record there is nothing: its creation is not undone from inside it.
      if (record.action !== 'library.create') this.#push(record)
    }
  }

  #push(record: RecordHeader): void {
    const last = this.#undo.at(-1)
    if (last && record.group !== undefined && last.group === record.group) {
      this.#undo[this.#undo.length - 1] = { ...last, seqs: [...last.seqs, record.seq] }
      return
    }
    const group = record.group === undefined ? {} : { group: record.group }
    this.#undo.push({ seqs: [record.seq], action: record.action, ...group })
  }
}
