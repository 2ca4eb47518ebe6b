import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../annotation/annotation.ts'
import type { CodingEffect } from '../../codebook/retheming.ts'
import { isKept } from '../../shared/trash.ts'
import { applyOperations } from '../apply.ts'
import { AGREEMENT, annotationOf, AUTHOR, libraryState, TEXT } from '../fixture.testing.ts'
import type { LibraryState } from '../library-state.ts'
import { violationsOf } from '../invariants.ts'
import { create, inverseAll, type Operation } from '../operation.ts'
import {
  canMerge,
  deleteTheme,
  mergeThemes,
  previewDelete,
  previewMerge,
  previewMove,
  previewSplit,
  splitTheme,
} from './theme-merging.ts'
import type { Codings } from './retheme.ts'
import { trashAnnotation } from './annotation-changes.ts'

const agreementOf = (): string => AGREEMENT.id
const SEC1 = 'default.SEC.1'
const SEC2 = 'default.SEC.2'

function codingsOf(state: LibraryState): Codings {
  return {
    codebooks: new Map(state.all('codebook').map((c) => [c.id, c])),
    themes: new Map(state.all('theme').map((t) => [t.id, t])),
    annotations: state.annotationsOf(TEXT.id),
  }
}

/** A library with three annotations: under SEC.1, under SEC.1 and SEC.2, under SEC.2. */
function codedState(): LibraryState {
  const state = libraryState()
  const coded = [
    annotationOf('An attack on one Party', ['SEC.1']),
    annotationOf('an attack on both', ['SEC.1', 'SEC.2']),
    annotationOf('shall remain in force', ['SEC.2']),
  ]
  applyOperations(
    state,
    coded.map((annotation) => create('annotation', annotation)),
  )
  return state
}

const themesIn = (state: LibraryState): (readonly string[])[] =>
  state.annotationsOf(TEXT.id).map((a) => a.themeIds)

describe('merging themes', () => {
  it('tells beforehand how many codings change, and does just that', () => {
    const state = codedState()
    expect(previewMerge(codingsOf(state), SEC1, SEC2, agreementOf)).toEqual({
      codings: 2,
      fewerThemes: 1,
      withoutTheme: 0,
      byAgreement: [{ agreementId: AGREEMENT.id, codings: 2 }],
    } satisfies CodingEffect)
    applyOperations(state, mergeThemes(codingsOf(state), SEC1, SEC2, AUTHOR))
    expect(themesIn(state)).toEqual([[SEC2], [SEC2], [SEC2]])
    expect(state.find('theme', SEC1)?.trashed).toBeDefined()
  })

  it('moves what stands below, and the examples', () => {
    const state = codedState()
    const source = state.find('theme', 'default.FRM')
    if (!source) throw new Error('The default codebook has FRM')
    const example = { quote: 'in the light of' }
    applyOperations(state, [
      {
        op: 'update',
        ref: { kind: 'theme', id: source.id },
        fields: [{ name: 'examples', after: [example] }],
      },
      ...mergeThemes(
        {
          ...codingsOf(state),
          themes: new Map(codingsOf(state).themes).set(source.id, { ...source, examples: [example] }),
        },
        source.id,
        'default.POL',
        AUTHOR,
      ),
    ])
    expect(state.find('theme', 'default.FRM.1')).toMatchObject({ parentId: 'default.POL', order: 8 })
    expect(state.find('theme', 'default.POL')?.examples).toEqual([example])
  })

  it('is refused with itself, with what stands below it, and with what is in the trash', () => {
    const state = codedState()
    const { themes } = codingsOf(state)
    expect(canMerge(themes, SEC1, SEC1)).toBe(false)
    expect(canMerge(themes, 'default.SEC', SEC1)).toBe(false)
    expect(canMerge(themes, SEC1, 'default.SEC')).toBe(true)
    applyOperations(state, deleteTheme(codingsOf(state), SEC2, undefined, AUTHOR))
    expect(mergeThemes(codingsOf(state), SEC1, SEC2, AUTHOR)).toEqual([])
  })

  it('says under which version the codings are made now', () => {
    const state = codedState()
    applyOperations(state, [
      {
        op: 'update',
        ref: { kind: 'codebook', id: 'default' },
        fields: [{ name: 'version', before: 1, after: 4 }],
      },
    ])
    applyOperations(state, mergeThemes(codingsOf(state), SEC1, SEC2, AUTHOR))
    const [moved, both] = state.annotationsOf(TEXT.id)
    expect(moved?.codedUnder).toEqual({ [SEC2]: 4 })
    // SEC.2 was given to this one before: when, is not known, and not made up.
    expect(both?.codedUnder).toBeUndefined()
  })
})

describe('deleting a theme', () => {
  it('keeps its annotations: without the theme, as notes', () => {
    const state = codedState()
    const effect = previewDelete(codingsOf(state), SEC1, undefined, agreementOf)
    expect(effect).toMatchObject({ codings: 2, fewerThemes: 1, withoutTheme: 1 })
    applyOperations(state, deleteTheme(codingsOf(state), SEC1, undefined, AUTHOR))
    expect(themesIn(state)).toEqual([[], [SEC2], [SEC2]])
    expect(state.annotationsOf(TEXT.id).every(isKept)).toBe(true)
  })

  it('takes what stands below with it, and hands all its codings to the heir', () => {
    const state = codedState()
    expect(previewDelete(codingsOf(state), 'default.SEC', 'default.POL.1', agreementOf).codings).toBe(3)
    applyOperations(state, deleteTheme(codingsOf(state), 'default.SEC', 'default.POL.1', AUTHOR))
    expect(themesIn(state)).toEqual([['default.POL.1'], ['default.POL.1'], ['default.POL.1']])
    expect(state.find('theme', SEC2)?.trashed).toBeDefined()
  })

  it('is refused when the heir would be deleted too', () => {
    const state = codedState()
    expect(deleteTheme(codingsOf(state), 'default.SEC', SEC1, AUTHOR)).toEqual([])
  })
})

describe('splitting a theme', () => {
  it('gives the chosen codings a new theme right after it', () => {
    const state = codedState()
    const theme = state.find('theme', SEC1)
    const [first] = state.annotationsOf(TEXT.id)
    if (!theme || !first) throw new Error('The state holds both')
    const chosen = new Set([first.id])
    expect(previewSplit(codingsOf(state), SEC1, chosen, agreementOf)).toMatchObject({ codings: 1 })
    applyOperations(
      state,
      splitTheme(codingsOf(state), theme, { id: 'new', label: 'Attack' }, chosen, AUTHOR),
    )
    expect(themesIn(state)).toEqual([['new'], [SEC1, SEC2], [SEC2]])
    expect(state.find('theme', 'new')).toMatchObject({
      parentId: 'default.SEC',
      order: 1,
      colour: 'security',
      label: 'Attack',
    })
    expect(state.find('theme', SEC2)?.order).toBe(2)
    expect(state.annotationsOf(TEXT.id)[0]?.codedUnder).toEqual({ new: 1 })
  })
})

describe('moving a theme', () => {
  it('counts the codings that move with it, each once', () => {
    expect(previewMove(codingsOf(codedState()), 'default.SEC', agreementOf).codings).toBe(3)
  })
})

describe('every change to themes', () => {
  const CODES = ['SEC', 'SEC.1', 'SEC.2', 'POL', 'POL.1', 'FRM.1']
  const code = fc.constantFrom(...CODES).map((c) => `default.${c}`)
  const phrases = ['An attack on one Party', 'an attack on both', 'shall remain in force', 'once a year']
  const coded = fc.array(
    fc.record({
      words: fc.constantFrom(...phrases),
      codes: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 4 }),
      isTrashed: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  const withCodings = (annotations: readonly { words: string; codes: string[]; isTrashed: boolean }[]) => {
    const state = libraryState()
    annotations.forEach(({ words, codes, isTrashed }, i) => {
      const annotation: Annotation = annotationOf(words, codes, `a-${i}`)
      applyOperations(state, [create('annotation', annotation)])
      if (isTrashed) applyOperations(state, trashAnnotation(annotation, AUTHOR))
    })
    return state
  }
  const everything = (state: LibraryState) => ({
    themes: state.all('theme'),
    annotations: state.annotationsOf(TEXT.id),
  })

  it('story A9: changes as many codings as its preview says, loses no annotation, breaks nothing, and can be taken back', () => {
    fc.assert(
      fc.property(
        coded,
        code,
        fc.option(code, { nil: undefined }),
        fc.boolean(),
        (annotations, from, to, deletes) => {
          const state = withCodings(annotations)
          const codings = codingsOf(state)
          fc.pre(to === undefined ? deletes : canMerge(codings.themes, from, to))
          const effect =
            deletes || to === undefined
              ? previewDelete(codings, from, to, agreementOf)
              : previewMerge(codings, from, to, agreementOf)
          const operations: Operation[] =
            deletes || to === undefined
              ? deleteTheme(codings, from, to, AUTHOR)
              : mergeThemes(codings, from, to, AUTHOR)
          const before = everything(state)
          applyOperations(state, operations)
          const after = everything(state)
          const changed = after.annotations.filter(
            (a, i) => isKept(a) && a.themeIds.join() !== before.annotations[i]?.themeIds.join(),
          )
          expect(changed).toHaveLength(effect.codings)
          expect(changed.filter((a) => a.themeIds.length === 0)).toHaveLength(effect.withoutTheme)
          expect(after.annotations.filter(isKept)).toHaveLength(before.annotations.filter(isKept).length)
          const gone = new Set(after.themes.filter((t) => t.trashed).map((t) => t.id))
          expect(after.annotations.flatMap((a) => a.themeIds).filter((id) => gone.has(id))).toEqual([])
          for (const t of after.themes) {
            expect(violationsOf(state, { kind: 'theme', id: t.id }, t)).toEqual([])
          }
          applyOperations(state, inverseAll(operations))
          expect(everything(state)).toEqual(before)
        },
      ),
    )
  })
})
