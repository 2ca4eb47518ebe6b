import type { ProvisionId, TextId, ThemeId } from '../shared/id.ts'

/** A stretch of text. UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A passage as it is compared with others. */
export interface PassageRef {
  readonly textId: TextId
  readonly provisionId: ProvisionId
}

/** Why a theme is proposed, with the words of the provision that say so. */
export type Reason =
  /** The codebook names these words as signals of the theme. */
  | { readonly kind: 'signal'; readonly spans: readonly Span[]; readonly words: readonly string[] }
  /** These words stand in what the codebook says of the theme. */
  | { readonly kind: 'definition'; readonly spans: readonly Span[]; readonly words: readonly string[] }
  /** The analyst has given the theme to provisions that share these words. */
  | {
      readonly kind: 'neighbour'
      readonly spans: readonly Span[]
      readonly words: readonly string[]
      /** The provision most alike that has the theme. */
      readonly like: PassageRef
      /** Cosine of the two, 0 to 1. */
      readonly likeness: number
    }

/** A theme proposed for a provision. Never applied by itself. */
export interface Suggestion {
  readonly themeId: ThemeId
  /** How strongly, 0 to 1: for the order, not for the screen. */
  readonly score: number
  /** The strongest first; never empty. */
  readonly reasons: readonly Reason[]
}
