/** A text ready to be held, and what was changed to make it so. */
export interface NormalisedText {
  readonly text: string
  /** One sentence per kind of change; empty when the text is as it came. */
  readonly notes: readonly string[]
}

/**
 * The one normalisation of the product, done once at import, before any offset exists: the byte order mark goes
 * and every line ends in LF. Nothing else is touched: no Unicode normalisation, no trimming, no spacing, because
 * the text is evidence and is quoted word for word.
 */
export function normaliseText(raw: string): NormalisedText {
  const notes: string[] = []
  let text = raw
  if (text.startsWith('\uFEFF')) {
    text = text.slice(1)
    notes.push('A byte order mark at the start was removed.')
  }
  if (text.includes('\r')) {
    text = text.replace(/\r\n?/g, '\n')
    notes.push('Line ends were made uniform.')
  }
  return { text, notes }
}
