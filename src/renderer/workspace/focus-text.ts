import type { KeyboardEvent } from 'react'

/** Puts the keys into the text that is worked on, where it stands. */
export function focusText(): void {
  const text = '[data-worked-on] article, [data-scroller] article'
  document.querySelector<HTMLElement>(text)?.focus({ preventScroll: true })
}

/** Ends what is written or chosen beside the text with Escape, as it ends a note: the keys are the text's again. */
export function textOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
  event.preventDefault()
  focusText()
}
