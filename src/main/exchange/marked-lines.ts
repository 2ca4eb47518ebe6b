/**
 * Several pieces of text in one, told apart by lines that are marks. A line of a piece that looks like a mark gets a
 * backslash before it, so that any text comes back as it was.
 */

/** The text with a backslash before each line that is like a mark, or was given one before. */
export function protectLines(text: string, mark: RegExp): string {
  return text.replace(/^.*$/gm, (line) => (mark.test(line.replace(/^\\+/, '')) ? `\\${line}` : line))
}

/** The text as it was before {@link protectLines}. */
export function unprotectLines(text: string, mark: RegExp): string {
  return text.replace(/^.*$/gm, (line) =>
    line.startsWith('\\') && mark.test(line.replace(/^\\+/, '')) ? line.slice(1) : line,
  )
}
