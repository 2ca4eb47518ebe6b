import { describe, expect, it } from 'vitest'
import { annotationOf, TREATY } from '../library/fixture.testing.ts'
import { nextAnnotation } from './annotation.ts'

const LIST = ['consult each other', 'An attack on one Party', 'in force'].map((words) => annotationOf(words))
const [first, second, third] = LIST

describe('the next annotation', () => {
  it('is the neighbour of the one that is selected, and there is none beyond the ends', () => {
    expect(nextAnnotation(LIST, second?.id, 0, 1)).toBe(third)
    expect(nextAnnotation(LIST, second?.id, 0, -1)).toBe(first)
    expect(nextAnnotation(LIST, third?.id, 0, 1)).toBeUndefined()
    expect(nextAnnotation(LIST, first?.id, 0, -1)).toBeUndefined()
  })

  it('is counted from where the reader stands while none is selected', () => {
    const article = TREATY.indexOf('Article 2\nMutual')
    expect(nextAnnotation(LIST, undefined, article, 1)).toBe(second)
    expect(nextAnnotation(LIST, undefined, article, -1)).toBe(first)
    expect(nextAnnotation(LIST, 'hidden', article, 1)).toBe(second)
    expect(nextAnnotation([], undefined, 0, 1)).toBeUndefined()
  })
})
