/** Each code has the words for one and for several; `{n}` is the number. */
const SENTENCES = {
  images: ['An image was left out.', '{n} images were left out.'],
  navigation: [
    'A part of the page around the agreement was left out.',
    '{n} parts of the page around the agreement were left out.',
  ],
  scripts: ['A script was left out; nothing in it ran.', '{n} scripts were left out; nothing in them ran.'],
  forms: ['A form field was left out.', '{n} form fields were left out.'],
  embedded: ['An embedded object was left out.', '{n} embedded objects were left out.'],
  formatting: [
    'Formatting such as bold and italics was left out.',
    'Formatting such as bold and italics was left out.',
  ],
  links: ['The address behind a link was left out.', 'The addresses behind {n} links were left out.'],
  tables: [
    'A table was kept as lines, its cells parted by tabs.',
    '{n} tables were kept as lines, their cells parted by tabs.',
  ],
  macros: [
    'The file has macros; they were ignored and did not run.',
    'The file has macros; they were ignored and did not run.',
  ],
  insertions: ['A tracked insertion was accepted.', '{n} tracked insertions were accepted.'],
  deletions: [
    'A tracked deletion was accepted, so its words are not in the text.',
    '{n} tracked deletions were accepted, so their words are not in the text.',
  ],
  comments: ['A comment was left out.', '{n} comments were left out.'],
  headers: ['Running heads and feet were left out.', 'Running heads and feet were left out.'],
  pageNumbers: ['The page number of one page was left out.', 'The page numbers of {n} pages were left out.'],
  hyphens: ['One word divided at a line end was joined.', '{n} words divided at line ends were joined.'],
  footnotes: [
    'A footnote was moved to the end of the text.',
    '{n} footnotes were moved to the end of the text.',
  ],
  hidden: ['One passage of hidden text was left out.', '{n} passages of hidden text were left out.'],
  textBoxes: [
    'The words of a text box stand after the paragraph that holds it.',
    'The words of {n} text boxes stand after the paragraphs that hold them.',
  ],
  frontMatter: [
    'The file’s own description at its top was taken as proposals, not as text.',
    'The file’s own description at its top was taken as proposals, not as text.',
  ],
  emptyPages: [
    'One page without words, perhaps a scan, was left out.',
    '{n} pages without words, perhaps scans, were left out.',
  ],
} as const satisfies Record<string, readonly [string, string]>

/** The name of something a conversion leaves out or moves. */
export type DroppedCode = keyof typeof SENTENCES

/** Something a conversion left out or moved, and how often. */
export interface Dropped {
  readonly code: DroppedCode
  readonly count: number
}

/** Counts what is dropped while a file is read. */
export interface DroppedTally {
  add(code: DroppedCode, count?: number): void
  list(): Dropped[]
}

/** A tally with nothing in it. */
export function droppedTally(): DroppedTally {
  const counts = new Map<DroppedCode, number>()
  return {
    add: (code, count = 1) => {
      if (count > 0) counts.set(code, (counts.get(code) ?? 0) + count)
    },
    list: () => [...counts].map(([code, count]) => ({ code, count })),
  }
}

/** What was dropped, as a sentence for the analyst. */
export function droppedSentence({ code, count }: Dropped): string {
  const [one, several] = SENTENCES[code]
  return count === 1 ? one : several.replace('{n}', count.toLocaleString('en-GB'))
}
