const SMALL_WORDS = new Set(
  'a an and as at between by concerning for from in of on or regarding relating the to with'.split(' '),
)

/** A title printed in capitals in ordinary letters: `NORTH ATLANTIC TREATY` → `North Atlantic Treaty`. */
export function readableTitle(words: string): string {
  if (words !== words.toUpperCase() || words === words.toLowerCase()) return words
  return words
    .toLowerCase()
    .split(' ')
    .map((word, i) =>
      i > 0 && SMALL_WORDS.has(word) ? word : word.replace(/\p{L}/u, (letter) => letter.toUpperCase()),
    )
    .join(' ')
}
