import { create } from 'zustand'
import type { Settings } from '#contract/calls.ts'

/** What the user asked for; `system` follows the computer. */
export const useAppearance = create<{ readonly wanted: Settings['appearance'] }>(() => ({ wanted: 'system' }))

/** Whether the window is dark now. */
export function isDark(): boolean {
  const { wanted } = useAppearance.getState()
  return wanted === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : wanted === 'dark'
}

/** Keeps the page's colours as asked, for the life of the window. */
export function followAppearance(): void {
  const apply = (): void => {
    document.documentElement.dataset['appearance'] = isDark() ? 'dark' : 'light'
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply)
  useAppearance.subscribe(apply)
  apply()
}
