import { create } from 'zustand'
import { takesLetters } from './keys.ts'

/** Whether keys without Ctrl or ⌘ do things. Who dictates, or hits keys by mistake, switches them off. */
export const useLetterKeys = create<{ readonly areOn: boolean }>(() => ({ areOn: true }))

/** Whether a key without Ctrl or ⌘ that is pressed now is typed into a field, or to be left alone. */
export function leavesLetters(): boolean {
  return !useLetterKeys.getState().areOn || takesLetters(document.activeElement)
}
