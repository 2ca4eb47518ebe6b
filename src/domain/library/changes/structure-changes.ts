import type { Annotation } from '../../annotation/annotation.ts'
import type { Assessment } from '../../bindingness/assessment.ts'
import type { ProvisionId } from '../../shared/id.ts'
import {
  indent,
  markAsChecked,
  markAsFurniture,
  mergeWithPrevious,
  outdent,
  relabel,
  splitAt,
  type ProvisionLabel,
  type Provisions,
} from '../../structure/corrections.ts'
import type { Structure } from '../../structure/provision.ts'
import { treeOf } from '../../structure/tree.ts'
import { anchorOf } from '../../text/anchor.ts'
import { change, changeList, create, inverse, type Operation } from '../operation.ts'
import { moved } from './carry-marks.ts'

/** What a person corrects in the structure of a text. */
export type StructureCorrection =
  /** Cuts the innermost provision at an offset (UTF-16) in two. */
  | { readonly kind: 'split'; readonly offset: number }
  /** Joins a provision to what stands before it. */
  | { readonly kind: 'merge'; readonly id: ProvisionId }
  | { readonly kind: 'relabel'; readonly id: ProvisionId; readonly label: ProvisionLabel }
  | { readonly kind: 'indent' | 'outdent' | 'furniture' | 'check'; readonly id: ProvisionId }

/** A text with everything that stands on it. */
export interface CorrectedText {
  readonly content: string
  readonly structure: Structure
  readonly annotations: readonly Annotation[]
  readonly assessments: readonly Assessment[]
}

/** What a correction comes to. */
export type Correction =
  | { readonly kind: 'corrected'; readonly operations: readonly Operation[]; readonly stand: ProvisionId }
  /** It makes no sense there. */
  | { readonly kind: 'unchanged' }
  /** A provision that would go is assessed, and so is the one that takes it in. */
  | { readonly kind: 'assessed' }

/**
 * The operations of one correction. Words and their annotations stay where they are: an annotation of a provision
 * that goes is put on its words, an assessment goes over to the provision that takes the words in. What a person
 * has corrected is not doubted any more.
 */
export function correctStructure(text: CorrectedText, correction: StructureCorrection): Correction {
  const { structure, content } = text
  const bare = corrected(structure.provisions, content, correction)
  if (bare === structure.provisions) return { kind: 'unchanged' }
  const stand = standing(structure.provisions, bare, correction)
  const after = touchedIds(structure.provisions, bare, correction).reduce(markAsChecked, bare)
  const marks = marksFollowing(text, after)
  if (!marks) return { kind: 'assessed' }
  return {
    kind: 'corrected',
    stand,
    // What refers to a new provision comes after it; what refers to one that goes is changed with it.
    operations: [...changeList('structure', structure, 'provisions', after), ...marks],
  }
}

function corrected(provisions: Provisions, content: string, correction: StructureCorrection): Provisions {
  switch (correction.kind) {
    case 'split':
      return splitAt(provisions, content, correction.offset)
    case 'merge':
      return mergeWithPrevious(provisions, content, correction.id)
    case 'relabel':
      return relabel(provisions, correction.id, correction.label)
    case 'indent':
      return indent(provisions, correction.id)
    case 'outdent':
      return outdent(provisions, content, correction.id)
    case 'furniture':
      return markAsFurniture(provisions, correction.id)
    case 'check':
      return provisions.some(
        ({ id, confidence, doubts }) => id === correction.id && (confidence ?? doubts) !== undefined,
      )
        ? markAsChecked(provisions, correction.id)
        : provisions
  }
}

/** Where the reader stands afterwards. */
function standing(before: Provisions, after: Provisions, correction: StructureCorrection): ProvisionId {
  if (correction.kind === 'split') {
    const known = new Set(before.map(({ id }) => id))
    return after.find(({ id }) => !known.has(id))?.id ?? ''
  }
  if (correction.kind !== 'merge') return correction.id
  return before[before.findIndex(({ id }) => id === correction.id) - 1]?.id ?? ''
}

/** The provisions that the person has looked at and changed. */
function touchedIds(before: Provisions, after: Provisions, correction: StructureCorrection): ProvisionId[] {
  const stand = standing(before, after, correction)
  if (correction.kind !== 'split') return [stand]
  const { offset } = correction
  return [stand, before.findLast((p) => p.start <= offset && offset < p.end)?.id ?? stand]
}

/** What follows for the marks; nothing when two assessments would have to become one. */
function marksFollowing(
  { content, structure, annotations, assessments }: CorrectedText,
  after: Provisions,
): Operation[] | undefined {
  const left = new Set(after.map(({ id }) => id))
  const gone = new Map(structure.provisions.filter(({ id }) => !left.has(id)).map((p) => [p.id, p]))
  if (gone.size === 0) return []
  const tree = treeOf(after)
  const operations = annotations.flatMap((annotation) => {
    const { target } = annotation
    if (target.kind !== 'provision' || !gone.has(target.provisionId)) return []
    return change('annotation', annotation, {
      ...annotation,
      target: { kind: 'span', anchor: target.anchor },
    })
  })
  const taken = new Set(assessments.map(({ provisionId }) => provisionId))
  for (const assessment of assessments) {
    const provision = gone.get(assessment.provisionId)
    if (!provision) continue
    const heir = tree.at(provision.start)
    const canMove = heir !== undefined && heir.kind !== 'furniture' && !taken.has(heir.id)
    if (canMove) {
      taken.add(heir.id)
      const place = { textId: structure.id, provisionId: heir.id }
      const anchor = anchorOf(content, heir.start, heir.end)
      operations.push(...moved({ kind: 'assessment', value: assessment }, { ...place, anchor }))
    } else if (assessment.bindingness) return undefined
    else operations.push(inverse(create('assessment', assessment)))
  }
  return operations
}
