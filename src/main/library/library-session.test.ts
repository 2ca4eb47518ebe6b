import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { librarySession, type LibrarySession } from './library-session.ts'
import { listening, testHost } from './open-library.testing.ts'

/** A closed library, and another start of the program on it. */
async function closedLibrary(): Promise<{ session: LibrarySession; root: string; other: string }> {
  const host = testHost()
  const folder = temporaryFolder()
  const [root, other] = [join(folder, 'Treaties'), join(folder, 'Others')]
  const first = librarySession(host, listening())
  await first.create(root, 'Ana')
  await first.create(other, 'Ana')
  await first.close()
  return { session: librarySession(host, listening()), root, other }
}

describe('a library that is being opened', () => {
  it('is waited for, not opened twice: the second would find the lock of the first', async () => {
    const { session, root } = await closedLibrary()
    const [first, second] = await Promise.all([session.open(root), session.open(root)])
    expect(second).toEqual(first)
    expect(second.readOnly).toBeUndefined()
    await session.close()
  })

  it('is closed when another is opened meanwhile, whatever was asked first', async () => {
    const { session, root, other } = await closedLibrary()
    const opened = await Promise.all([session.open(root), session.open(other), session.open(root)])
    expect(opened.map(({ name, readOnly }) => [name, readOnly])).toEqual([
      ['Treaties', undefined],
      ['Others', undefined],
      ['Treaties', undefined],
    ])
    await session.close()
    expect(session.current).toBeUndefined()
  })

  it('is let go when the program ends on the way', async () => {
    const { session, root } = await closedLibrary()
    const opening = session.open(root)
    await session.close()
    await opening
    expect(session.current).toBeUndefined()
    expect((await session.open(root)).readOnly).toBeUndefined()
    await session.close()
  })

  it('that cannot be opened can be asked for again', async () => {
    const { session, root } = await closedLibrary()
    await expect(session.open(`${root} gone`)).rejects.toMatchObject({ code: 'folder-missing' })
    expect((await session.open(root)).name).toBe('Treaties')
    await session.close()
  })
})

describe('the same folder by another path', () => {
  it('is the library that is open, not a second one that writes beside it', async () => {
    const { session, root } = await closedLibrary()
    const link = `${root} link`
    symlinkSync(root, link, 'junction')
    await session.open(root)
    const library = session.require()
    const again = await session.open(link)
    expect(again.readOnly).toBeUndefined()
    expect(session.require()).toBe(library)
    await session.close()
  })

  it('keeps another session out', async () => {
    const { session, root } = await closedLibrary()
    const other = librarySession(testHost(), listening())
    const link = `${root} link`
    symlinkSync(root, link, 'junction')
    await session.open(root)
    expect((await other.open(link)).readOnly?.code).toBe('library-in-use')
    await session.close()
    expect((await other.open(link)).readOnly).toBeUndefined()
    await other.close()
  })
})

describe('a library that another computer seems to have open', () => {
  it('is taken over when the user says so, and then it can be written', async () => {
    const { session, root } = await closedLibrary()
    writeFileSync(
      join(root, 'lock'),
      JSON.stringify({ pid: 1, host: 'old-name', startedAt: '2026', token: 't' }),
    )
    expect((await session.open(root)).readOnly?.code).toBe('library-in-use-elsewhere')
    expect((await session.takeOver()).readOnly).toBeUndefined()
    expect((await session.open(root)).readOnly).toBeUndefined()
    await session.close()
  })
})
