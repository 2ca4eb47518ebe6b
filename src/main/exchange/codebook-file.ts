/** Why a file cannot be read as a codebook. */
export type CodebookFileReason =
  /** It is well-formed, but says nothing of themes. */
  | 'not-a-codebook'
  /** It ends in the middle, or is not well-formed. */
  | 'damaged'
  /** It declares entities of its own: a known way to hide other files or endless text in a small one. */
  | 'unsafe'
  /** It has more themes, or nests them deeper, than anybody can read. */
  | 'too-large'
  /** It has no themes. */
  | 'empty'

/** A file cannot be read as a codebook. */
export class CodebookFileError extends Error {
  override readonly name = 'CodebookFileError'
  readonly reason: CodebookFileReason
  /** The line where the trouble is, from 1, where one can be named. */
  readonly line: number | undefined

  constructor(reason: CodebookFileReason, line?: number, options?: ErrorOptions) {
    super(line === undefined ? reason : `${reason}, line ${line}`, options)
    this.reason = reason
    this.line = line
  }
}

/** More themes than any codebook known to us by two orders of magnitude. */
export const MOST_THEMES = 20_000

/** Deeper than anybody nests themes; the schema itself knows no limit. */
export const DEEPEST_THEME = 50
