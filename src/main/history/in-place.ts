import { PactaError } from '#contract/errors.ts'
import type { TextState } from '#domain/history/text-states.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { restingPlace } from '#domain/library/changes/resting-place.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { wordsOf } from '../library/words-of.ts'

/**
 * An annotation as it was, at its words as they are: its text may have been corrected since, or a newer version have taken
 * its place. Where its words of then are not certain to be found, it keeps the place it has now.
 *
 * @param then its text at the time.
 * @throws PactaError `changed-elsewhere` when it has no place now, and that of then is gone; `content-missing`.
 */
export async function annotationInPlace(
  library: OpenLibrary,
  wanted: Annotation,
  present: Annotation | undefined,
  then: TextState['held'],
): Promise<Annotation> {
  if (present && present.textId !== wanted.textId) return placedAs(wanted, present)
  const { state } = library
  const text = state.find('text', wanted.textId)
  const structure = state.find('structure', wanted.textId)
  if (!text || !structure || !then) throw new PactaError('changed-elsewhere')
  if (text.content.hash === then.text.content.hash) return wanted
  const before = {
    text: await wordsOf(library, then.text.content.hash),
    provisions: then.structure.provisions,
  }
  const after = { text: await wordsOf(library, text.content.hash), provisions: structure.provisions }
  const target = restingPlace(before, after).targetOf(wanted.target)
  if (target) return { ...wanted, target }
  if (present) return placedAs(wanted, present)
  throw new PactaError('changed-elsewhere')
}

function placedAs(wanted: Annotation, { textId, target, uncarried }: Annotation): Annotation {
  const { uncarried: _, ...rest } = wanted
  return { ...rest, textId, target, ...(uncarried ? { uncarried } : {}) }
}
