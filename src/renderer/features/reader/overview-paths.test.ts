import { describe, expect, it } from 'vitest'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { annotationOf } from '#domain/library/fixture.testing.ts'
import { overviewPaths } from './overview-paths.ts'

const at = (start: number, end: number, theme = 'legal'): Annotation => {
  const annotation = { ...annotationOf('Parties'), themeIds: [theme] }
  const anchor = { ...annotation.target.anchor, start, end }
  return { ...annotation, target: { kind: 'span', anchor } }
}
const coloursOf = ({ themeIds }: Annotation) =>
  themeIds[0] === 'legal' ? (['legal'] as const) : (['energy'] as const)

describe('the picture of a text', () => {
  it('is empty where nothing is marked', () => {
    expect(overviewPaths(1000, [], coloursOf)).toEqual([])
  })

  it('joins what touches to one stretch of a colour', () => {
    const paths = overviewPaths(1000, [at(100, 150), at(140, 200)], coloursOf)
    expect(paths).toEqual([{ colour: 'legal', path: 'M1 100h10V200H1z' }])
  })

  it('makes a short mark as high as can be seen, also at the end', () => {
    const paths = overviewPaths(1_000_000, [at(0, 5), at(999_999, 1_000_000)], coloursOf)
    expect(paths).toEqual([{ colour: 'legal', path: 'M1 0h10V3H1zM1 997h10V1000H1z' }])
  })

  it('gives a line to the colour that most annotations there have', () => {
    const some = [at(0, 1000, 'energy'), at(500, 600), at(500, 600)]
    const paths = new Map(overviewPaths(1000, some, coloursOf).map(({ colour, path }) => [colour, path]))
    expect(paths.get('legal')).toBe('M1 500h10V600H1z')
    expect(paths.get('energy')).toBe('M1 0h10V500H1zM1 600h10V1000H1z')
  })
})
