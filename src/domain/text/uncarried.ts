import type { ProvisionId, TextId } from '../shared/id.ts'
import type { Anchor } from './anchor.ts'

/**
 * Why an annotation or an assessment has stayed with an earlier version of a text. What it was about can still be
 * read there.
 */
export type Uncarried =
  /** It has perhaps been found in the newer version: the analyst decides. */
  | {
      readonly state: 'review'
      /** The newer version. */
      readonly textId: TextId
      /** Where it would stand there. */
      readonly anchor: Anchor
      /** The provision that it would be about, when it is about a whole one. */
      readonly provisionId?: ProvisionId
      /** How sure the place is, 0 to 1; below 0.9. */
      readonly score: number
    }
  /** It was not found in the newer version. */
  | { readonly state: 'lost'; readonly textId: TextId }
  /** The analyst has decided that it does not belong in the newer version. */
  | { readonly state: 'dismissed'; readonly textId: TextId }
