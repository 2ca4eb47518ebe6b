import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOperations } from '../library/apply.ts'
import { setThemes, trashAnnotation } from '../library/changes/annotation-changes.ts'
import { setBindingness } from '../library/changes/assessment-changes.ts'
import { createBrief, renameBrief, trashBrief } from '../library/changes/brief-changes.ts'
import { AGREEMENT, annotationOf, AUTHOR, libraryState, TEXT } from '../library/fixture.testing.ts'
import { defaultThemeId } from '../codebook/default-codebook.ts'
import { assessmentId, type Assessment } from '../bindingness/assessment.ts'
import { LibraryState } from '../library/library-state.ts'
import { create, inverse, inverseAll, type Operation } from '../library/operation.ts'
import { sameJson } from '../shared/json.ts'
import { allEntities } from './all-entities.ts'
import { differences } from './differences.ts'
import { restoreEntity, restoreState } from './restore-state.ts'
import { trashedOf } from './trash.ts'

const WORDS = ['twenty years', 'Inner Sea', 'once a year', 'without delay', 'Port Arden']

/** One thing a user might do, whatever the state is. */
const step = fc.record({
  what: fc.constantFrom('annotate', 'retag', 'trash', 'assess', 'brief', 'rename', 'trashBrief'),
  n: fc.nat({ max: WORDS.length - 1 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function operationsOf(state: LibraryState, { what, n }: Step): Operation[] {
  const wanted = annotationOf(WORDS[n] ?? 'twenty years')
  const annotation = state.annotationsOf(TEXT.id).find(({ id }) => id === wanted.id)
  const brief = state.find('brief', `b${n}`)
  switch (what) {
    case 'annotate':
      return annotation ? [] : [create('annotation', wanted)]
    case 'retag':
      return annotation
        ? setThemes(annotation, [defaultThemeId(annotation.themeIds.length > 1 ? 'SEC.1' : 'SEC.2')], AUTHOR)
        : []
    case 'trash':
      return annotation && !annotation.trashed ? trashAnnotation(annotation, AUTHOR) : []
    case 'assess': {
      const provisionId = n % 2 === 0 ? 'art-1' : 'art-2'
      const id = assessmentId(TEXT.id, provisionId)
      const assessment = state.get({ kind: 'assessment', id, textId: TEXT.id }) as Assessment | undefined
      return setBindingness(
        { textId: TEXT.id, provisionId, assessment },
        { level: n > 2 ? 3 : 4, reason: `Reason ${n}` },
        AUTHOR,
      )
    }
    case 'brief':
      return brief ? [] : createBrief({ id: `b${n}`, title: 'B', language: 'en', paper: 'A4' }, AUTHOR)
    case 'rename':
      return brief ? renameBrief(brief, `${brief.title}!`, AUTHOR) : []
    case 'trashBrief':
      return brief && !brief.trashed ? trashBrief(brief, AUTHOR) : []
    default:
      return []
  }
}

function after(state: LibraryState, steps: readonly Step[]): LibraryState {
  for (const one of steps) applyOperations(state, operationsOf(state, one))
  return state
}

function copy(state: LibraryState): LibraryState {
  const twin = new LibraryState()
  for (const { ref, value } of allEntities(state)) twin.set(ref, value)
  return twin
}

function restored(earlier: LibraryState, present: LibraryState): Operation[] {
  return [...restoreState(earlier, present, AUTHOR)].flat()
}

describe('restoreState', () => {
  it('makes every entity what it was, trashes what has come since, deletes nothing, and can be undone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.array(step, { maxLength: 15 }), (first, second) => {
        const earlier = after(libraryState(), first)
        const present = after(copy(earlier), second)
        const before = copy(present)
        const operations = restored(earlier, present)
        expect(operations.some(({ op }) => op === 'delete')).toBe(false)
        applyOperations(present, operations)
        for (const { ref, value } of allEntities(earlier)) expect(present.get(ref)).toEqual(value)
        for (const { ref, value } of allEntities(present)) {
          if (earlier.get(ref)) continue
          expect(ref.kind === 'assessment' ? !('bindingness' in value) : trashedOf(value) !== undefined).toBe(
            true,
          )
        }
        expect([...differences(earlier, present)].filter((d) => d && d.ref.kind !== 'assessment')).toEqual([])
        expect(restored(earlier, present)).toEqual([])
        applyOperations(present, inverseAll(operations))
        for (const { ref, value } of allEntities(before)) expect(present.get(ref)).toEqual(value)
      }),
    )
  })

  it('leaves what belongs to a new agreement as it is: it goes and comes with the agreement', () => {
    const operations = restored(new LibraryState(), libraryState())
    const kinds = operations.map((operation) => operation.ref.kind)
    expect(kinds).toContain('agreement')
    expect(kinds).not.toContain('text')
    expect(kinds).not.toContain('structure')
  })
})

describe('an annotation that a newer version of its text has taken over', () => {
  it('is taken back from there, and is never there twice', () => {
    const earlier = after(libraryState(), [{ what: 'annotate', n: 0 }])
    const present = copy(earlier)
    const [annotation] = present.annotationsOf(TEXT.id)
    if (!annotation) throw new Error('It was made')
    const moved = { ...annotation, textId: 'text-2' }
    applyOperations(present, [
      create('text', { ...TEXT, id: 'text-2', replaces: TEXT.id }),
      inverse(create('annotation', annotation)),
      create('annotation', moved),
    ])
    const operations = restored(earlier, present)
    applyOperations(present, operations)
    expect(present.annotationsOf(TEXT.id)).toEqual([annotation])
    expect(present.annotationsOf('text-2')).toEqual([])
    applyOperations(present, inverseAll(operations))
    expect(present.annotationsOf('text-2')).toEqual([moved])
  })
})

describe('restoreEntity', () => {
  it('brings back an annotation with the text, agreement and themes it needs', () => {
    const earlier = libraryState()
    const annotation = annotationOf('twenty years')
    applyOperations(earlier, [create('annotation', annotation)])
    const present = new LibraryState()
    const ref = { kind: 'annotation', id: annotation.id, textId: TEXT.id } as const
    const operations = restoreEntity(earlier, present, ref)
    applyOperations(present, operations)
    expect(present.annotationsOf(TEXT.id)).toEqual([annotation])
    expect(present.find('agreement', AGREEMENT.id)).toEqual(AGREEMENT)
  })

  it('changes nothing else', () => {
    const earlier = after(libraryState(), [
      { what: 'annotate', n: 0 },
      { what: 'brief', n: 0 },
    ])
    const present = after(copy(earlier), [
      { what: 'trash', n: 0 },
      { what: 'rename', n: 0 },
    ])
    const operations = restoreEntity(earlier, present, { kind: 'brief', id: 'b0' })
    expect(operations.map((operation) => operation.ref.kind)).toEqual(['brief'])
  })
})

describe('differences', () => {
  it('counts the trash as deleted, and what came out of it as added', () => {
    const earlier = after(libraryState(), [
      { what: 'annotate', n: 0 },
      { what: 'brief', n: 1 },
    ])
    const later = after(copy(earlier), [
      { what: 'trash', n: 0 },
      { what: 'rename', n: 1 },
      { what: 'annotate', n: 2 },
    ])
    const found = (a: LibraryState, b: LibraryState): string[] =>
      [...differences(a, b)].flatMap((d) => (d ? [`${d.how} ${d.ref.kind}`] : []))
    expect(found(earlier, later)).toEqual(['changed brief', 'deleted annotation', 'added annotation'])
    expect(found(later, earlier)).toEqual(['changed brief', 'added annotation', 'deleted annotation'])
    expect(sameJson(found(earlier, copy(earlier)), [])).toBe(true)
  })
})
