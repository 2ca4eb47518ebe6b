import type { Agreement } from '../../agreement/agreement.ts'
import type { AnnotationId, ProvisionId } from '../../shared/id.ts'
import { markAsChecked } from '../../structure/corrections.ts'
import { spliceProvisions } from '../../structure/splice-provisions.ts'
import { carryThroughSplice, spliceText, type TextSplice } from '../../text/carry/carry-splice.ts'
import type { ContentHash, Text } from '../../text/text.ts'
import { sameJson } from '../../shared/json.ts'
import { change, changeList, type Operation } from '../operation.ts'
import type { Follow } from './correction-follows.ts'
import type { CorrectedText } from './structure-changes.ts'

/** A text whose words are to be corrected, with its record. */
export interface CorrectedWords extends CorrectedText {
  readonly text: Text
  readonly agreement: Agreement
}

/** An annotation whose words are corrected with the text. */
export interface Requoted {
  readonly annotationId: AnnotationId
  readonly was: string
  readonly is: string
}

/** What a correction of the words comes to. */
export type WordsCorrection =
  | {
      readonly kind: 'corrected'
      readonly content: string
      /** The annotations that quote the corrected words, for the analyst to see before it is done. */
      readonly requoted: readonly Requoted[]
      /** The operations, once the corrected words are kept under their hash. */
      readonly operations: (hash: ContentHash) => Operation[]
    }
  /** It reaches out of the provision, or leaves none of its words. */
  | { readonly kind: 'out of place' }
  /** These annotations would have no words left. */
  | { readonly kind: 'unquoted'; readonly annotationIds: readonly AnnotationId[] }

/**
 * Corrects words of one provision, as a person does who sees what is printed. Every annotation of the text follows:
 * what stands outside the change stays on its words; what quotes the change quotes the corrected words, and is named.
 * The sources of facts follow as well; one whose words are gone is no source any more.
 */
export function correctWords(words: CorrectedWords, id: ProvisionId, splice: TextSplice): WordsCorrection {
  const { content, structure, annotations, text, agreement } = words
  const after = spliceProvisions(structure.provisions, content, id, splice)
  if (!after) return { kind: 'out of place' }
  const corrected = spliceText(content, splice)
  const requoted: Requoted[] = []
  const unquoted: AnnotationId[] = []
  const following = annotations.flatMap((annotation) => {
    const { target } = annotation
    const outcome = carryThroughSplice(target.anchor, splice, corrected)
    if (outcome.kind === 'lost') {
      unquoted.push(annotation.id)
      return []
    }
    const { anchor } = outcome
    if (anchor.quote !== target.anchor.quote)
      requoted.push({ annotationId: annotation.id, was: target.anchor.quote, is: anchor.quote })
    return change('annotation', annotation, { ...annotation, target: { ...target, anchor } })
  })
  if (unquoted.length > 0) return { kind: 'unquoted', annotationIds: unquoted }
  const record = withSources(agreement, text.id, (anchor) => carryThroughSplice(anchor, splice, corrected))
  const checked = markAsChecked(after, id)
  return {
    kind: 'corrected',
    content: corrected,
    requoted,
    operations: (hash) => [
      ...change('text', text, { ...text, content: { hash, length: corrected.length } }),
      ...changeList('structure', structure, 'provisions', checked),
      ...following,
      ...(sameJson(record, agreement) ? [] : change('agreement', agreement, record)),
    ],
  }
}

/** The record with every source in the text where its words stand now. One whose words are gone is no source any more. */
export function withSources(agreement: Agreement, textId: string, follow: Follow): Agreement {
  const following = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(following)
    if (typeof value !== 'object' || value === null) return value
    const source = value as {
      kind?: unknown
      textId?: unknown
      start?: unknown
      end?: unknown
      quote?: unknown
    }
    const { start, end, quote } = source
    const isHere = source.kind === 'text' && source.textId === textId
    if (isHere && typeof start === 'number' && typeof end === 'number' && typeof quote === 'string') {
      const outcome = follow({ start, end, quote, prefix: '', suffix: '' })
      if (outcome.kind === 'lost') return { kind: 'analyst' }
      const { anchor } = outcome
      return { ...source, start: anchor.start, end: anchor.end, quote: anchor.quote }
    }
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, following(part)]))
  }
  // Safe: only the places and words inside sources are changed.
  return following(agreement) as Agreement
}

/** The one change that makes one text of another, as short as can be. Nothing when they are the same. */
export function spliceBetweenTexts(before: string, after: string, at = 0): TextSplice | undefined {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return {
    at: at + head,
    remove: before.slice(head, before.length - tail),
    insert: after.slice(head, after.length - tail),
  }
}
