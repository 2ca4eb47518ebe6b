import type { Agreement } from '../../agreement/agreement.ts'
import { assessmentId, type Assessment } from '../../bindingness/assessment.ts'
import type { Annotation } from '../../annotation/annotation.ts'
import type { ProvisionId, TextId } from '../../shared/id.ts'
import { sameJson } from '../../shared/json.ts'
import { isKept } from '../../shared/trash.ts'
import type { Anchor } from '../../text/anchor.ts'
import type { StructuredText } from '../../text/carry/alike.ts'
import type { CarryOutcome } from '../../text/carry/carry.ts'
import type { TextSplice } from '../../text/carry/carry-splice.ts'
import { DOUBTFUL } from '../../text/carry/place-quote.ts'
import type { Text } from '../../text/text.ts'
import { change, changeList, create, inverse, type Operation } from '../operation.ts'
import { targetAt, uncarriedOf, type CarriedMark, type Mark, type MarkedText } from './carry-marks.ts'
import { followChange, type Elsewhere } from './correction-follows.ts'
import { restingPlace, type RestingPlace } from './resting-place.ts'
import type { CorrectedText } from './structure-changes.ts'
import { withSources } from './text-correction.ts'

/** A text as it is, with everything that stands on it and that names places of it. */
export interface RestoredText extends CorrectedText {
  readonly text: Text
  readonly agreement: Agreement
  readonly elsewhere: Elsewhere
}

/** A text as it was. */
export interface PastText extends StructuredText {
  readonly record: Text
  /** The changes that lead from the words as they are to these, in order: one for each state in between. */
  readonly steps: readonly TextSplice[]
}

/** What is to be carried so that an earlier state of a text can be restored. */
export interface RestoringTask {
  readonly before: MarkedText
  readonly after: StructuredText
  /** The provisions of the restored text whose assessment stays. */
  readonly taken: ReadonlySet<ProvisionId>
}

/** What restoring comes to. */
export interface Restored {
  readonly operations: readonly Operation[]
  /** How many marks wait for the analyst: perhaps found, or not found. */
  readonly waiting: number
}

/** An earlier state of a text, about to be restored. */
export interface TextRestoring {
  /** What does not stay by itself and has to be sought; empty when everything stays. */
  readonly task: RestoringTask
  /**
   * The operations, from what the carrying has found. Marks that were not found for certain stay with the text as it is
   * now, which is then kept as the version before the restored one, under `asideId`.
   */
  readonly finish: (carried: readonly CarriedMark[], asideId: TextId) => Restored
}

/**
 * Restores the words and the provisions of a text as they were, with the marks that there are now. What stands outside
 * every changed stretch stays, or moves by as much as the words before it have grown; everything else is sought as it
 * is in a new version: carried when it is certain, and otherwise a question or lost, and never moved without a word.
 * That holds for marks in the trash too, so that they come out of it at their words.
 */
export function restoringOf(present: RestoredText, past: PastText): TextRestoring {
  const { content, structure, text } = present
  const rest = restingPlace({ text: content, provisions: structure.provisions }, past, past.steps)
  const staying: Operation[] = []
  const sought: { annotations: Annotation[]; assessments: Assessment[] } = {
    annotations: [],
    assessments: [],
  }
  for (const annotation of present.annotations) {
    const target = rest.targetOf(annotation.target)
    if (target) staying.push(...change('annotation', annotation, { ...annotation, target }))
    else sought.annotations.push(annotation)
  }
  const taken = new Set<ProvisionId>()
  for (const assessment of present.assessments) {
    if (rest.holds(assessment.provisionId)) taken.add(assessment.provisionId)
    else sought.assessments.push(assessment)
  }
  const loose = looseAnchors(present, rest)
  const ranges = new Map(structure.provisions.map((provision) => [provision.id, provision]))
  return {
    task: {
      before: {
        text: content,
        provisions: structure.provisions,
        annotations: [...sought.annotations.map(bare), ...loose.map(asAnnotation(text.id))],
        assessments: sought.assessments.map(bareAssessment),
      },
      after: { text: past.text, provisions: past.provisions },
      taken,
    },
    finish: (carried, asideId) => {
      const outcomes = outcomesOf(carried)
      const looseOutcomes = new Map(
        loose.map((anchor, n) => [keyOf(anchor), outcomes.annotations[sought.annotations.length + n]]),
      )
      const follow = (anchor: Anchor): CarryOutcome => {
        const found =
          rest.anchorOf(anchor) ?? certain(trusted(rest, anchor, looseOutcomes.get(keyOf(anchor))))
        return found ? { kind: 'carried', anchor: found, score: 1 } : { kind: 'lost', was: anchor.quote }
      }
      const fates = [
        ...sought.annotations.map((value, n) =>
          fateOf(
            { kind: 'annotation', value },
            trusted(rest, value.target.anchor, outcomes.annotations[n]),
            text.id,
            asideId,
          ),
        ),
        ...sought.assessments.map((value) =>
          fateOf(
            { kind: 'assessment', value },
            trusted(rest, ranges.get(value.provisionId), outcomes.assessments.get(value.id)),
            text.id,
            asideId,
          ),
        ),
      ]
      const isAsideNeeded = fates.some(({ isAside }) => isAside)
      const record: Text = {
        ...past.record,
        id: text.id,
        agreementId: text.agreementId,
        ...(isAsideNeeded
          ? { replaces: asideId }
          : text.replaces === undefined
            ? {}
            : { replaces: text.replaces }),
      }
      const { trashed: _, ...kept } = record
      const restored = text.trashed ? { ...kept, trashed: text.trashed } : kept
      const sources = withSources(present.agreement, text.id, follow)
      return {
        waiting: fates.filter(({ isWaiting }) => isWaiting).length,
        operations: [
          ...(isAsideNeeded
            ? [create('text', { ...text, id: asideId }), create('structure', { ...structure, id: asideId })]
            : []),
          ...change('text', text, restored),
          ...changeList('structure', structure, 'provisions', past.provisions),
          ...staying,
          // An assessment may go where another one leaves.
          ...fates.flatMap(({ leaves }) => leaves),
          ...fates.flatMap(({ comes }) => comes),
          ...followChange(present.elsewhere, text.id, follow),
          ...(sameJson(sources, present.agreement) ? [] : change('agreement', present.agreement, sources)),
        ],
      }
    },
  }
}

/** What the carrying has found, unless the text's own history says that these are other words: then it is a question. */
function trusted(
  rest: RestingPlace,
  was: Pick<Anchor, 'start' | 'end'> | undefined,
  outcome: CarryOutcome | undefined,
): CarryOutcome | undefined {
  if (outcome?.kind !== 'carried' || (was && rest.share(was, outcome.anchor))) return outcome
  return { ...outcome, kind: 'review', was: '', score: Math.min(outcome.score, DOUBTFUL) }
}

/** What becomes of a mark that did not stay by itself. */
interface Fate {
  readonly leaves: readonly Operation[]
  readonly comes: readonly Operation[]
  /** It stays with the text as it is now. */
  readonly isAside: boolean
  readonly isWaiting: boolean
}

function fateOf(mark: Mark, outcome: CarryOutcome | undefined, textId: TextId, asideId: TextId): Fate {
  if (outcome?.kind === 'carried') return carriedFate(mark, outcome)
  const { kind, value } = mark
  // One that waits for a newer version, or was left behind by the analyst, goes on doing so.
  const uncarried = value.uncarried ?? uncarriedOf(outcome, textId)
  if (kind === 'annotation') {
    return {
      leaves: [inverse(create('annotation', value))],
      comes: [create('annotation', { ...value, textId: asideId, uncarried })],
      isAside: true,
      isWaiting: isKept(value) && uncarried.state !== 'dismissed',
    }
  }
  const id = assessmentId(asideId, value.provisionId)
  // A refusal of a suggestion is not worth a question.
  const isQuestion = value.bindingness !== undefined
  const after: Assessment = { ...value, id, textId: asideId, ...(isQuestion ? { uncarried } : {}) }
  return {
    leaves: [inverse(create('assessment', value))],
    comes: [create('assessment', after)],
    isAside: true,
    isWaiting: isQuestion && uncarried.state !== 'dismissed',
  }
}

function carriedFate(mark: Mark, found: Extract<CarryOutcome, { kind: 'carried' }>): Fate {
  const { provisionId } = found
  const stays = { isAside: false, isWaiting: false }
  if (mark.kind === 'annotation') {
    const { value } = mark
    const target = targetAt(value, found)
    return { leaves: [], comes: change('annotation', value, { ...value, target }), ...stays }
  }
  const { value } = mark
  if (provisionId === undefined || provisionId === value.provisionId)
    return { leaves: [], comes: [], ...stays }
  const after = { ...value, id: assessmentId(value.textId, provisionId), provisionId }
  return {
    leaves: [inverse(create('assessment', value))],
    comes: [create('assessment', after)],
    ...stays,
  }
}

/** What the carrying has found, in the order in which annotations were given, and by the id of assessments. */
function outcomesOf(carried: readonly CarriedMark[]): {
  readonly annotations: readonly CarryOutcome[]
  readonly assessments: ReadonlyMap<string, CarryOutcome>
} {
  return {
    annotations: carried.flatMap(({ mark, outcome }) => (mark.kind === 'annotation' ? [outcome] : [])),
    assessments: new Map(
      carried.flatMap(({ mark, outcome }) => (mark.kind === 'assessment' ? [[mark.value.id, outcome]] : [])),
    ),
  }
}

function certain(outcome: CarryOutcome | undefined): Anchor | undefined {
  return outcome?.kind === 'carried' ? outcome.anchor : undefined
}

/** The places of the text that are named elsewhere and do not stay by themselves, each once. */
function looseAnchors(present: RestoredText, rest: RestingPlace): Anchor[] {
  const found = new Map<string, Anchor>()
  const look = (anchor: Anchor): CarryOutcome => {
    if (!rest.anchorOf(anchor)) found.set(keyOf(anchor), anchor)
    return { kind: 'lost', was: anchor.quote }
  }
  followChange(present.elsewhere, present.text.id, look)
  withSources(present.agreement, present.text.id, look)
  return [...found.values()]
}

function keyOf({ start, end, quote }: Anchor): string {
  return `${start} ${end} ${quote}`
}

/** The carrying passes over what is in the trash or waits elsewhere; here it is to be found all the same. */
function bare(value: Annotation): Annotation {
  const { trashed: _, uncarried: __, ...annotation } = value
  return annotation
}

function bareAssessment(value: Assessment): Assessment {
  const { uncarried: _, ...assessment } = value
  return assessment
}

function asAnnotation(textId: TextId): (anchor: Anchor, index: number) => Annotation {
  return (anchor, index) => ({
    id: `place-${index}`,
    textId,
    target: { kind: 'span', anchor },
    themeIds: [],
    createdAt: '',
    createdBy: '',
  })
}
