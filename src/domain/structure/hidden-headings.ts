import { CLASSES, OPENS } from './char-classes.ts'
import { evidenceFor, PLAIN } from './evidence.ts'
import { followsInsertion } from './insertions.ts'
import type { Provision, ProvisionKind } from './provision.ts'
import { isDivision } from './provision.ts'
import { findCandidates } from './scan.ts'

/** So much of the text before a line shows whether it goes on with a sentence, and so much after what it opens. */
const BEFORE = 80
const AFTER = 120
/** What a heading is worth that is read as one wherever its number fits. */
const SURE = 0.5
const WORDS: ReadonlySet<ProvisionKind> = new Set(['paragraph', 'recital', 'flush', 'preamble'])

/** A line that was read as words, though it has the form of a heading. */
export interface HiddenHeading {
  /** As printed: `Article 4 bis`. */
  readonly printed: string
  readonly isArticle: boolean
}

/** The heading with which a run of words begins, in any language and with any form of number, if there is one. */
export function hiddenHeading(
  text: string,
  { kind, start, textStart }: Provision,
): HiddenHeading | undefined {
  if (!WORDS.has(kind) || textStart !== start || ((CLASSES[text.charCodeAt(start)] ?? 0) & OPENS) === 0)
    return undefined
  const from = Math.max(0, start - BEFORE)
  const found = findCandidates(text.slice(from, start + AFTER)).find((c) => c.start === start - from)
  if (!found?.opensLine || !found.numeral || evidenceFor(found, PLAIN) < SURE) return undefined
  if (followsInsertion(text, start)) return undefined
  const isArticle = found.kind === 'article' || found.kind === 'rule'
  if (!isArticle && !(found.kind !== 'preamble' && found.kind !== 'testimonium' && isDivision(found.kind)))
    return undefined
  const printed = text.slice(start, from + found.end).trim()
  return { printed: printed.replace(/[\s.:：．。–—-]+$/, ''), isArticle }
}
