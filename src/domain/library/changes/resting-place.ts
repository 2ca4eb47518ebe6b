import type { AnnotationTarget } from '../../annotation/annotation.ts'
import type { ProvisionId } from '../../shared/id.ts'
import { firstWhere } from '../../shared/first-where.ts'
import type { Provision } from '../../structure/provision.ts'
import { anchorOf, CONTEXT_LENGTH, type Anchor } from '../../text/anchor.ts'
import type { StructuredText } from '../../text/carry/alike.ts'
import type { TextSplice } from '../../text/carry/carry-splice.ts'
import { spliceBetweenTexts } from './text-correction.ts'

/** A stretch of a text, UTF-16 units, `end` exclusive. */
type Range = Pick<Provision, 'start' | 'end'>

/** What two states of one text say about places that need not be sought: they stand outside what has changed. */
export interface RestingPlace {
  /** Where words of the one stand in the other; nothing when that is not certain without looking for them. */
  anchorOf(anchor: Anchor): Anchor | undefined
  /** The same for what an annotation is about. One of a provision that is not there is about its words. */
  targetOf(target: AnnotationTarget): AnnotationTarget | undefined
  /** Whether a provision is there, with the words it has now or beginning at the same place. */
  holds(id: ProvisionId): boolean
  /** Whether anything of a stretch of the one is in a stretch of the other: only then can they be the same words. */
  share(was: Range, is: Range): boolean
}

/**
 * Compares two states of a text.
 *
 * @param steps the changes that lead from the one to the other, in order; without them, the one change that does.
 */
export function restingPlace(
  from: StructuredText,
  to: StructuredText,
  steps: readonly TextSplice[] = oneStep(from.text, to.text),
): RestingPlace {
  const kept = keptBy(from.text.length, steps)
  const before = new Map(from.provisions.map((provision) => [provision.id, provision]))
  const after = new Map(to.provisions.map((provision) => [provision.id, provision]))
  const byRange = new Map(to.provisions.map((provision) => [rangeOf(provision), provision.id]))

  /** The whole of a stretch, when nothing of it has changed. */
  const wholeOf = ({ start, end }: Range): Range | undefined => {
    const [rest, ...more] = remainsOf(kept, { start, end })
    return rest && more.length === 0 && rest.end - rest.start === end - start ? rest : undefined
  }
  const restOf = (anchor: Anchor): Anchor | undefined => {
    const rest = wholeOf(anchor)
    if (rest) {
      const there = anchorOf(to.text, rest.start, rest.end)
      return there.quote === anchor.quote ? there : undefined
    }
    // Words that were changed and changed back stand where they stood, with the same words around them.
    const isSame = anchor.end <= to.text.length && around(from.text, anchor) === around(to.text, anchor)
    return isSame ? anchorOf(to.text, anchor.start, anchor.end) : undefined
  }
  const holds = (id: ProvisionId): boolean => {
    const [was, is] = [before.get(id), after.get(id)]
    if (!was || !is || was.kind !== is.kind) return false
    if (wholeOf({ start: was.start, end: was.start + 1 })?.start === is.start) return true
    return from.text.slice(was.start, was.end) === to.text.slice(is.start, is.end)
  }
  return {
    anchorOf: restOf,
    holds,
    share: (was, is) => remainsOf(kept, was).some(({ start, end }) => start < is.end && is.start < end),
    targetOf: (target) => {
      const anchor = restOf(target.anchor)
      if (!anchor) return undefined
      if (target.kind === 'span') return { ...target, anchor }
      const { provisionId } = target
      if (holds(provisionId)) return { ...target, anchor }
      const other = byRange.get(rangeOf(anchor))
      return other === undefined
        ? { kind: 'span', anchor }
        : { kind: 'provision', provisionId: other, anchor }
    },
  }
}

/** A stretch of the one text that is in the other to the letter: where it stands there, and where it stood. */
interface Kept extends Range {
  readonly was: number
}

/** Everything that is left of a text after some changes, in order. */
function keptBy(length: number, steps: readonly TextSplice[]): readonly Kept[] {
  let kept: Kept[] = length > 0 ? [{ start: 0, end: length, was: 0 }] : []
  for (const { at, remove, insert } of steps) {
    const gone = at + remove.length
    const shift = insert.length - remove.length
    kept = kept.flatMap((one) => {
      if (one.end <= at) return [one]
      const behind = Math.max(one.start, gone)
      const parts = [
        { ...one, end: Math.min(one.end, at) },
        { start: behind + shift, end: one.end + shift, was: one.was + behind - one.start },
      ]
      return parts.filter(({ start, end }) => start < end)
    })
  }
  return kept
}

/** What is left of a stretch, in order, and where it stands. */
function remainsOf(kept: readonly Kept[], { start, end }: Range): Range[] {
  const first = firstWhere(kept.length, (n) => {
    const one = kept[n]
    return !one || one.was + one.end - one.start > start
  })
  const found: Range[] = []
  for (let n = first; ; n++) {
    const one = kept[n]
    if (!one || one.was >= end) return found
    const shift = one.start - one.was
    found.push({ start: Math.max(start, one.was) + shift, end: Math.min(end + shift, one.end) })
  }
}

function oneStep(from: string, to: string): readonly TextSplice[] {
  const splice = spliceBetweenTexts(from, to)
  return splice ? [splice] : []
}

function around(text: string, { start, end }: Range): string {
  return text.slice(Math.max(0, start - CONTEXT_LENGTH), end + CONTEXT_LENGTH)
}

function rangeOf({ start, end }: Range): string {
  return `${start} ${end}`
}
