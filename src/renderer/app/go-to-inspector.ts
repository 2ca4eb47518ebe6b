import { flushSync } from 'react-dom'
import { useCommand } from '../workspace/commands.ts'
import { focusText } from '../workspace/focus-text.ts'
import { useNavigation } from '../workspace/navigation.ts'

/** Where the focus goes in the inspector: the selected annotation, the first one, or whatever can be pressed. */
const PLACES = ['[data-annotation][data-selected] button', '[data-annotation] button', 'button, input']

/** Puts the keys into the inspector, and back into the text. */
export function GoToInspector(): undefined {
  useCommand('view.goToInspector', goThereOrBack)
  return undefined
}

function goThereOrBack(): void {
  if (inspector()?.contains(document.activeElement)) return focusText()
  flushSync(() => useNavigation.setState({ inspectorOpen: true }))
  const there = PLACES.map((place) => inspector()?.querySelector<HTMLElement>(place)).find(Boolean)
  there?.focus()
}

function inspector(): HTMLElement | null {
  return document.querySelector('[data-inspector]')
}
