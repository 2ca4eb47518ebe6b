import type { LibraryInfo } from '#contract/calls.ts'
import type { OpenedStore, OpenStore } from './dexie-store.ts'
import type { ProjectionStore } from './projection-store.ts'

/** A library by which its database is found. */
export type LastLibrary = Pick<LibraryInfo, 'libraryId' | 'epoch'>

/**
 * Opens the database of the library that will most likely be asked for, and reads its catalog, while the main process
 * still reads the journal. What is returned opens the store when the library is known: the one opened early if it is
 * that library's and not ahead of its journal, otherwise anew, with every check there is.
 */
export function openEarly(last: LastLibrary, openStore: OpenStore): OpenStore {
  const early = openStore({ ...last, headSeq: Infinity }).catch(() => undefined)
  const catalog = early.then((opened) => (opened?.meta ? opened.store.catalog() : undefined))
  // Whoever asks for it hears of the failure.
  catalog.catch(() => undefined)
  let isTaken = false

  const take = async (info: Parameters<OpenStore>[0]): Promise<OpenedStore | undefined> => {
    const opened = await early
    if (!opened) return undefined
    const { store, meta } = opened
    const isOf = meta?.libraryId === info.libraryId && meta.epoch === info.epoch
    if (!isOf || meta.appliedSeq > info.headSeq) {
      store.close()
      return undefined
    }
    // Once: after it has been filled anew, or has followed the journal, what was read early is out of date.
    let isRead = false
    const readOnce: ProjectionStore['catalog'] = async () => {
      if (isRead) return store.catalog()
      isRead = true
      return (await catalog) ?? store.catalog()
    }
    return { meta, store: { ...store, catalog: readOnce } }
  }

  return async (info) => {
    // Later on the catalog that was read early is out of date.
    const isFirst = !isTaken
    isTaken = true
    return (isFirst && (await take(info))) || openStore(info)
  }
}
