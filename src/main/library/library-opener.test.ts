import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemError } from '../files/faulty-file-system.testing.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { createLibrary, folderError, openLibrary } from './library-opener.ts'
import { listening, testHost, treatyLibrary } from './open-library.testing.ts'

describe('createLibrary', () => {
  it('makes a library in a new folder, and one in an empty folder', async () => {
    const folder = temporaryFolder()
    await createLibrary(testHost(), join(folder, 'Treaties'))
    expect(readdirSync(join(folder, 'Treaties'))).toEqual(['journal', 'library.json', 'sources'])
    const empty = temporaryFolder()
    await createLibrary(testHost(), empty)
    await openLibrary(testHost(), empty, listening())
  })

  it('leaves a folder with other things in it alone', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'thesis.docx'), '')
    await expect(createLibrary(testHost(), folder)).rejects.toMatchObject({ code: 'folder-not-empty' })
    expect(readdirSync(folder)).toEqual(['thesis.docx'])
  })

  it.each([
    ['EACCES', 'folder-not-writable'],
    ['EROFS', 'folder-not-writable'],
    ['ENOSPC', 'disk-full'],
    ['EIO', 'write-failed'],
  ])('says what %s means', async (system, code) => {
    const host = testHost()
    host.fs.fail('makeFolder', system)
    await expect(createLibrary(host, join(temporaryFolder(), 'x'))).rejects.toMatchObject({ code })
  })

  it('leaves no half-made library when the disk fills up', async () => {
    const root = join(temporaryFolder(), 'x')
    const host = testHost()
    host.fs.leaveRoom(10)
    await expect(createLibrary(host, root)).rejects.toMatchObject({ code: 'disk-full' })
    await expect(openLibrary(testHost(), root, listening())).rejects.toMatchObject({
      code: 'folder-not-library',
    })
  })
})

describe('openLibrary', () => {
  it('tells a missing folder from one that is no library', async () => {
    const folder = temporaryFolder()
    const open = (root: string): Promise<unknown> => openLibrary(testHost(), root, listening())
    await expect(open(join(folder, 'gone'))).rejects.toMatchObject({ code: 'folder-missing' })
    await expect(open(folder)).rejects.toMatchObject({ code: 'folder-not-library' })
  })

  it('does not touch a library made by a newer version', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    const manifest = join(root, 'library.json')
    const newer = JSON.stringify({ format: 2, everythingElse: 'is different' })
    writeFileSync(manifest, newer)
    const before = readdirSync(root)
    await expect(openLibrary(testHost(), root, listening())).rejects.toMatchObject({ code: 'library-newer' })
    expect(readFileSync(manifest, 'utf8')).toBe(newer)
    expect(readdirSync(root)).toEqual(before)
  })

  it('keeps a second opening out until the first is closed', async () => {
    const { library, root } = await treatyLibrary()
    const elsewhere = JSON.stringify({ pid: 1, host: 'other-computer', startedAt: '2026-01-01', token: 't' })
    await library.close()
    writeFileSync(join(root, 'lock'), elsewhere)
    await expect(openLibrary(testHost(), root, listening())).rejects.toMatchObject({ code: 'library-in-use' })
    expect(readFileSync(join(root, 'lock'), 'utf8')).toBe(elsewhere)
  })

  it('names the damaged place and lets the lock go again', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    const segment = join(root, 'journal', '000001.jsonl')
    const bytes = readFileSync(segment)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    writeFileSync(segment, bytes)
    await expect(openLibrary(testHost(), root, listening())).rejects.toMatchObject({
      code: 'library-damaged',
      details: { file: 'journal/000001.jsonl', byte: 0 },
    })
    expect(readdirSync(root)).not.toContain('lock')
  })

  it('removes what an interrupted replacement left behind', async () => {
    const root = join(temporaryFolder(), 'x')
    await createLibrary(testHost(), root)
    writeFileSync(join(root, 'sources', '.pacta-tmp-abc.123'), 'half')
    mkdirSync(join(root, 'exports'))
    await openLibrary(testHost(), root, listening())
    expect(readdirSync(join(root, 'sources'))).toEqual([])
  })
})

describe('folderError', () => {
  it('knows a full quota from a missing permission', () => {
    expect(folderError(systemError('EDQUOT'), 'x').code).toBe('disk-full')
    expect(folderError(systemError('EPERM'), 'x').code).toBe('folder-not-writable')
    expect(folderError(systemError('ENOENT'), 'x').code).toBe('folder-missing')
  })
})
