import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }

const NAMES = new Intl.DisplayNames('en', { type: 'region' })

const TWO_LETTERS: ReadonlyMap<string, string> = new Map(codes.map(([two = '', three = '']) => [three, two]))

/** The English name of a country with an ISO 3166-1 code of three letters; any other code is given back as it is. */
export function countryName(code: string): string {
  const two = TWO_LETTERS.get(code.trim().toUpperCase())
  return (two && NAMES.of(two)) ?? code
}
