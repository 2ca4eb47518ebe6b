import { create } from 'zustand'

/** What a screen reader is told next. The same words twice are two announcements. */
export const useAnnouncement = create<{ readonly words: string; readonly count: number }>(() => ({
  words: '',
  count: 0,
}))

/** Tells those who do not see the screen what a key has done. */
export function announce(words: string): void {
  useAnnouncement.setState(({ count }) => ({ words, count: count + 1 }))
}
