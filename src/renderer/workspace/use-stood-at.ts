import { useCallback, useDeferredValue, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ProvisionId } from '#domain/shared/id.ts'
import { useNavigation } from './navigation.ts'

/** The provision that the reader stands at, for what is shown about it beside the text. */
export interface StoodAt {
  readonly provisionId: ProvisionId | undefined
  /** Whether the reader stands at a provision now, shown here or not yet. */
  readonly isStanding: boolean
  /** Shows at once what is stood at now: before a key acts on it. */
  readonly catchUp: () => void
}

/**
 * Follows the reader after the text has: going somewhere shows the text first. What is shown may thus still be about
 * the provision before, and a key must never act on that one: whoever takes keys catches up first.
 */
export function useStoodAt(): StoodAt {
  const now = useNavigation((state) => state.provisionId)
  const late = useDeferredValue(now)
  const [asked, ask] = useState<ProvisionId>()
  const catchUp = useCallback(() => flushSync(() => ask(useNavigation.getState().provisionId)), [])
  return { provisionId: asked === now ? now : late, isStanding: now !== undefined, catchUp }
}
