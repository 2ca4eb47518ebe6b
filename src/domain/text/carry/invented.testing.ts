/** The words a treaty is held together with, as often as they come. */
const SMALL = 'the the the the of of of to to in in and and shall shall by for a with or any which'.split(' ')
const SYLLABLES = 'ba co del fi gra lan mor ne pol qui ras sen ti ur ven wick'.split(' ')
/** What a treaty says again and again. */
const FORMULAS = [
  'The Council shall adopt its own rules of procedure and elect its President.',
  'Decisions shall be taken by a majority of the members present and voting.',
  'Nothing in this article shall affect the rights of third States.',
  'The dues shall not exceed those paid by its own ships.',
]
const TITLES = [
  'Functions and powers',
  'Composition of the Council',
  'Rules of procedure',
  'Entry into force',
]
/** How many words there are besides the small ones. Some come far more often than others. */
const VOCABULARY = 700

/**
 * Writes a treaty that says nothing, with the statistics of one that does, the same for the same random numbers: numbered
 * articles with titles that come again, numbered paragraphs, and formulas that stand in many of them.
 */
export function inventedTreaty(articles: number, random: () => number): string {
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const times = <T>(least: number, most: number, make: (i: number) => T): T[] =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, (_, i) => make(i))
  const vocabulary = Array.from({ length: VOCABULARY }, () => times(2, 4, () => of(SYLLABLES)).join(''))
  const word = (): string => vocabulary[Math.floor(VOCABULARY * random() ** 2)] ?? ''
  const plain = (): string => `The ${times(5, 14, () => `${word()} ${of(SMALL)}`).join(' ')} ${word()}.`
  const sentence = (): string => (random() < 1 / 6 ? of(FORMULAS) : plain())
  const paragraph = (i: number): string =>
    `${i + 1}. ${plain()}${times(0, 2, () => ` ${sentence()}`).join('')}`
  const article = (_: unknown, i: number): string =>
    `Article ${i + 1}\n\n${of(TITLES)}\n\n${times(2, 4, paragraph).join('\n\n')}\n`
  return `TREATY BETWEEN ARDIA AND BELMARK\n\n${Array.from({ length: articles }, article).join('\n')}`
}
