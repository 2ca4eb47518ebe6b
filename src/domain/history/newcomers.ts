import type { Annotation } from '../annotation/annotation.ts'
import { assessmentId, type Assessment } from '../bindingness/assessment.ts'
import { restingPlace } from '../library/changes/resting-place.ts'
import { change, create, inverse, type Operation } from '../library/operation.ts'
import type { Author } from '../shared/author.ts'
import type { TextId } from '../shared/id.ts'
import type { Structure } from '../structure/provision.ts'
import type { Text } from '../text/text.ts'

/** A text that a restore will make other words, or other provisions, of; with what has been marked on it since. */
export interface ChangingText {
  readonly text: Text
  readonly structure: Structure
  readonly content: string
  /** As it will be. */
  readonly earlier: { readonly structure: Structure; readonly content: string }
  readonly annotations: readonly Annotation[]
  readonly assessments: readonly Assessment[]
}

/**
 * What becomes of the marks that have come since, when a text is made what it was: annotations go to the trash, at their
 * words. Those whose words are not certain to be there, and assessments of provisions that are not, stay on the text as
 * it is, which then goes to the trash under `asideId`: so nothing that comes back from there stands on other words.
 */
export function settleNewcomers(
  { text, structure, content, earlier, annotations, assessments }: ChangingText,
  asideId: TextId,
  author: Author,
): Operation[] {
  const after = { text: earlier.content, provisions: earlier.structure.provisions }
  const rest = restingPlace({ text: content, provisions: structure.provisions }, after)
  const known = new Set(earlier.structure.provisions.map(({ id }) => id))
  const trashed = { at: author.at, by: author.name }
  let isAsideNeeded = false
  const marks = [
    ...annotations.flatMap((annotation) => {
      const target = rest.targetOf(annotation.target)
      const gone = { ...annotation, trashed: annotation.trashed ?? trashed }
      if (target) return change('annotation', annotation, { ...gone, target })
      isAsideNeeded = true
      return [inverse(create('annotation', annotation)), create('annotation', { ...gone, textId: asideId })]
    }),
    ...assessments.flatMap((assessment) => {
      if (known.has(assessment.provisionId)) return []
      isAsideNeeded = true
      const id = assessmentId(asideId, assessment.provisionId)
      return [
        inverse(create('assessment', assessment)),
        create('assessment', { ...assessment, id, textId: asideId }),
      ]
    }),
  ]
  if (!isAsideNeeded) return marks
  const { replaces: _, ...alone } = text
  return [
    create('text', { ...alone, id: asideId, trashed }),
    create('structure', { ...structure, id: asideId }),
    ...marks,
  ]
}
