import { describe, expect, it } from 'vitest'
import { webAddress } from './web-address.ts'

describe('the address of a link', () => {
  it.each([
    ['https://example.org/treaty?no=5', 'https://example.org/treaty?no=5'],
    ['  http://example.org ', 'http://example.org'],
    ['example.org/treaty', 'https://example.org/treaty'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
    ['پارسی.ایران/متن', 'https://پارسی.ایران/متن'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ])('of %j is %j', (typed, address) => {
    expect(webAddress(typed)).toBe(address)
  })

  it.each([
    '',
    'treaty',
    'two words',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://',
  ])('is none for %j', (typed) => {
    expect(webAddress(typed)).toBeUndefined()
  })
})
