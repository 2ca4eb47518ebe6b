import { describe, expect, it } from 'vitest'
import type { RecordHeader } from './record.ts'
import { UndoHistory } from './undo-history.ts'

const base = { at: '2026-01-01T00:00:00.000Z', by: 'Ana' }

function historyOf(...records: Partial<RecordHeader>[]): UndoHistory {
  const history = new UndoHistory()
  records.forEach((record, i) => history.add({ ...base, seq: i + 1, action: 'annotation.add', ...record }))
  return history
}

describe('UndoHistory', () => {
  it('takes back the latest first', () => {
    const history = historyOf({}, { action: 'annotation.themes' })
    expect(history.nextUndo).toEqual({ seqs: [2], action: 'annotation.themes' })
    expect(history.nextRedo).toBeUndefined()
  })

  it('offers what was undone for redo, until something new is done', () => {
    expect(historyOf({}, { undoes: [1] }).nextRedo?.seqs).toEqual([1])
    expect(historyOf({}, { undoes: [1] }, { redoes: [1] }).nextUndo?.seqs).toEqual([1])
    expect(historyOf({}, { undoes: [1] }, {}).nextRedo).toBeUndefined()
  })

  it('takes what was typed in one sitting as one step', () => {
    const typed = { action: 'brief.edit', group: 'sitting-1' }
    const history = historyOf({}, typed, typed, { ...typed, group: 'sitting-2' })
    expect(history.nextUndo?.seqs).toEqual([4])
    history.add({ ...base, seq: 5, action: 'brief.edit', undoes: [4] })
    expect(history.nextUndo?.seqs).toEqual([2, 3])
  })

  it('does not offer to undo the creation of the library', () => {
    expect(historyOf({ action: 'library.create' }).nextUndo).toBeUndefined()
  })
})
