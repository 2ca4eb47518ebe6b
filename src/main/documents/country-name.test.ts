import { describe, expect, it } from 'vitest'
import { countryName } from './country-name.ts'

describe('countryName', () => {
  it.each([
    ['JPN', 'Japan'],
    ['nld', 'Netherlands'],
    ['IRN', 'Iran'],
  ])('names the country with the code %s', (code, name) => {
    expect(countryName(code)).toBe(name)
  })

  it('leaves alone what is no code of a country', () => {
    expect(countryName('EEC')).toBe('EEC')
    expect(countryName('Republic of Ardia')).toBe('Republic of Ardia')
  })
})
