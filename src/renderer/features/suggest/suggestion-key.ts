/** What of a key press matters here. */
export interface SuggestionPress {
  /** The place of the key on the keyboard: `Digit2`. */
  readonly code: string
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** A decision on the suggestion with this number, counted from 1. */
export interface SuggestionKey {
  readonly number: number
  readonly decision: 'accept' | 'refuse'
}

/**
 * The decision that a key press means: Alt with a digit accepts the suggestion of that number, with Shift it refuses
 * it. The place of the key counts, because Alt and Shift make other signs of digits on many keyboards. The number pad is
 * left alone: with Alt it writes signs on Windows. So is AltGr, which comes as Ctrl and Alt.
 */
export function suggestionKey(press: SuggestionPress): SuggestionKey | undefined {
  if (!press.altKey || press.ctrlKey || press.metaKey) return undefined
  const digit = /^Digit([1-9])$/.exec(press.code)?.[1]
  if (digit === undefined) return undefined
  return { number: Number(digit), decision: press.shiftKey ? 'refuse' : 'accept' }
}
