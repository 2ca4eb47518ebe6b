import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownRange } from '../../structure/splice-provisions.ts'
import { anchorHolds, anchorOf } from '../../text/anchor.ts'
import { applyOperations } from '../apply.ts'
import { AUTHOR, libraryState, TEXT, annotationOf } from '../fixture.testing.ts'
import { violationsOf } from '../invariants.ts'
import type { LibraryState } from '../library-state.ts'
import { create, inverseAll } from '../operation.ts'
import { trashAnnotation } from './annotation-changes.ts'
import { setBindingness } from './assessment-changes.ts'
import {
  ASIDE,
  heldBy,
  wordsOf,
  restore,
  textOf,
  correct,
  structureCorrected,
  provisionNote,
  pictureOf,
  annotation,
} from './text-restoring.testing.ts'

const act = fc.record({
  what: fc.constantFrom(
    'words',
    'words',
    'annotate',
    'annotate',
    'whole',
    'assess',
    'split',
    'merge',
    'relabel',
    'furniture',
    'trash',
  ),
  where: fc.nat({ max: 10_000 }),
  length: fc.integer({ min: 1, max: 60 }),
  typed: fc.constantFrom('', 'the Parties', 'x', 'each other once a year', 'Each Party', ' shall not'),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** Does one thing a user might do, where it can be done. */
function perform(state: LibraryState, { what, where, length, typed: insert }: Act, n: number): void {
  const { text } = wordsOf(state)
  const { structure } = heldBy(state)
  const provision = structure.provisions[where % structure.provisions.length]
  const own = provision && ownRange(structure.provisions, text, provision.id)
  if (!provision || !own) return
  const start = where % text.length
  const end = Math.min(text.length, start + length)
  switch (what) {
    case 'words': {
      const at = own.start + (where % Math.max(1, own.end - own.start))
      const remove = text.slice(at, Math.min(own.end, at + length))
      correct(state, provision.id, { at, remove, insert })
      return
    }
    case 'annotate': {
      const anchor = anchorOf(text, start, end)
      if (anchor.quote.trim() !== '')
        applyOperations(state, [
          create('annotation', {
            ...annotationOf('Inner Sea', [], `a${n}`),
            target: { kind: 'span', anchor },
          }),
        ])
      return
    }
    case 'whole':
      if (!annotation(state, `note-${provision.id}`))
        applyOperations(state, [create('annotation', provisionNote(state, provision.id))])
      return
    case 'assess': {
      const assessment = state.assessmentsOf(TEXT.id).find((a) => a.provisionId === provision.id)
      const place = { textId: TEXT.id, provisionId: provision.id, assessment }
      applyOperations(state, setBindingness(place, { level: 3, reason: `r${n}` }, AUTHOR))
      return
    }
    case 'split':
      return structureCorrected(state, { kind: 'split', offset: start })
    case 'merge':
    case 'furniture':
      return structureCorrected(state, { kind: what, id: provision.id })
    case 'relabel':
      return structureCorrected(state, {
        kind: what,
        id: provision.id,
        label: { kind: 'article', number: `${n}` },
      })
    case 'trash': {
      const one = state.annotationsOf(TEXT.id).at(where % 7)
      if (one && !one.trashed) applyOperations(state, trashAnnotation(one, AUTHOR))
    }
  }
}

describe('restoring any state after any corrections', () => {
  it('leaves every mark at its words, or with the text it was made on, and never moves one to other words', () => {
    let [stayed, aside] = [0, 0]
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 1, maxLength: 25 }),
        fc.nat(),

        (acts, chosen) => {
          const state = libraryState()
          const states = [heldBy(state)]
          for (const [n, one] of acts.entries()) {
            perform(state, one, n)
            states.push(heldBy(state))
          }
          const past = states[chosen % states.length] ?? heldBy(state)
          const was = {
            marks: new Map(state.annotationsOf(TEXT.id).map((a) => [a.id, a])),
            ...wordsOf(state),
          }
          const assessed = state.assessmentsOf(TEXT.id).length
          const before = pictureOf(state)
          const between = states.slice(states.indexOf(past) + 1).map(({ text }) => textOf(text.content.hash))
          const { operations } = restore(state, past, between.toReversed())

          expect(heldBy(state).structure).toEqual(past.structure)
          expect(heldBy(state).text.content).toEqual(past.text.content)
          const now = wordsOf(state)
          for (const mark of was.marks.values()) {
            const here = annotation(state, mark.id)
            if (here) {
              stayed++
              const { anchor } = here.target
              expect(anchorHolds(now.text, anchor)).toBe(true)
              expect(here).toEqual({ ...mark, target: here.target })
              const old = new Set(was.units.slice(mark.target.anchor.start, mark.target.anchor.end))
              const kept = now.units.slice(anchor.start, anchor.end).filter((unit) => old.has(unit))
              expect([mark.target.anchor, anchor, kept.length > 0]).toEqual([
                mark.target.anchor,
                anchor,
                true,
              ])
              continue
            }
            aside++
            const left = annotation(state, mark.id, ASIDE)
            expect(left?.target).toEqual(mark.target)
            expect(['review', 'lost']).toContain(left?.uncarried?.state)
            expect(left && anchorHolds(wordsOf(state, ASIDE).text, left.target.anchor)).toBe(true)
          }
          expect(state.assessmentsOf(TEXT.id).length + state.assessmentsOf(ASIDE).length).toBe(assessed)
          for (const { ref } of operations) {
            const value = state.get(ref)
            expect(value ? violationsOf(state, ref, value) : []).toEqual([])
          }
          applyOperations(state, inverseAll(operations))
          expect(pictureOf(state)).toEqual(before)
        },
      ),
      { numRuns: 300 },
    )
    // Both have really happened.
    expect([stayed > 100, aside > 0]).toEqual([true, true])
  })
})
