import { useCallback, useEffect, useMemo } from 'react'
import type { ProvisionId, ThemeId } from '#domain/shared/id.ts'
import type { Suggestion } from '#domain/suggestion/suggestion.ts'
import { useCommand } from '../../workspace/commands.ts'
import { leavesLetters } from '../../workspace/letter-keys.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { suggestionKey, type SuggestionKey } from './suggestion-key.ts'

/** What a key can do with a suggestion. */
export type Decisions = Readonly<Record<SuggestionKey['decision'], (themeId: ThemeId) => void>>

/** Every suggestion is decided by one key: the first by a letter, each by Alt and its number. */
export function useSuggestionKeys(
  suggestions: readonly Suggestion[],
  provisionId: ProvisionId,
  decisions: Decisions,
): void {
  const decide = useCallback(
    ({ number, decision }: SuggestionKey): boolean => {
      const themeId = suggestions[number - 1]?.themeId
      // They are looked for late: a key that comes while they are still about the provision before does nothing.
      const isStoodAt = useNavigation.getState().provisionId === provisionId
      if (themeId === undefined || !isStoodAt) return false
      decisions[decision](themeId)
      return true
    },
    [suggestions, provisionId, decisions],
  )
  const ofFirst = useMemo(
    () => ({
      accept: () => void decide({ number: 1, decision: 'accept' }),
      refuse: () => void decide({ number: 1, decision: 'refuse' }),
    }),
    [decide],
  )
  const isAny = suggestions.length > 0
  useCommand('suggest.accept', isAny ? ofFirst.accept : undefined)
  useCommand('suggest.refuse', isAny ? ofFirst.refuse : undefined)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = suggestionKey(event)
      if (!key || event.defaultPrevented || leavesLetters()) return
      if (decide(key)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [decide])
}
