import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOperations } from '../library/apply.ts'
import { moveTheme } from '../library/changes/theme-changes.ts'
import { libraryState } from '../library/fixture.testing.ts'
import { defaultCodebook, DEFAULT_CODEBOOK_ID } from './default-codebook.ts'
import type { Theme } from './theme.ts'
import {
  canPlace,
  childrenOf,
  depthOf,
  isWithin,
  placeAfterStep,
  placed,
  placeOf,
  subtreeOf,
  themesOf,
  type ThemeStep,
  withSubtrees,
} from './theme-tree.ts'

const THEMES = new Map(defaultCodebook().themes.map((theme) => [theme.id, theme]))
const theme = (code: string): Theme => {
  const found = THEMES.get(`default.${code}`)
  if (!found) throw new Error(`No theme ${code}`)
  return found
}
const codes = (themes: readonly Theme[]): string[] => themes.map((t) => t.code)

describe('a codebook as a tree', () => {
  it('lists families in order, each followed by its children', () => {
    expect(codes(themesOf(THEMES, DEFAULT_CODEBOOK_ID)).slice(0, 6)).toEqual([
      'FRM',
      'FRM.1',
      'FRM.2',
      'FRM.3',
      'FRM.4',
      'POL',
    ])
    expect(codes(subtreeOf(THEMES, theme('FRM').id))).toHaveLength(5)
    expect(depthOf(THEMES, theme('FRM.2'))).toBe(1)
  })

  it('takes families with all that stands below them, and single themes alone', () => {
    const shown = withSubtrees(THEMES, [theme('FRM').id, theme('SEC.1').id])
    expect([...shown].map((id) => id.replace('default.', '')).sort()).toEqual([
      'FRM',
      'FRM.1',
      'FRM.2',
      'FRM.3',
      'FRM.4',
      'SEC.1',
    ])
    expect(withSubtrees(THEMES, [])).toEqual(new Set())
  })

  it('lets a theme stand anywhere but below itself', () => {
    const below = { codebookId: DEFAULT_CODEBOOK_ID, parentId: theme('FRM.1').id, index: 0 }
    expect(canPlace(THEMES, theme('FRM').id, below)).toBe(false)
    expect(canPlace(THEMES, theme('POL').id, below)).toBe(true)
  })

  it('steps up, down, into the theme before, and out of its parent', () => {
    const place = (code: string, step: ThemeStep) => placeAfterStep(THEMES, theme(code), step)
    expect(place('FRM.1', 'up')).toBeUndefined()
    expect(place('FRM.1', 'down')).toMatchObject({ parentId: 'default.FRM', index: 1 })
    expect(place('FRM.1', 'in')).toBeUndefined()
    expect(place('FRM.2', 'in')).toMatchObject({ parentId: 'default.FRM.1', index: 0 })
    expect(place('FRM.2', 'out')).toEqual({ codebookId: DEFAULT_CODEBOOK_ID, index: 1 })
    expect(place('FRM', 'out')).toBeUndefined()
  })

  it('changes nothing when a theme is put where it stands', () => {
    for (const t of THEMES.values()) expect(placed(THEMES, t, placeOf(THEMES, t))).toEqual([])
  })

  it('stays a tree with numbered siblings, whatever is moved where', () => {
    const ids = [...THEMES.keys()]
    const move = fc.record({
      id: fc.constantFrom(...ids),
      parentId: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      index: fc.nat(12),
    })
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 8 }), (moves) => {
        const state = libraryState()
        for (const { id, parentId, index } of moves) {
          const themes = new Map(state.all('theme').map((t) => [t.id, t]))
          const moved = themes.get(id)
          if (!moved) throw new Error('Themes do not disappear by moving')
          const place = {
            codebookId: DEFAULT_CODEBOOK_ID,
            ...(parentId === undefined ? {} : { parentId }),
            index,
          }
          applyOperations(state, moveTheme(themes, moved, place))
        }
        const after = new Map(state.all('theme').map((t) => [t.id, t]))
        expect(themesOf(after, DEFAULT_CODEBOOK_ID)).toHaveLength(THEMES.size)
        for (const parent of [undefined, ...ids]) {
          const orders = childrenOf(after, DEFAULT_CODEBOOK_ID, parent).map((t) => t.order)
          expect(new Set(orders).size).toBe(orders.length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not hang on a ring, should a damaged library have one', () => {
    const ring = new Map([
      ['a', { ...theme('FRM.1'), id: 'a', parentId: 'b' }],
      ['b', { ...theme('FRM.1'), id: 'b', parentId: 'a' }],
    ])
    expect(isWithin(ring, 'a', 'c')).toBe(false)
  })
})
