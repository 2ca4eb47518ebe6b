import { describe, expect, it } from 'vitest'
import { panesShowing } from './side-by-side.ts'

const TWO = { panes: ['a', 'b'], workedOn: 'b', scrollsTogether: true }

describe('the texts on the screen', () => {
  it('are one, unless another is read beside it', () => {
    expect(panesShowing({ ...TWO, panes: [], workedOn: undefined }, 'c')).toEqual(['c'])
  })

  it('stay where they are when the reader goes from one to the other', () => {
    expect(panesShowing(TWO, 'a')).toEqual(['a', 'b'])
  })

  it('change on the side that was worked on when another one is opened', () => {
    expect(panesShowing(TWO, 'c')).toEqual(['a', 'c'])
    expect(panesShowing({ ...TWO, workedOn: 'a' }, 'c')).toEqual(['c', 'b'])
  })
})
