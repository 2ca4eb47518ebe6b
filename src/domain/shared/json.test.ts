import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameJson } from './json.ts'

describe('sameJson', () => {
  it('ignores the order of keys and fields that are undefined', () => {
    expect(sameJson({ a: 1, b: undefined, c: [1, { d: 2 }] }, { c: [1, { d: 2 }], a: 1 })).toBe(true)
  })

  it('tells a list from an object, a shorter list, and a missing key', () => {
    expect(sameJson([], {})).toBe(false)
    expect(sameJson([1], [1, 2])).toBe(false)
    expect(sameJson({ a: 1 }, { b: 1 })).toBe(false)
    expect(sameJson({ a: null }, {})).toBe(false)
  })

  it('holds for any value and its copy through JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => sameJson(value, JSON.parse(JSON.stringify(value)))))
  })

  it('is symmetric', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => sameJson(a, b) === sameJson(b, a)))
  })
})
