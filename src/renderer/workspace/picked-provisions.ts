import { create } from 'zustand'
import type { ProvisionId } from '#domain/shared/id.ts'

/** Provisions that are picked in the outline, to be coded together. */
export interface PickedProvisions {
  readonly ids: readonly ProvisionId[]
  /** Where a run of them begins: the one that was picked, or stood at, last. */
  readonly from: ProvisionId | undefined
}

/** What is picked now. */
export const usePicked = create<PickedProvisions>(() => ({ ids: [], from: undefined }))

/** Picks nothing any more; a run begins at a provision. */
export function beginPicking(from: ProvisionId | undefined): void {
  const { ids, from: before } = usePicked.getState()
  if (ids.length > 0 || from !== before) usePicked.setState({ ids: [], from })
}

/** Picks one provision more, or no longer. */
export function togglePicked(id: ProvisionId): void {
  usePicked.setState(({ ids }) => ({
    ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id],
    from: id,
  }))
}

/** Picks a run of provisions, from where it began to here; `order` is all that can be picked, in reading order. */
export function pickTo(id: ProvisionId, order: readonly ProvisionId[]): void {
  usePicked.setState(({ from }) => {
    const ends = [order.indexOf(from ?? id), order.indexOf(id)].sort((a, b) => a - b)
    const [first = 0, last = 0] = ends
    return { ids: order.slice(Math.max(first, 0), last + 1), from: from ?? id }
  })
}
