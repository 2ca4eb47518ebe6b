import { describe, expect, it, vi } from 'vitest'
import type { OpenedStore } from './dexie-store.ts'
import { openEarly } from './early-store.ts'
import { EMPTY_CATALOG, type Catalog } from './library-model.ts'
import { memoryStore } from './memory-store.ts'
import type { MetaRow } from './projection-db.ts'

const META: MetaRow = { key: 'state', version: 2, libraryId: 'lib', epoch: 1, appliedSeq: 5 }
const LIBRARY = { libraryId: 'lib', epoch: 1 }

function stores(meta: MetaRow | undefined = META): {
  readonly open: ReturnType<typeof vi.fn<() => Promise<OpenedStore>>>
  readonly read: ReturnType<typeof vi.fn<() => Promise<Catalog>>>
  readonly closed: ReturnType<typeof vi.fn<() => void>>
} {
  const read = vi.fn<() => Promise<Catalog>>(() => Promise.resolve(EMPTY_CATALOG))
  const closed = vi.fn<() => void>()
  const store = { ...memoryStore(), catalog: read, close: closed }
  const open = vi.fn<() => Promise<OpenedStore>>(() => Promise.resolve(meta ? { store, meta } : { store }))
  return { open, read, closed }
}

describe('a store that is opened before its library is', () => {
  it('has its catalog read already', async () => {
    const { open, read } = stores()
    const opened = await openEarly(LIBRARY, open)({ ...LIBRARY, headSeq: 7 })
    expect(opened.meta).toEqual(META)
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1))
    await opened.store.catalog()
    expect(read).toHaveBeenCalledTimes(1)
    expect(open).toHaveBeenCalledTimes(1)
  })

  it('reads its catalog again after it has been filled anew', async () => {
    const { open, read } = stores()
    const { store } = await openEarly(LIBRARY, open)({ ...LIBRARY, headSeq: 7 })
    await store.catalog()
    const filled: Catalog = { ...EMPTY_CATALOG, agreements: new Map() }
    read.mockImplementation(() => Promise.resolve(filled))
    expect(await store.catalog()).toBe(filled)
  })

  it.each([
    ['of another library', { libraryId: 'other', epoch: 1, headSeq: 7 }],
    ['of another epoch', { ...LIBRARY, epoch: 2, headSeq: 7 }],
    ['ahead of the journal', { ...LIBRARY, headSeq: 4 }],
  ])('is closed and opened anew when it is %s', async (_, info) => {
    const { open, closed } = stores()
    await openEarly(LIBRARY, open)(info)
    expect(closed).toHaveBeenCalledTimes(1)
    expect(open).toHaveBeenLastCalledWith(info)
  })

  it('is opened anew when it could not be opened, or when it is opened once more', async () => {
    const info = { ...LIBRARY, headSeq: 7 }
    const { open } = stores()
    open.mockImplementationOnce(() => Promise.reject(new Error('hangs')))
    const openStore = openEarly(LIBRARY, open)
    expect((await openStore(info)).meta).toEqual(META)
    await openStore(info)
    expect(open).toHaveBeenCalledTimes(3)
  })

  it('tells of a catalog that cannot be read when it is asked for', async () => {
    const { open, read } = stores()
    read.mockImplementation(() => Promise.reject(new Error('damaged')))
    const { store } = await openEarly(LIBRARY, open)({ ...LIBRARY, headSeq: 7 })
    await expect(store.catalog()).rejects.toThrow('damaged')
  })
})
