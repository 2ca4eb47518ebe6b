import { useEffect } from 'react'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { Suspect } from '#domain/structure/doubts.ts'
import type { Provision } from '#domain/structure/provision.ts'
import { announce } from '../../workspace/announce.ts'
import { signOf } from '../../workspace/key-signs.ts'
import { leavesLetters } from '../../workspace/letter-keys.ts'
import { REVIEW_TOOLS, type ReviewTool } from './review-tools.tsx'

/** What keys do on the review screen. */
export interface ReviewKeys {
  readonly provisions: readonly Provision[]
  readonly suspects: readonly Suspect[]
  readonly stood: Provision | undefined
  readonly onStand: (id: ProvisionId) => void
  readonly onUse: (tool: ReviewTool) => void
  /** While a dialog is open. */
  readonly isOff: boolean
}

/** The review by keyboard: `J` and `K` go through the provisions, `N` through the doubts, each tool has its letter. */
export function useReviewKeys({ provisions, suspects, stood, onStand, onUse, isOff }: ReviewKeys): void {
  useEffect(() => {
    if (isOff) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (leavesLetters()) return
      const key = signOf(event)
      const tool = REVIEW_TOOLS.find((one) => one.key === key)
      const doubts = suspects.map(({ provision }) => provision)
      if (tool) onUse(tool.tool)
      else if (key === 'J' || key === 'ArrowDown') goTo(step(provisions, stood, 1))
      else if (key === 'K' || key === 'ArrowUp') goTo(step(provisions, stood, -1))
      else if (key === 'N') goTo(step(doubts, stood, event.shiftKey ? -1 : 1))
      else return
      event.preventDefault()
    }
    const goTo = (provision: Provision | undefined): void => {
      if (!provision) return
      onStand(provision.id)
      const reasons = suspects.find((suspect) => suspect.provision === provision)?.reasons ?? []
      announce([`${provision.kind} ${provision.number ?? ''}`.trim(), ...reasons].join('. '))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [provisions, suspects, stood, onStand, onUse, isOff])
}

/** The next of some provisions in reading order, from wherever the reader stands. */
function step(
  provisions: readonly Provision[],
  stood: Provision | undefined,
  by: 1 | -1,
): Provision | undefined {
  if (!stood) return provisions[0]
  const isBeyond = (p: Provision): boolean =>
    by > 0
      ? p.start > stood.start || (p.start === stood.start && p.depth > stood.depth)
      : p.start < stood.start || (p.start === stood.start && p.depth < stood.depth)
  return by > 0 ? provisions.find(isBeyond) : provisions.findLast(isBeyond)
}
