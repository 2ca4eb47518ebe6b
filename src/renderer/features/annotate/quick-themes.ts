import { create } from 'zustand'
import { defaultThemeId } from '#domain/codebook/default-codebook.ts'
import { isCodable, type Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'

/** Keys 1 to 9. */
export const QUICK_SLOTS = 9

/** What the keys stand for before the analyst has used any theme. */
const FIRST = ['SEC.1', 'SEC.5', 'POL.1', 'POL.4', 'IMP.2', 'IMP.3', 'IMP.6', 'IMP.7', 'IMP.8'].map(
  defaultThemeId,
)

/** The themes on the number keys: `slots` by key, `recent` by use, the latest first. */
export interface QuickThemes {
  readonly slots: readonly ThemeId[]
  /** Keys, from 0, whose theme the codebook fixes: use does not change them. */
  readonly pinned?: readonly number[]
  readonly recent: readonly ThemeId[]
}

/** The keys of a new library. */
export const FIRST_QUICK_THEMES: QuickThemes = { slots: FIRST, recent: [] }

/**
 * The keys after a theme has been used. A theme that has a key keeps it; a new one takes the key of the theme that
 * was used longest ago, and all other keys stay where the fingers know them.
 */
export function afterUse(before: QuickThemes, themeId: ThemeId): QuickThemes {
  const recent = [themeId, ...before.recent.filter((id) => id !== themeId)].slice(0, QUICK_SLOTS)
  if (before.slots.includes(themeId)) return { ...before, recent }
  const age = (id: ThemeId): number => {
    const place = recent.indexOf(id)
    return place < 0 ? Infinity : place
  }
  const free = before.slots.filter((_, i) => !before.pinned?.includes(i))
  const oldest = free.reduce((a, b) => (age(b) >= age(a) ? b : a), free[0] ?? themeId)
  return { ...before, slots: before.slots.map((id) => (id === oldest ? themeId : id)), recent }
}

/**
 * The keys with the themes that the codebook has given one. A theme that must make room takes the key that the new
 * one had before, if it had one.
 */
export function withPins(before: QuickThemes, themes: readonly Theme[]): QuickThemes {
  const pins = themes.flatMap((theme) =>
    theme.shortcut === undefined ? [] : ([[theme.shortcut - 1, theme.id]] as const),
  )
  const slots = [...before.slots]
  for (const [slot, id] of pins) {
    const old = slots.indexOf(id)
    const displaced = slots[slot]
    if (old >= 0 && displaced !== undefined) slots[old] = displaced
    slots[slot] = id
  }
  return { ...before, slots, pinned: pins.map(([slot]) => slot) }
}

/** The number keys that give a theme, with what they give: a key whose theme can no longer be given does nothing. */
export function keyedThemes(
  slots: readonly ThemeId[],
  themes: readonly Theme[],
): { readonly key: number; readonly theme: Theme }[] {
  const byId = new Map(themes.filter(isCodable).map((theme) => [theme.id, theme]))
  return slots.flatMap((id, i) => {
    const theme = byId.get(id)
    return theme ? [{ key: i + 1, theme }] : []
  })
}

/** The themes on the number keys of the open library. */
export const useQuickThemes = create<QuickThemes>(() => FIRST_QUICK_THEMES)

/** Reads a library's keys; they are a habit of this user on this machine, not part of the library. */
export function loadQuickThemes(libraryId: string): void {
  useQuickThemes.setState(read(localStorage.getItem(storageKey(libraryId))) ?? FIRST_QUICK_THEMES)
}

/** When a habit is kept. */
const KEPT_AFTER_MS = 100

/** Takes note that a theme was given. */
export function noteUse(libraryId: string, themeId: ThemeId): void {
  const next = afterUse(useQuickThemes.getState(), themeId)
  useQuickThemes.setState(next)
  // A habit can wait: the coding that it comes from is drawn first.
  setTimeout(() => localStorage.setItem(storageKey(libraryId), JSON.stringify(next)), KEPT_AFTER_MS)
}

function storageKey(libraryId: string): string {
  return `quick-themes/${libraryId}`
}

function read(stored: string | null): QuickThemes | undefined {
  try {
    const value: unknown = JSON.parse(stored ?? '')
    const isList = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every((id) => typeof id === 'string')
    if (typeof value !== 'object' || value === null || !('slots' in value) || !('recent' in value))
      return undefined
    return isList(value.slots) && isList(value.recent)
      ? { slots: value.slots, recent: value.recent }
      : undefined
  } catch {
    return undefined
  }
}
