import type { ProvisionKind } from '#domain/structure/provision.ts'

/** What each kind of provision is called where one is chosen. */
export const KIND_NAMES: Readonly<Record<ProvisionKind, string>> = {
  title: 'Title of the agreement',
  preamble: 'Preamble',
  recital: 'Recital',
  part: 'Part',
  titleDivision: 'Title (a division)',
  chapter: 'Chapter',
  section: 'Section',
  subsection: 'Subsection',
  article: 'Article',
  rule: 'Rule or regulation',
  paragraph: 'Paragraph',
  point: 'Point',
  flush: 'Words that close a paragraph',
  note: 'Note to an article',
  annex: 'Annex',
  protocol: 'Protocol',
  appendix: 'Appendix',
  schedule: 'Schedule',
  testimonium: 'Closing words',
  signatures: 'Signatures',
  furniture: 'Not part of the text',
}
