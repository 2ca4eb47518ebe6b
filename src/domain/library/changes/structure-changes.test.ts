import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectTree, wordsOutside } from '../../structure/invariants.testing.ts'
import { PROVISION_KINDS } from '../../structure/provision.ts'
import { anchorHolds, anchorOf } from '../../text/anchor.ts'
import { applyOperations } from '../apply.ts'
import { violationsOf } from '../invariants.ts'
import { AUTHOR, libraryState, STRUCTURE, TEXT, TREATY } from '../fixture.testing.ts'
import type { LibraryState } from '../library-state.ts'
import { inverseAll, type Operation } from '../operation.ts'
import { addAnnotation } from './annotation-changes.ts'
import { setBindingness } from './assessment-changes.ts'
import { correctStructure, type CorrectedText, type StructureCorrection } from './structure-changes.ts'

const { provisions } = STRUCTURE
const textId = TEXT.id

function marked(state: LibraryState): CorrectedText {
  const structure = state.find('structure', textId) ?? STRUCTURE
  return {
    content: TREATY,
    structure,
    annotations: state.annotationsOf(textId),
    assessments: state.assessmentsOf(textId),
  }
}

/** Everything, in an order that does not depend on what was done before. */
function everything(state: LibraryState): string {
  const { assessments, ...rest } = marked(state)
  return JSON.stringify({ ...rest, assessments: [...assessments].sort((a, b) => (a.id < b.id ? -1 : 1)) })
}

function provision(id: string): (typeof provisions)[number] {
  const found = provisions.find((p) => p.id === id)
  if (!found) throw new Error(`The treaty has no ${id}`)
  return found
}

function whole(id: string): Operation[] {
  const { start, end } = provision(id)
  const target = { kind: 'provision' as const, provisionId: id, anchor: anchorOf(TREATY, start, end) }
  return addAnnotation({ id: `whole-${id}`, textId, target, themeIds: [] }, AUTHOR)
}

function words(id: string, quote: string): Operation[] {
  const start = TREATY.indexOf(quote)
  const target = { kind: 'span' as const, anchor: anchorOf(TREATY, start, start + quote.length) }
  return addAnnotation({ id, textId, target, themeIds: [] }, AUTHOR)
}

function level(provisionId: string): Operation[] {
  return setBindingness({ textId, provisionId, assessment: undefined }, { level: 3, reason: 'shall' }, AUTHOR)
}

function does(state: LibraryState, correction: StructureCorrection): readonly Operation[] {
  const outcome = correctStructure(marked(state), correction)
  if (outcome.kind !== 'corrected') throw new Error(outcome.kind)
  applyOperations(state, outcome.operations)
  return outcome.operations
}

describe('correctStructure', () => {
  it('puts an annotation of a provision that goes on its words', () => {
    const state = libraryState()
    applyOperations(state, whole('art-2'))
    does(state, { kind: 'merge', id: 'art-2' })
    const [annotation] = state.annotationsOf(textId)
    expect(annotation?.target.kind).toBe('span')
    expect(annotation?.target.anchor.quote).toMatch(/^Article 2/)
  })

  it('takes an assessment over to the provision that takes the words in', () => {
    const state = libraryState()
    applyOperations(state, level('art-2'))
    does(state, { kind: 'merge', id: 'art-2' })
    expect(state.assessmentsOf(textId).map((a) => a.provisionId)).toEqual(['art-1.2.b'])
  })

  it('never drops an assessment: it is not done when both are assessed', () => {
    const state = libraryState()
    applyOperations(state, [...level('art-1.2.b'), ...level('art-2')])
    expect(correctStructure(marked(state), { kind: 'merge', id: 'art-2' })).toEqual({ kind: 'assessed' })
  })

  it('stands at the new half after a split, and doubts neither', () => {
    const outcome = correctStructure(marked(libraryState()), {
      kind: 'split',
      offset: TREATY.indexOf('Each Party will'),
    })
    expect(outcome).toMatchObject({ kind: 'corrected', stand: 'art-2~2' })
  })

  it('says so when a correction makes no sense', () => {
    const state = libraryState()
    expect(correctStructure(marked(state), { kind: 'merge', id: 'title' })).toEqual({ kind: 'unchanged' })
    expect(correctStructure(marked(state), { kind: 'indent', id: 'title' })).toEqual({ kind: 'unchanged' })
  })

  const correction = fc.oneof(
    fc.record({ kind: fc.constant('split' as const), offset: fc.nat(TREATY.length) }),
    fc
      .tuple(fc.constantFrom('merge', 'indent', 'outdent', 'furniture', 'check' as const), fc.nat(40))
      .map(([kind, at]) => ({ kind: kind as 'merge', at })),
    fc
      .tuple(fc.constantFrom(...PROVISION_KINDS), fc.option(fc.constantFrom('7', 'IV', 'a')), fc.nat(40))
      .map(([kind, number, at]) => ({
        kind: 'relabel' as const,
        label: { kind, ...(number === null ? {} : { number }) },
        at,
      })),
  )

  it('keeps every word, every annotation on its words and a sound library, and can be taken back', () => {
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 12 }), (corrections) => {
        const state = libraryState()
        applyOperations(state, [
          ...whole('art-2'),
          ...whole('art-1.2.a'),
          ...words('some', 'deems necessary'),
          ...level('art-1'),
          ...level('art-2'),
        ])
        const before = everything(state)
        const done: Operation[] = []
        for (const wanted of corrections) {
          const now = marked(state)
          const id =
            now.structure.provisions['at' in wanted ? wanted.at % now.structure.provisions.length : 0]?.id
          const outcome = correctStructure(now, { ...wanted, id } as StructureCorrection)
          if (outcome.kind !== 'corrected') continue
          applyOperations(state, outcome.operations)
          done.push(...outcome.operations)
          const after = marked(state)
          expectTree(TREATY, after.structure.provisions)
          expect(wordsOutside(TREATY, after.structure.provisions)).toBe(wordsOutside(TREATY, provisions))
          expect(after.structure.provisions.some(({ id: at }) => at === outcome.stand)).toBe(true)
          for (const annotation of after.annotations) {
            expect(anchorHolds(TREATY, annotation.target.anchor)).toBe(true)
            const ref = { kind: 'annotation', id: annotation.id, textId } as const
            expect(violationsOf(state, ref, annotation)).toEqual([])
          }
          const levels = after.assessments.filter((a) => a.bindingness)
          expect(levels).toHaveLength(2)
          for (const assessment of levels) {
            const ref = { kind: 'assessment', id: assessment.id, textId } as const
            expect(violationsOf(state, ref, assessment)).toEqual([])
          }
        }
        applyOperations(state, inverseAll(done))
        expect(everything(state)).toBe(before)
      }),
      { numRuns: 300 },
    )
  })
})
