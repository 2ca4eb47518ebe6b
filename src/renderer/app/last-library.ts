import type { LastLibrary } from '../projection/early-store.ts'

const KEY = 'last-library'

/** Which library this window showed last: a guess, which saves time when it is right and costs little when not. */
export const lastLibrary = {
  read(): LastLibrary | undefined {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '')
      if (typeof kept !== 'object' || kept === null || !('libraryId' in kept) || !('epoch' in kept))
        return undefined
      const { libraryId, epoch } = kept
      return typeof libraryId === 'string' && typeof epoch === 'number' ? { libraryId, epoch } : undefined
    } catch {
      return undefined
    }
  },
  write({ libraryId, epoch }: LastLibrary): void {
    localStorage.setItem(KEY, JSON.stringify({ libraryId, epoch }))
  },
}
