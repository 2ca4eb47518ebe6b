/** The shapes that Arabic letters take in words, which a PDF may have in their place; not the mark U+FEFF. */
const SHAPES = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g

const OPENS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '«': '»' }
const CLOSES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OPENS).map(([opening, closing]) => [closing, opening]),
)

/** A line of a PDF from right to left as it would be typed: letters for shapes, marks on their letters, brackets. */
export function typedLine(words: string): string {
  const letters = words
    .replace(SHAPES, (shapes) => shapes.normalize('NFKC'))
    // A mark stands apart where its glyph does; that of a final heh comes before it.
    .replace(/(\p{L}) ?\u0654\u0647(?!\p{L})/gu, '$1\u0647\u0654')
    .replace(/(?<=\p{L}) (?=[\u064B-\u0655])/gu, '')
  return withBrackets(letters)
}

/** An opening bracket is printed as a closing one from right to left, and some files have what is printed. */
function withBrackets(words: string): string {
  const turned = words.replace(/[()[\]{}«»]/g, (bracket) => OPENS[bracket] ?? CLOSES[bracket] ?? bracket)
  return unmatched(turned) < unmatched(words) ? turned : words
}

/** How many brackets close nothing or are not closed. */
function unmatched(words: string): number {
  const open: string[] = []
  let lost = 0
  for (const [bracket] of words.matchAll(/[()[\]{}«»]/g)) {
    if (OPENS[bracket] !== undefined) open.push(bracket)
    else if (open.at(-1) === CLOSES[bracket]) open.pop()
    else lost++
  }
  return lost + open.length
}
