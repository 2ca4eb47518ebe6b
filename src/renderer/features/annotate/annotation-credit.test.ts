import { describe, expect, it } from 'vitest'
import { defaultCodebook, defaultThemeId } from '#domain/codebook/default-codebook.ts'
import { applyOperations } from '#domain/library/apply.ts'
import { setThemes } from '#domain/library/changes/annotation-changes.ts'
import { annotationOf, libraryState } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { creditOf } from './annotation-credit.ts'

const themes = new Map(defaultCodebook().themes.map((theme) => [theme.id, theme]))
const BEN = { name: 'Ben', at: '2026-03-04T05:06:07.000Z' }

/** The annotation after Ben has given it a theme more. */
function withTheme(annotation: Annotation, code: string, version: number): Annotation {
  const state = libraryState()
  applyOperations(state, [create('annotation', annotation)])
  const themeIds = [...annotation.themeIds, defaultThemeId(code)]
  applyOperations(
    state,
    setThemes(annotation, themeIds, BEN, () => version),
  )
  const after = state.annotationsOf(annotation.textId).find(({ id }) => id === annotation.id)
  if (!after) throw new Error('the annotation is gone')
  return after
}

describe('who made an annotation', () => {
  const mine = annotationOf('twenty years')

  it('is the analyst, with the day; the time is told in full', () => {
    const { short, full } = creditOf(mine, themes)
    expect(short).toMatch(/^Ana, .*2026$/)
    expect(full).toMatch(/^Made by Ana, .*\nSEC\.1 given by Ana, /)
  })

  it('names who has given a theme since, and under which version of the codebook', () => {
    const { short, full } = creditOf(withTheme(mine, 'POL.1', 2), themes)
    expect(short).toMatch(/^Ana, .* · POL\.1 by Ben · codebook version 2$/)
    expect(full).toContain('POL.1 given by Ben, ')
    expect(full).toContain('Changed by Ben, ')
  })

  it('tells versions theme by theme where they differ', () => {
    const both = {
      ...withTheme(mine, 'POL.1', 2),
      codedUnder: { [defaultThemeId('SEC.1')]: 1, [defaultThemeId('POL.1')]: 2 },
    }
    expect(creditOf(both, themes).short).toContain('SEC.1 version 1 · POL.1 version 2')
  })
})
