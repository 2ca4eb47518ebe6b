import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOperations, OperationConflict } from './apply.ts'
import { setNote, setThemes, trashAnnotation } from './changes/annotation-changes.ts'
import { setBindingness } from './changes/assessment-changes.ts'
import { createBrief, setBlocks } from './changes/brief-changes.ts'
import type { Annotation } from '../annotation/annotation.ts'
import type { Assessment } from '../bindingness/assessment.ts'
import { assessmentId } from '../bindingness/assessment.ts'
import { isBindingnessLevel } from '../bindingness/scale.ts'
import { defaultThemeId } from '../codebook/default-codebook.ts'
import { paragraph, richText } from '../rich-text/rich-text.ts'
import { annotationOf, AUTHOR, libraryState, TEXT } from './fixture.testing.ts'
import type { LibraryState } from './library-state.ts'
import { change, create, inverse, inverseAll, type Operation } from './operation.ts'

const annotation = annotationOf('An attack on one Party')

function annotated(): LibraryState {
  const state = libraryState()
  applyOperations(state, [create('annotation', annotation)])
  return state
}

describe('applyOperations', () => {
  it('creates, changes and deletes', () => {
    const state = annotated()
    const other = setThemes(annotation, [defaultThemeId('SEC.2')], AUTHOR)
    applyOperations(state, other)
    expect(state.annotationsOf(TEXT.id)[0]?.themeIds).toEqual(['default.SEC.2'])
    applyOperations(state, [...inverseAll(other), inverse(create('annotation', annotation))])
    expect(state.annotationsOf(TEXT.id)).toEqual([])
  })

  it('applies all operations or none', () => {
    const state = annotated()
    const before = snapshot(state)
    const first = create('annotation', annotationOf('twenty years'))
    expect(() => applyOperations(state, [first, create('annotation', annotation)])).toThrow(OperationConflict)
    expect(snapshot(state)).toEqual(before)
  })

  it.each<[string, Operation[]]>([
    ['a creation of what exists', [create('annotation', annotation)]],
    ['a deletion of what has changed', [inverse(create('annotation', { ...annotation, themeIds: [] }))]],
    ['a change of what is missing', setThemes(annotationOf('twenty years'), [], AUTHOR)],
    ['a change from another state', setThemes({ ...annotation, themeIds: ['default.POL.1'] }, [], AUTHOR)],
  ])('refuses %s', (_, operations) => {
    expect(() => applyOperations(annotated(), operations)).toThrow(OperationConflict)
  })

  it('removes a field that becomes absent', () => {
    const state = annotated()
    applyOperations(state, setNote(annotation, richText([paragraph('Why?')]), AUTHOR))
    const noted = state.annotationsOf(TEXT.id)[0]
    applyOperations(state, noted ? setNote(noted, richText([paragraph('  ')]), AUTHOR) : [])
    expect(state.annotationsOf(TEXT.id)[0]).not.toHaveProperty('note')
  })
})

describe('change', () => {
  it('is nothing when nothing changes', () => {
    expect(change('annotation', annotation, { ...annotation })).toEqual([])
  })
})

/** One thing a user does to the library, made from its state at that moment. */
type Act = (state: LibraryState, n: number) => Operation[]

const ACTS: Act[] = [
  (_, n) => [create('annotation', annotationOf('Parties', ['POL.4'], `a${n}`))],
  (state, n) =>
    onAnnotation(state, n, (a) => setThemes(a, [defaultThemeId(n % 2 ? 'SEC.1' : 'IMP.6')], AUTHOR)),
  (state, n) => onAnnotation(state, n, (a) => setNote(a, richText([paragraph(`note ${n}`)]), AUTHOR)),
  (state, n) => onAnnotation(state, n, (a) => trashAnnotation(a, AUTHOR)),
  (state, n) => {
    const provisionId = n % 2 ? 'art-1' : 'art-2'
    const id = assessmentId(TEXT.id, provisionId)
    const assessment = state.get({ kind: 'assessment', id, textId: TEXT.id }) as Assessment | undefined
    const level = n % 6
    return isBindingnessLevel(level)
      ? setBindingness({ textId: TEXT.id, provisionId, assessment }, { level, reason: `r${n}` }, AUTHOR)
      : []
  },
  (_, n) => createBrief({ id: `b${n}`, title: `Brief ${n}`, language: 'en', paper: 'A4' }, AUTHOR),
  (state, n) => {
    const briefs = state.all('brief')
    const brief = briefs[n % Math.max(1, briefs.length)]
    return brief ? setBlocks(brief, [...brief.blocks.slice(n % 2), paragraph(`block ${n}`)], AUTHOR) : []
  },
]

function onAnnotation(
  state: LibraryState,
  n: number,
  act: (annotation: Annotation) => Operation[],
): Operation[] {
  const all = state.annotationsOf(TEXT.id)
  const one = all[n % Math.max(1, all.length)]
  return one ? act(one) : []
}

function snapshot(state: LibraryState): unknown {
  const byId = <T extends { id: string }>(entities: T[]): T[] =>
    entities.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    annotations: byId(state.annotationsOf(TEXT.id)),
    assessments: byId(state.assessmentsOf(TEXT.id)),
    briefs: byId(state.all('brief')),
  }
}

describe('any history of a library', () => {
  const acts = fc.array(fc.nat({ max: ACTS.length - 1 }), { maxLength: 30 })

  it('is taken back step by step to where it began, and done again to where it ended', () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        const state = libraryState()
        const states = [snapshot(state)]
        const done = chosen.map((act, n) => {
          const operations = ACTS[act]?.(state, n) ?? []
          applyOperations(state, operations)
          states.push(snapshot(state))
          return operations
        })
        for (const [i, operations] of [...done.entries()].reverse()) {
          applyOperations(state, inverseAll(operations))
          expect(snapshot(state)).toEqual(states[i])
        }
        for (const operations of done) applyOperations(state, operations)
        expect(snapshot(state)).toEqual(states.at(-1))
      }),
    )
  })

  it('is the same after its operations have been through JSON', () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        const direct = libraryState()
        const replayed = libraryState()
        chosen.forEach((act, n) => {
          const operations = ACTS[act]?.(direct, n) ?? []
          applyOperations(direct, operations)
          applyOperations(replayed, JSON.parse(JSON.stringify(operations)) as Operation[])
        })
        expect(snapshot(replayed)).toEqual(snapshot(direct))
      }),
    )
  })
})
