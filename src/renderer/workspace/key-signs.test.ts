import { describe, expect, it } from 'vitest'
import { signOf } from './key-signs.ts'

const sign = (key: string, code: string, shiftKey = false): string => signOf({ key, code, shiftKey })

describe('the sign that a key press means', () => {
  it.each([
    ['j', 'KeyJ', 'J'],
    // Whoever has the letter elsewhere presses it there.
    ['a', 'KeyQ', 'A'],
    ['/', 'Digit7', '/'],
    ['Enter', 'Enter', 'Enter'],
    ['F3', 'F3', 'F3'],
  ])('is what a Latin keyboard writes: %s', (key, code, meant) => {
    expect(sign(key, code)).toBe(meant)
  })

  it.each([
    ['о', 'KeyJ', 'J'],
    ['ت', 'KeyJ', 'J'],
    ['ξ', 'KeyJ', 'J'],
    ['х', 'BracketLeft', '['],
    ['ъ', 'BracketRight', ']'],
    ['ü', 'BracketLeft', '['],
    ['ю', 'Period', '.'],
    ['。', 'Period', '.'],
  ])('is that of its place where another script is written: %s', (key, code, meant) => {
    expect(sign(key, code)).toBe(meant)
  })

  it('has Shift in it where Shift makes another sign', () => {
    expect(sign('؟', 'Slash', true)).toBe('?')
    expect(sign('Х', 'BracketLeft', true)).toBe('{')
    expect(sign('О', 'KeyJ', true)).toBe('J')
  })

  it.each([
    ['۱', 'Digit1', '1'],
    ['٩', 'Digit9', '9'],
    ['۵', 'Numpad5', '5'],
    ['&', 'Digit1', '1'],
    ['é', 'Digit2', '2'],
    ['ě', 'Digit2', '2'],
  ])('is the digit of the key: %s', (key, code, meant) => {
    expect(sign(key, code)).toBe(meant)
  })

  it('is the digit that a French keyboard writes with Shift, and no digit for an American "!"', () => {
    expect(sign('1', 'Digit1', true)).toBe('1')
    expect(sign('!', 'Digit1', true)).toBe('!')
  })

  it('leaves signs alone that a keyboard writes in ASCII and no command has', () => {
    expect(sign('-', 'Slash')).toBe('-')
    expect(sign('#', 'Backslash')).toBe('#')
  })
})
