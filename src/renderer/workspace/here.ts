import { create } from 'zustand'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { useNavigation, type Span } from './navigation.ts'
import { beginPicking, usePicked } from './picked-provisions.ts'

/** A place inside the provision that the reader stands at. */
interface Here {
  /** The place in the text whose annotations are gone through: where the last click was, or where a key began. */
  readonly here: Span | undefined
  /** The paragraph or point that was gone to by its address, as long as no other place is chosen. */
  readonly pointed: ProvisionId | undefined
}

/** Where inside its provision the reader is. */
export const useHere = create<Here>(() => ({ here: undefined, pointed: undefined }))

// Words selected afterwards are the place that is meant.
useNavigation.subscribe(({ span }, before) => {
  if (span && span !== before.span) useHere.setState({ pointed: undefined })
})

// A click in the text, or a key that begins there, chooses that place: what was picked in the outline is let go.
useHere.subscribe(({ here }, before) => {
  if (here && here !== before.here && usePicked.getState().ids.length > 0) beginPicking(undefined)
})

/** The paragraph or point that was gone to, while the reader stands at its article. */
export function pointedProvision(tree: ProvisionTree | undefined): ProvisionId | undefined {
  const { pointed } = useHere.getState()
  const provision = tree?.find(pointed ?? '')
  const isHere = provision && tree?.unitOf(provision).id === useNavigation.getState().provisionId
  return isHere ? provision.id : undefined
}

/** The same, kept up to date. */
export function usePointedProvision(tree: ProvisionTree): ProvisionId | undefined {
  const pointed = useHere((state) => state.pointed)
  const provisionId = useNavigation((state) => state.provisionId)
  const provision = tree.find(pointed ?? '')
  return provision && tree.unitOf(provision).id === provisionId ? provision.id : undefined
}

/**
 * From the provision that is read as one down to what is meant inside it: what was gone to by its address, the
 * selected words or the last click. The innermost is last.
 */
export function provisionsHere(tree: ProvisionTree): ProvisionId[] {
  const { provisionId, span } = useNavigation.getState()
  const unit = tree.find(provisionId ?? '')
  if (!unit) return []
  const offset = (span ?? useHere.getState().here)?.start
  const at = tree.find(pointedProvision(tree) ?? '') ?? (offset === undefined ? undefined : tree.at(offset))
  const path = at ? tree.pathTo(at) : []
  const from = path.indexOf(unit)
  return from < 0 ? [unit.id] : path.slice(from).map(({ id }) => id)
}
