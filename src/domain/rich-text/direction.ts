/** Scripts that are written from right to left. */
const FROM_RIGHT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * The direction that words are read in, by their first letter, as a page decides it for a paragraph. For what a page
 * does not look into: a table whose cells decide for themselves.
 */
export function directionOfWords(words: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(words)?.[0] ?? ''
  return FROM_RIGHT.test(letter) ? 'rtl' : 'ltr'
}

/** The `dir` of what stands in something that has a direction: its own where it has letters, else that of the whole. */
export function ownDirection(words: string): 'auto' | undefined {
  return /\p{L}/u.test(words) ? 'auto' : undefined
}

/** The direction that most of the letters are read in: from the left when there are as many of either, or none. */
export function directionOfMost(words: string): 'ltr' | 'rtl' {
  let fromRight = 0
  let fromLeft = 0
  for (const [letter] of words.matchAll(/\p{L}/gu)) {
    if (FROM_RIGHT.test(letter)) fromRight++
    else fromLeft++
  }
  return fromRight > fromLeft ? 'rtl' : 'ltr'
}
