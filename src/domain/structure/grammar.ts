import type { ProvisionKind } from './provision.ts'

/** The words by which texts of one language name their provisions. Data, so that a language is a table. */
export interface Grammar {
  readonly language: string
  /** Words that open a numbered provision at the start of a line, by kind. */
  readonly openers: Readonly<Partial<Record<ProvisionKind, string>>>
  /** A line that is only this opens the preamble. */
  readonly preamble: RegExp
  /** Opens the testimonium at the start of a block. */
  readonly testimonium: RegExp
  /** A line of a signature block. */
  readonly signature: RegExp
  /** A line that ends like this goes on in the next one: it is running text. */
  readonly breaksOff: RegExp
}

/** English treaty forms. */
export const ENGLISH: Grammar = {
  language: 'en',
  openers: {
    part: 'PART|Part',
    titleDivision: 'TITLE|Title',
    chapter: 'CHAPTER|Chapter',
    section: 'SECTION|Section',
    article: 'ARTICLES?|Article|Art\\.',
    annex: 'ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule|PROTOCOL No\\.?|Protocol No\\.?',
  },
  preamble: /^preamble[.:]?$/i,
  testimonium: /^(?:in (?:witness|faith|testimony) (?:whereof|thereof)|done (?:at|in|this|on)\b)/i,
  signature: /^(?:for (?:and on behalf of|the|and)\b|\[?\(?signed\)?|\(?l\.\s?s\.\)?|\(?sd\.?[/)]|_{5,})/i,
  breaksOff:
    /\b(?:a|an|and|as|at|by|for|from|in|is|of|on|or|shall|that|the|their|this|to|under|which|will|with)$/,
}
