import { create } from 'zustand'
import { takesLetters } from './keys.ts'

/** Whether keys without Ctrl or ⌘ do things. Who dictates, or hits keys by mistake, switches them off. */
export const useLetterKeys = create<{ readonly areOn: boolean }>(() => ({ areOn: true }))

/** A panel above everything else, until it is told to close. Messages have the same role, and take no key. */
export const OPEN_PANEL = '[role="dialog"]:not([data-message]):not([data-closed])'

/** How many fields are about to be opened. */
let opening = 0

/** Until a field is there that a key has asked for, what is typed is meant for it and must not act as keys. */
export function holdLetters(isThere: Promise<unknown>): void {
  opening++
  const end = (): void => void requestAnimationFrame(() => opening--)
  isThere.then(end, end)
}

/**
 * Whether a key without Ctrl or ⌘ that is pressed now is to be left alone: it is typed into a field, it is meant for
 * the panel in front or for a field that is just opening, or such keys are switched off.
 */
export function leavesLetters(): boolean {
  if (!useLetterKeys.getState().areOn || opening > 0 || takesLetters(document.activeElement)) return true
  return document.querySelector(OPEN_PANEL) !== null
}
