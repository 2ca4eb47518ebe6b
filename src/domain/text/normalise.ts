/** A text ready to be held, and what was changed to make it so. */
export interface NormalisedText {
  readonly text: string
  /** One sentence per kind of change; empty when the text is as it came. */
  readonly notes: readonly string[]
}

interface Rule {
  readonly finds: RegExp
  readonly becomes: string
  readonly note: string
}

/** In this order: what goes must be gone before a pair, a line end or the start is looked at. */
const RULES: readonly Rule[] = [
  {
    // C0 and C1 controls but tab and the line ends below; a C1 control is also what a wrongly read letter becomes.
    // eslint-disable-next-line no-control-regex -- finding control characters is the point
    finds: /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]+/g,
    becomes: '',
    note: 'Control characters, which cannot be seen, were removed.',
  },
  {
    // Embeddings, overrides and isolates show words in another order than they are written. The marks U+200E,
    // U+200F and U+061C only help to place punctuation, and stay.
    finds: /[\u202A-\u202E\u2066-\u2069]+/g,
    becomes: '',
    note: 'Characters that change the order in which words are shown were removed.',
  },
  {
    finds: /\p{Surrogate}/gu,
    becomes: '\uFFFD',
    note: 'Halves of characters, which mean nothing alone, were replaced by “\uFFFD”.',
  },
  { finds: /^\uFEFF+/, becomes: '', note: 'A byte order mark at the start was removed.' },
  {
    finds: /\r\n?|[\v\f\u0085\u2028\u2029]/g,
    becomes: '\n',
    note: 'Line ends were made uniform.',
  },
]

/**
 * The one normalisation of the product, done once at import, before any offset exists. Every line ends in LF (page
 * breaks and the line separators of Unicode are line ends too); the byte order mark, control characters and
 * characters that reorder what is shown go; half a surrogate pair becomes U+FFFD. What comes out can be written as
 * UTF-8 and read again without a difference, and a second run changes nothing.
 *
 * Nothing else is touched: no Unicode normalisation, no trimming, no spacing, because the text is evidence and is
 * quoted word for word.
 */
export function normaliseText(raw: string): NormalisedText {
  const notes: string[] = []
  let text = raw
  for (const { finds, becomes, note } of RULES) {
    const changed = text.replace(finds, becomes)
    if (changed !== text) notes.push(note)
    text = changed
  }
  return { text, notes }
}
