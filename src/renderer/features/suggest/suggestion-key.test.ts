import { describe, expect, it } from 'vitest'
import { suggestionKey } from './suggestion-key.ts'

const NONE = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }

describe('a key for a suggestion', () => {
  it('is Alt with a digit, and with Shift to refuse', () => {
    expect(suggestionKey({ ...NONE, code: 'Digit2', altKey: true })).toEqual({
      number: 2,
      decision: 'accept',
    })
    expect(suggestionKey({ ...NONE, code: 'Digit5', altKey: true, shiftKey: true })).toEqual({
      number: 5,
      decision: 'refuse',
    })
  })

  it.each([
    { code: 'Digit2' },
    { code: 'Digit2', shiftKey: true },
    { code: 'Digit0', altKey: true },
    { code: 'Numpad2', altKey: true },
    { code: 'KeyA', altKey: true },
    { code: 'Digit2', altKey: true, ctrlKey: true },
    { code: 'Digit2', altKey: true, metaKey: true },
  ])('is not %o', (press) => {
    expect(suggestionKey({ ...NONE, ...press })).toBeUndefined()
  })
})
