import type { Agreement } from '../../agreement/agreement.ts'
import type { Theme } from '../../codebook/theme.ts'
import { isBlank, type RichText } from '../../rich-text/rich-text.ts'
import { change, type Operation } from '../operation.ts'

/** The agreement with another note; an empty note is no note. */
export function setAgreementNote(agreement: Agreement, note: RichText): Operation[] {
  return change('agreement', agreement, withNote(agreement, note))
}

/** The theme with another note; an empty note is no note. */
export function setThemeNote(theme: Theme, note: RichText): Operation[] {
  return change('theme', theme, withNote(theme, note))
}

/** Something that bears a note, with another one; without any when the note is empty. */
export function withNote<T extends { readonly note?: RichText }>(bearer: T, note: RichText): T {
  const { note: _old, ...rest } = bearer
  // Safe: a bearer without its note is still one, since the note is optional.
  return isBlank(note.blocks) ? (rest as T) : { ...bearer, note }
}
