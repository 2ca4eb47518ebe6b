import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { annotationOf } from '#domain/library/fixture.testing.ts'
import { MARKS_IN_A_ROW, type MarksRow } from './projection-db.ts'
import { TextMarks, type MarksChange } from './text-marks.ts'

const marked = (id: number, theme: number): Annotation => ({
  ...annotationOf('twenty years'),
  id: String(id),
  themeIds: [String(theme)],
})
const change = (annotation: MarksChange['annotation']): MarksChange => ({
  textId: 'text',
  annotation,
  assessment: new Map(),
})
const many = (count: number): MarksChange =>
  change(new Map(Array.from({ length: count }, (_, n) => [String(n), marked(n, 0)])))

describe('the marks of a text', () => {
  it('are the same when they are read from the rows that were written', () => {
    const steps = fc.array(
      fc.dictionary(fc.nat(900).map(String), fc.option(fc.nat(5), { nil: undefined }), { maxKeys: 500 }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(steps, (changes) => {
        const marks = new TextMarks('text', [])
        const written = new Map<string, MarksRow>()
        const wanted = new Map<string, Annotation>()
        for (const step of changes) {
          const annotation = new Map(
            Object.entries(step).map(([id, theme]) => [
              id,
              theme === undefined ? undefined : marked(Number(id), theme),
            ]),
          )
          for (const [id, mark] of annotation) {
            if (mark) wanted.set(id, mark)
            else wanted.delete(id)
          }
          marks.apply(change(annotation))
          for (const row of marks.takeUnwritten()) written.set(row.id, row)
        }
        const again = new TextMarks('text', [...written.values()])
        const byId = (all: readonly Annotation[]): Annotation[] =>
          all.toSorted((a, b) => Number(a.id) - Number(b.id))
        expect(byId(again.annotations())).toEqual(byId([...wanted.values()]))
        expect(byId(marks.annotations())).toEqual(byId([...wanted.values()]))
        for (const [id, mark] of wanted) expect(marks.get('annotation', id)).toBe(mark)
      }),
      { numRuns: 50 },
    )
  })

  it('writes one row when one mark of thousands has changed', () => {
    const marks = new TextMarks('text', [])
    marks.apply(many(3000))
    expect(marks.takeUnwritten()).toHaveLength(3000 / MARKS_IN_A_ROW)
    marks.apply(change(new Map([['7', marked(7, 1)]])))
    expect(marks.takeUnwritten()).toHaveLength(1)
    expect(marks.takeUnwritten()).toEqual([])
  })

  it('writes a row that has lost its last mark, so that it does not come back', () => {
    const marks = new TextMarks('text', [])
    marks.apply(many(1))
    marks.takeUnwritten()
    marks.apply(change(new Map([['0', undefined]])))
    expect(marks.takeUnwritten()).toMatchObject([{ annotations: [] }])
  })
})
