import { describe, expect, it } from 'vitest'
import type { Brief } from '../brief/brief.ts'
import { createBrief, renameBrief, setBlocks } from '../library/changes/brief-changes.ts'
import { AUTHOR } from '../library/fixture.testing.ts'
import { inverseAll, type Operation } from '../library/operation.ts'
import type { JournalRecord } from '../library/record.ts'
import { paragraph } from '../rich-text/rich-text.ts'
import { versionsOf } from './versions.ts'

const REF = { kind: 'brief', id: 'b' } as const

function record(
  seq: number,
  operations: readonly Operation[],
  rest: Partial<JournalRecord> = {},
): JournalRecord {
  return {
    seq,
    at: `2026-01-01T00:00:0${seq}.000Z`,
    by: 'Ana',
    action: 'brief.edit',
    operations,
    ...rest,
  }
}

const created = createBrief({ id: 'b', title: 'First', language: 'en', paper: 'A4' }, AUTHOR)
const first = created[0]?.op === 'create' ? (created[0].value as Brief) : undefined

function brief(): Brief {
  if (!first) throw new Error('createBrief creates')
  return first
}

describe('versionsOf', () => {
  const renamed = renameBrief(brief(), 'Second', AUTHOR)

  it('gives every state in order, with who, when and what', () => {
    const versions = versionsOf(
      [
        record(1, created, { action: 'brief.create' }),
        record(2, renamed, { action: 'brief.title', by: 'Ben' }),
      ],
      REF,
    )
    expect(versions.map(({ seq, by, label }) => [seq, by, label])).toEqual([
      [1, 'Ana', 'New brief'],
      [2, 'Ben', 'Rename brief'],
    ])
    expect(versions.map(({ value }) => (value as Brief).title)).toEqual(['First', 'Second'])
  })

  it('takes a sitting as one state: the last one', () => {
    const one = setBlocks(brief(), [paragraph('D')], AUTHOR)
    const typed = { ...brief(), blocks: [paragraph('D')], updatedAt: AUTHOR.at }
    const two = setBlocks(typed, [paragraph('De')], AUTHOR)
    const versions = versionsOf(
      [record(1, created), record(2, one, { group: 'g' }), record(3, two, { group: 'g' })],
      REF,
    )
    expect(versions.map(({ seq }) => seq)).toEqual([1, 3])
    expect(versions[1]?.value).toMatchObject({ blocks: [paragraph('De')] })
  })

  it('shows what undo did, up to the taking back of the creation itself', () => {
    const versions = versionsOf(
      [
        record(1, created),
        record(2, renamed, { action: 'brief.title' }),
        record(3, inverseAll(renamed), { action: 'brief.title', undoes: [2] }),
        record(4, inverseAll(created), { action: 'brief.create', undoes: [1] }),
        record(5, created, { action: 'brief.create', redoes: [1] }),
      ],
      REF,
    )
    expect(versions.map(({ label }) => label).slice(2)).toEqual([
      'Undo: rename brief',
      'Undo: new brief',
      'Redo: new brief',
    ])
    expect(versions.map(({ value }) => (value as Brief | undefined)?.title)).toEqual([
      'First',
      'Second',
      'First',
      undefined,
      'First',
    ])
  })

  it('leaves out what happened to others', () => {
    const other = createBrief({ id: 'c', title: 'Other', language: 'en', paper: 'A4' }, AUTHOR)
    expect(versionsOf([record(1, other), record(2, created)], REF).map(({ seq }) => seq)).toEqual([2])
  })
})
