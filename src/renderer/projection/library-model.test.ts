import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Structure } from '#domain/structure/provision.ts'
import { changedTextModel, textModel } from './library-model.ts'

const structure: Structure = { id: 'text', provisions: [] }

const annotation = fc
  .record({
    id: fc.nat(30),
    start: fc.nat(20),
    length: fc.integer({ min: 1, max: 5 }),
    trashed: fc.boolean(),
  })
  .map(({ id, start, length, trashed }): Annotation => ({
    id: `annotation-${id}`,
    textId: 'text',
    target: {
      kind: 'span',
      anchor: { start, end: start + length, quote: 'x'.repeat(length), prefix: '', suffix: '' },
    },
    themeIds: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'Test',
    ...(trashed ? { trashed: { at: '2026-01-02T00:00:00.000Z', by: 'Test' } } : {}),
  }))
const annotations = fc.uniqueArray(annotation, { selector: ({ id }) => id, maxLength: 25 })

describe('changedTextModel', () => {
  it('is the model that would be made anew', () => {
    fc.assert(
      fc.property(annotations, annotations, fc.array(fc.nat(30)), (before, changed, gone) => {
        const changes = new Map<string, Annotation | undefined>([
          ...changed.map((a) => [a.id, a] as const),
          ...gone.map((n) => [`annotation-${n}`, undefined] as const),
        ])
        const after = new Map<string, Annotation | undefined>([
          ...before.map((a) => [a.id, a] as const),
          ...changes,
        ])
        const anew = textModel(
          structure,
          [...after.values()].filter((a) => a !== undefined),
          [],
        )
        const model = changedTextModel(textModel(structure, before, []), {
          structure,
          annotations: [...changes].map(([id, changed]) => ({
            before: before.find((a) => a.id === id),
            after: changed,
          })),
          assessments: [],
        })
        expect(model.annotations).toEqual(anew.annotations)
        expect(model.spans.overlapping(3, 12)).toEqual(anew.spans.overlapping(3, 12))
      }),
    )
  })
})
