import type { LibraryState } from '#domain/library/library-state.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Structure } from '#domain/structure/provision.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextKey } from './learner.ts'

/** A text that suggestions are learnt from. */
export interface TeachingText {
  readonly key: TextKey
  readonly text: Text
  readonly structure: Structure
}

/** So many texts teach at most: the words of an analyst's last months, learnt in seconds. */
const MOST_TEXTS = 60

/** And no more than this together, in UTF-16 units; the first teaches however long it is. */
const MOST_LENGTH = 4_000_000

/** The texts that teach, of those named: as many of the first ones as can be learnt from soon. */
export function teachingTexts(state: LibraryState, wanted: readonly TextId[]): TeachingText[] {
  const teaching: TeachingText[] = []
  let length = 0
  for (const textId of new Set(wanted)) {
    const text = state.find('text', textId)
    if (!text) continue
    length += text.content.length
    if (teaching.length > 0 && length > MOST_LENGTH) break
    const structure = state.find('structure', textId)
    if (structure) teaching.push({ key: `${text.content.hash} ${numberOf(structure)}`, text, structure })
    if (teaching.length === MOST_TEXTS) break
  }
  return teaching
}

const numbers = new WeakMap<Structure, number>()
let structures = 0

/** Entities are never changed in place: another structure is another object. */
function numberOf(structure: Structure): number {
  const known = numbers.get(structure) ?? ++structures
  numbers.set(structure, known)
  return known
}
