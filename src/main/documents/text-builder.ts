import type { ProvisionKind } from '#domain/structure/provision.ts'
import type { StructureHint } from '#domain/structure/hint.ts'
import { normaliseText } from '#domain/text/normalise.ts'

/** A range of the text, UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What is known of a provision when it opens. */
export interface OpenProvision {
  readonly kind: ProvisionKind
  readonly number?: string | undefined
  readonly heading?: string | undefined
}

/**
 * Puts a text together from blocks, and remembers what the markup said about them. Words are normalised as they
 * come in, so that no offset moves afterwards.
 */
export interface TextBuilder {
  /** Adds a block after a blank line; nothing when it has no words. */
  block(words: string): Span | undefined
  /** Adds a line directly below the last one. */
  line(words: string): Span | undefined
  /** Opens a provision; it begins with the next words. */
  open(provision: OpenProvision): void
  /** Ends the provision opened last; one without words leaves no hint. */
  close(): void
  hint(hint: StructureHint): void
  result(): { readonly text: string; readonly hints: StructureHint[]; readonly notes: string[] }
}

/** An empty text. */
export function textBuilder(): TextBuilder {
  const pieces: string[] = []
  const hints: { readonly hint: StructureHint; readonly order: number }[] = []
  const notes = new Set<string>()
  const opened: { readonly provision: OpenProvision; readonly order: number; start?: number }[] = []
  let length = 0
  let order = 0

  const push = (piece: string): void => {
    pieces.push(piece)
    length += piece.length
  }
  const add = (words: string, gap: string): Span | undefined => {
    const { text, notes: changes } = normaliseText(words)
    const trimmed = text.replace(/[ \t]+$/gm, '').replace(/^\n+|\s+$/g, '')
    if (trimmed.trim() === '') return undefined
    for (const change of changes) notes.add(change)
    if (length > 0) push(gap)
    const start = length
    for (const provision of opened) provision.start ??= start
    push(trimmed)
    return { start, end: length }
  }
  return {
    block: (words) => add(words, '\n\n'),
    line: (words) => add(words, '\n'),
    open: (provision) => opened.push({ provision, order: order++ }),
    close: () => {
      const last = opened.pop()
      if (last?.start === undefined) return
      const { kind, number, heading } = last.provision
      const span = { start: last.start, end: length }
      const hint = { ...span, kind, ...(number ? { number } : {}), ...(heading ? { heading } : {}) }
      hints.push({ hint, order: last.order })
    },
    hint: (hint) => hints.push({ hint, order: order++ }),
    result: () => ({
      text: length > 0 ? `${pieces.join('')}\n` : '',
      hints: hints
        // Of two over the same words, the one opened first is the outer one.
        .sort((a, b) => a.hint.start - b.hint.start || b.hint.end - a.hint.end || a.order - b.order)
        .map(({ hint }) => hint),
      notes: [...notes],
    }),
  }
}

/** White space as markup means it: any run of blanks and line ends is one blank. No-break spaces stay. */
export function foldSpace(words: string): string {
  return words.replace(/[ \t\r\n\f]+/g, ' ').trim()
}
