/**
 * A string that identifies one kind of thing. Flavoured, not branded: a plain string literal is accepted (so
 * fixtures stay readable), but the id of one kind is refused where another kind's is wanted.
 */
export type Id<Kind extends string> = string & { readonly __id?: Kind }

export type AgreementId = Id<'agreement'>
export type TextId = Id<'text'>
/** Stable within its text, built from what is printed: `art-5`, `art-6.p-2`, `annex-1.art-3`. */
export type ProvisionId = Id<'provision'>
export type CodebookId = Id<'codebook'>
export type ThemeId = Id<'theme'>
export type AnnotationId = Id<'annotation'>
export type AssessmentId = Id<'assessment'>
export type BriefId = Id<'brief'>

/** Makes identifiers. Passed in, so that tests can make them predictable. */
export interface Ids {
  /** Returns an identifier never returned before, safe in a file name and in an URL. */
  next(): string
}
