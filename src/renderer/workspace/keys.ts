import { COMMAND_IDS, describeCommand, type CommandId } from '#contract/commands.ts'
import { signOf } from './key-signs.ts'

/** What of a key press matters. */
export interface KeyPress {
  readonly key: string
  /** The place of the key on the keyboard, named after what it writes on an American one: `KeyJ`. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Keys that the system's own habits add to those in the table. */
const ALSO: Readonly<Record<string, CommandId>> = { 'CmdOrCtrl+Y': 'edit.redo' }

/**
 * The command a key press means, or nothing. Keys without Ctrl or ⌘ are letters while the user types, so they count
 * only outside text fields.
 */
export function commandOfKey(press: KeyPress, isMac: boolean, isTyping: boolean): CommandId | undefined {
  const modifier = isMac ? press.metaKey : press.ctrlKey
  const other = isMac ? press.ctrlKey : press.metaKey
  if (other || press.altKey) return undefined
  const functionKey = /^F\d+$/.test(press.key)
  if (!modifier && !functionKey && isTyping) return undefined
  const wanted = accelerator(press, modifier)
  return COMMAND_IDS.find((id) => describeCommand(id).keys === wanted) ?? ALSO[wanted]
}

function accelerator(press: KeyPress, modifier: boolean): string {
  const key = signOf(press)
  // The shift that makes a "?" is part of the sign; the shift with a letter or a function key is a modifier.
  const shift = press.shiftKey && (modifier || /^([A-Z]|F\d+)$/.test(key)) ? 'Shift+' : ''
  return `${modifier ? 'CmdOrCtrl+' : ''}${shift}${key}`
}

/** The keys of a command as they are printed: `Ctrl+K`, `⌘K`. */
export function printedKeys(id: CommandId, isMac: boolean): string | undefined {
  const { keys } = describeCommand(id)
  if (keys === undefined || !isMac) return keys?.replace('CmdOrCtrl', 'Ctrl')
  return keys.replace('CmdOrCtrl+', '⌘').replace('Shift+', '⇧')
}

/** Whether an element takes typed letters. */
export function takesLetters(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false
  if (element.isContentEditable) return true
  const plain = ['checkbox', 'radio', 'button', 'range', 'color']
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && !plain.includes(element.type))
  )
}
