import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedMarks } from './changed-marks.ts'

const mark = fc.record({ id: fc.nat(40).map(String), value: fc.nat(5) })

describe('changedMarks', () => {
  it('is what a map of all marks would be, however many changes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(mark, { selector: ({ id }) => id }),
        fc.array(fc.tuple(mark, fc.boolean()), { maxLength: 60 }),
        (marks, changes) => {
          const changed = changedMarks(marks)
          const map = new Map(marks.map((m) => [m.id, m]))
          for (const [change, isGone] of changes) {
            expect(changed.get(change.id)).toEqual(map.get(change.id))
            changed.set(change.id, isGone ? undefined : change)
            if (isGone) map.delete(change.id)
            else map.set(change.id, change)
          }
          const byId = (a: { id: string }, b: { id: string }): number => Number(a.id) - Number(b.id)
          expect(changed.all().sort(byId)).toEqual([...map.values()].sort(byId))
        },
      ),
    )
  })
})
