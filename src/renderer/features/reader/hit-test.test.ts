import { describe, expect, it } from 'vitest'
import { spanIndex } from '#domain/annotation/span-index.ts'
import { annotationOf, TREATY } from '#domain/library/fixture.testing.ts'
import { annotationsAt, nextAt } from './hit-test.ts'

const long = annotationOf('An attack on one Party shall be considered an attack on both', ['SEC.1'], 'long')
const short = annotationOf('considered an attack', ['SEC.1'], 'short')
const index = spanIndex([long, short], (a) => a.target.anchor)

describe('clicking into overlapping annotations', () => {
  const there = annotationsAt(index, TREATY.indexOf('considered') + 2)

  it('means the shortest first', () => {
    expect(there.map((a) => a.id)).toEqual(['short', 'long'])
    expect(nextAt(there, undefined)).toBe('short')
  })

  it('goes on to the next with every click, and round again', () => {
    expect(nextAt(there, 'short')).toBe('long')
    expect(nextAt(there, 'long')).toBe('short')
  })

  it('beside them means none', () => {
    expect(nextAt(annotationsAt(index, 0), 'short')).toBeUndefined()
  })
})
