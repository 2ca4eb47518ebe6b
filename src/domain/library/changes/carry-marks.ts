import type { Annotation, AnnotationTarget } from '../../annotation/annotation.ts'
import { assessmentId, type Assessment } from '../../bindingness/assessment.ts'
import type { ProvisionId, TextId } from '../../shared/id.ts'
import { isKept } from '../../shared/trash.ts'
import { anchorOf } from '../../text/anchor.ts'
import type { StructuredText } from '../../text/carry/alike.ts'
import { carrierBetween, type CarryOutcome } from '../../text/carry/carry.ts'
import { foldText } from '../../text/carry/folded-text.ts'
import { DOUBTFUL } from '../../text/carry/place-quote.ts'
import type { Uncarried } from '../../text/uncarried.ts'
import { change, create, inverse, type Operation } from '../operation.ts'

/** What an analyst has left on a text. */
export type Mark =
  | { readonly kind: 'annotation'; readonly value: Annotation }
  | { readonly kind: 'assessment'; readonly value: Assessment }

/** A version of a text, with everything that stands on it. */
export interface MarkedText extends StructuredText {
  readonly annotations: readonly Annotation[]
  readonly assessments: readonly Assessment[]
}

/** What becomes of one mark in a new version. */
export interface CarriedMark {
  readonly mark: Mark
  readonly outcome: CarryOutcome
  /**
   * Set when it is carried and the words it is about have changed, by more than white space, capitals and the form
   * of quotation marks.
   */
  readonly rewording?: { readonly was: string; readonly is: string }
}

/**
 * Carries every mark of an earlier version into a new one, one at a time, so that a caller can let other work in
 * between. Marks in the trash and those that the analyst has dismissed stay where they are. `taken` are the
 * provisions of the new version that have an assessment already: a provision has one, a second is a question.
 */
export function* carryMarks(
  before: MarkedText,
  after: StructuredText,
  taken: Set<ProvisionId>,
): Generator<CarriedMark> {
  const carry = carrierBetween(before, after)
  const provisions = new Map(before.provisions.map((provision) => [provision.id, provision]))
  const ownWords = new Map(after.provisions.map((provision) => [provision.id, provision.textStart]))
  const rewordingOf = (start: number, end: number, outcome: CarryOutcome): Pick<CarriedMark, 'rewording'> => {
    if (outcome.kind !== 'carried') return {}
    const from = outcome.provisionId === undefined ? undefined : ownWords.get(outcome.provisionId)
    const was = before.text.slice(start, end)
    const is = after.text.slice(from ?? outcome.anchor.start, outcome.anchor.end)
    return plain(was) === plain(is) ? {} : { rewording: { was, is } }
  }

  for (const annotation of before.annotations) {
    if (!isKept(annotation) || annotation.uncarried?.state === 'dismissed') continue
    const { target } = annotation
    const outcome = carry(target)
    const provision = target.kind === 'provision' ? provisions.get(target.provisionId) : undefined
    const start = provision?.textStart ?? target.anchor.start
    const rewording = rewordingOf(start, provision?.end ?? target.anchor.end, outcome)
    yield { mark: { kind: 'annotation', value: annotation }, outcome, ...rewording }
  }
  for (const assessment of before.assessments) {
    const provision = provisions.get(assessment.provisionId)
    if (!provision || assessment.uncarried?.state === 'dismissed') continue
    const anchor = anchorOf(before.text, provision.start, provision.end)
    const found = carry({ anchor, provisionId: provision.id })
    const isSecond =
      found.kind === 'carried' && found.provisionId !== undefined && taken.has(found.provisionId)
    const outcome: CarryOutcome = isSecond
      ? { ...found, kind: 'review', was: anchor.quote, score: DOUBTFUL }
      : found
    if (outcome.kind === 'carried' && outcome.provisionId !== undefined) taken.add(outcome.provisionId)
    const rewording = rewordingOf(provision.textStart, provision.end, outcome)
    yield { mark: { kind: 'assessment', value: assessment }, outcome, ...rewording }
  }
}

function plain(words: string): string {
  return foldText(words).text.trim()
}

/**
 * The operations that follow from what has become of the marks: what is carried moves to the new version with its id,
 * its themes and its note; what is not stays with the old one and says so.
 */
export function carryOperations(carried: readonly CarriedMark[], textId: TextId): Operation[] {
  return carried.flatMap(({ mark, outcome }) => {
    if (outcome.kind === 'carried') return moved(mark, { ...outcome, textId })
    return withUncarried(mark, uncarriedOf(outcome, textId))
  })
}

/** Why a mark that was not found for certain in a text stays where it is. */
export function uncarriedOf(
  outcome: Exclude<CarryOutcome, { readonly kind: 'carried' }> | undefined,
  textId: TextId,
): Uncarried {
  if (outcome?.kind !== 'review') return { state: 'lost', textId }
  const { was: _, kind: __, ...place } = outcome
  return { state: 'review', textId, ...place }
}

/** What an annotation is about at a place; one of a whole provision that has no provision there is put on the words. */
export function targetAt(
  { target }: Annotation,
  { anchor, provisionId }: Omit<MarkPlace, 'textId'>,
): AnnotationTarget {
  const isWhole = target.kind === 'provision' && provisionId !== undefined
  return isWhole ? { kind: 'provision', provisionId, anchor } : { kind: 'span', anchor }
}

/** A place in a text: some words, or a whole provision. */
export interface MarkPlace extends Pick<Extract<CarryOutcome, { kind: 'carried' }>, 'anchor'> {
  readonly textId: TextId
  readonly provisionId?: ProvisionId
}

/**
 * The mark taken from its text and put in a place of another. An annotation of a whole provision that has no provision
 * there is put on the words.
 *
 * @throws RangeError for an assessment without a provision.
 */
export function moved({ kind, value }: Mark, place: MarkPlace): Operation[] {
  const { textId, provisionId } = place
  const { uncarried: _, ...rest } = value
  if (kind === 'annotation') {
    const target = targetAt(value, place)
    const { uncarried: __, ...clean } = { ...value, textId, target }
    return [inverse(create('annotation', value)), create('annotation', clean)]
  }
  if (provisionId === undefined) throw new RangeError(`Assessment ${value.id} needs a provision`)
  const after = { ...(rest as Assessment), id: assessmentId(textId, provisionId), textId, provisionId }
  return [inverse(create('assessment', value)), create('assessment', after)]
}

/** The mark with another reason for having stayed; refusals without a level are not worth a question. */
export function withUncarried({ kind, value }: Mark, uncarried: Uncarried): Operation[] {
  if (kind === 'annotation') return change('annotation', value, { ...value, uncarried })
  return value.bindingness ? change('assessment', value, { ...value, uncarried }) : []
}
