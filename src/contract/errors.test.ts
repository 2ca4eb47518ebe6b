import { describe, expect, it } from 'vitest'
import { ERROR_CODES, errorMessage, PactaError } from './errors.ts'

describe('errorMessage', () => {
  it.each(ERROR_CODES)('%s says what happened, what is safe and what to do, in whole sentences', (code) => {
    const message = errorMessage(code)
    for (const sentence of [message.happened, message.safe, message.todo]) {
      expect(sentence).toMatch(/^[\p{Lu}“…].*\.$/u)
      expect(sentence).not.toContain('!')
      expect(sentence).not.toMatch(/[{}]/)
    }
  })

  it('fills its places, and leaves markup and patterns in a name alone', () => {
    const { happened } = errorMessage('file-empty', { name: '$& {size}.txt' })
    expect(happened).toBe('“$& {size}.txt” is empty.')
  })
})

describe('PactaError', () => {
  it('carries its code, details and cause', () => {
    const cause = new Error('ENOSPC')
    const error = new PactaError('disk-full', { name: 'x' }, { cause })
    expect(error).toMatchObject({ code: 'disk-full', details: { name: 'x' }, cause })
  })
})
