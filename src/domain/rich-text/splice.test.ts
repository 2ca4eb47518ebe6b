import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplice, spliceBetween } from './splice.ts'

describe('spliceBetween', () => {
  it('finds the one block that changed', () => {
    expect(spliceBetween(['a', 'b', 'c'], ['a', 'B', 'c'])).toEqual({ at: 1, remove: ['b'], insert: ['B'] })
  })

  it('finds an insertion among equal neighbours', () => {
    expect(spliceBetween(['a', 'a'], ['a', 'a', 'a'])).toEqual({ at: 2, remove: [], insert: ['a'] })
  })

  it('is nothing for equal lists', () => {
    expect(spliceBetween([{ x: 1 }], [{ x: 1 }])).toBeUndefined()
  })

  it('turns the first list into the second, and its swap turns it back', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const splice = spliceBetween(before, after)
        if (splice) {
          expect(applySplice(before, splice)).toEqual(after)
          const back = { at: splice.at, remove: splice.insert, insert: splice.remove }
          expect(applySplice(after, back)).toEqual(before)
        } else {
          expect(before).toEqual(after)
        }
      }),
    )
  })
})

describe('applySplice', () => {
  it('refuses when what it removes is not there', () => {
    expect(applySplice(['a'], { at: 0, remove: ['b'], insert: [] })).toBeUndefined()
    expect(applySplice(['a'], { at: 2, remove: [], insert: ['b'] })).toBeUndefined()
  })
})
