import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationOf, TEXT } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import { systemError } from '../files/faulty-file-system.testing.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { annotationIds, closedLibrary, firstIds } from './faults/faults.testing.ts'
import { createLibrary, folderError, openLibrary } from './library-opener.ts'
import { encodeRecord } from './record-codec.ts'
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

  it('is durable in the folder that holds it', async () => {
    const folder = temporaryFolder()
    const synced: string[] = []
    const host = testHost()
    const fs: typeof host.fs = {
      ...host.fs,
      syncFolder: async (path) => {
        synced.push(path)
        await host.fs.syncFolder(path)
      },
    }
    await createLibrary({ ...host, fs }, join(folder, 'Treaties'))
    expect(synced.at(-1)).toBe(folder)
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

  it('opens for reading what a newer program has written further, as far as it is understood', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    const segment = join(root, 'journal', '000001.jsonl')
    const newer = {
      seq: 2,
      at: '2026-01-01T00:00:00.000Z',
      by: 'Ana',
      action: 'x',
      operations: [{ op: 'merge' }],
    }
    appendFileSync(segment, encodeRecord(newer as unknown as JournalRecord))
    const before = readFileSync(segment)
    const again = await openLibrary(testHost(), root, listening())
    expect(again.readOnly?.code).toBe('library-newer')
    expect(again.state.find('text', TEXT.id)).toEqual(TEXT)
    await again.close()
    expect(readFileSync(segment)).toEqual(before)
  })

  it('opens for reading a library whose manifest a newer program has only added to', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    const path = join(root, 'library.json')
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), format: 2, shelves: [] }))
    const again = await openLibrary(testHost(), root, listening())
    expect(again.readOnly?.code).toBe('library-newer')
    expect(again.headSeq).toBe(1)
  })

  it('opens for reading only what another computer has open, and changes nothing', async () => {
    const { library, root } = await treatyLibrary()
    const elsewhere = JSON.stringify({ pid: 1, host: 'other-computer', startedAt: '2026-01-01', token: 't' })
    await library.close()
    writeFileSync(join(root, 'lock'), elsewhere)
    // The other one is in the middle of a write.
    appendFileSync(join(root, 'journal', '000001.jsonl'), 'a1b2c3d4 {"seq":2,"at"')
    const before = folderPicture(root)
    const again = await openLibrary(testHost(), root, listening())
    expect(again.readOnly).toMatchObject({
      code: 'library-in-use-elsewhere',
      details: { holder: 'on other-computer, since 2026-01-01' },
    })
    expect(again.state.find('text', TEXT.id)).toEqual(TEXT)
    const operations = [create('annotation', annotationOf('twenty years'))]
    await expect(again.commit({ action: 'annotation.add', operations }, 'Ana')).rejects.toMatchObject({
      code: 'library-read-only',
    })
    await expect(again.undo('Ana')).rejects.toMatchObject({ code: 'library-read-only' })
    await again.close()
    expect(folderPicture(root)).toEqual(before)
  })

  it('takes over the lock of a program of this computer that is no longer running', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    const gone = { pid: 2 ** 22 + 1, host: hostname(), startedAt: '2026-01-01', token: 't' }
    writeFileSync(join(root, 'lock'), JSON.stringify(gone))
    const again = await openLibrary(testHost(), root, listening())
    expect(again.readOnly).toBeUndefined()
  })

  it.each([
    ['EROFS', 'folder-not-writable'],
    ['EACCES', 'folder-not-writable'],
    ['ENOSPC', 'disk-full'],
  ])('opens for reading only when making the lock says %s', async (system, code) => {
    const { library, root, host } = await treatyLibrary()
    await library.close()
    host.fs.fail('open', system)
    const again = await openLibrary(host, root, listening())
    expect(again.readOnly?.code).toBe(code)
    expect(again.state.find('text', TEXT.id)).toEqual(TEXT)
  })

  it('names the damaged place, opens for reading what is before it, and lets the lock go', async () => {
    const { library, root } = await treatyLibrary()
    await library.commit(
      { action: 'annotation.add', operations: [create('annotation', annotationOf('twenty years'))] },
      'Ana',
    )
    await library.close()
    const segment = join(root, 'journal', '000001.jsonl')
    const bytes = readFileSync(segment)
    const second = bytes.indexOf(0x0a) + 1
    bytes[second + 100] = (bytes[second + 100] ?? 0) ^ 1
    writeFileSync(segment, bytes)
    const again = await openLibrary(testHost(), root, listening())
    expect(again.readOnly).toMatchObject({
      code: 'library-damaged',
      details: { file: 'journal/000001.jsonl', byte: second },
    })
    expect(again.state.find('text', TEXT.id)).toEqual(TEXT)
    expect(again.state.annotationsOf(TEXT.id)).toEqual([])
    expect(readdirSync(root)).not.toContain('lock')
    expect(readFileSync(segment)).toEqual(bytes)
  })

  it('notices a manifest that is not as it was written, and reads the library all the same', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    const path = join(root, 'library.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"epoch": 1', '"epoch": 3'))
    const again = await openLibrary(testHost(), root, listening())
    expect(again.readOnly).toMatchObject({ code: 'library-damaged', details: { file: 'library.json' } })
    expect(again.headSeq).toBe(1)
  })

  it('cuts off an unfinished write, and says so', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    const segment = join(root, 'journal', '000001.jsonl')
    const whole = readFileSync(segment)
    appendFileSync(segment, 'a1b2c3d4 {"seq":2,"at"')
    const again = await openLibrary(testHost(), root, listening())
    expect(again.readOnly).toBeUndefined()
    expect(again.notices).toMatchObject([{ code: 'journal-torn', details: { bytes: 22 } }])
    expect(readFileSync(segment)).toEqual(whole)
  })

  it('waits for a virus scanner to let the manifest go', async () => {
    const { library, root, host } = await treatyLibrary()
    await library.close()
    host.fs.fail('readFile', 'EBUSY')
    const again = await openLibrary(host, root, listening())
    expect(again.readOnly).toBeUndefined()
    await again.close()
  })

  it.each<[string, string, string]>([
    ['the manifest', 'library.json', 'readFile'],
    ['the folder of the journal', 'journal', 'list'],
  ])('says that %s cannot be read, and opens for reading what can be', async (_, file, operation) => {
    const root = await closedLibrary(10, { snapshotAfter: 3 })
    const host = testHost()
    const refusing =
      <T>(work: (path: string) => Promise<T>) =>
      (path: string): Promise<T> =>
        path === join(root, file) ? Promise.reject(systemError('EBUSY')) : work(path)
    const fs: typeof host.fs = {
      ...host.fs,
      ...(operation === 'list'
        ? { list: refusing((path) => host.fs.list(path)) }
        : { readFile: refusing((path) => host.fs.readFile(path)) }),
    }
    const library = await openLibrary({ ...host, fs }, root, listening())
    expect(library.readOnly).toMatchObject({ code: 'library-unreadable', details: { file } })
    expect(annotationIds(library)).toEqual(firstIds(10))
    await library.close()
  })

  it('lists the copies that a sync tool has made', async () => {
    const { library, root } = await treatyLibrary()
    await library.close()
    writeFileSync(join(root, 'library (1).json'), '')
    writeFileSync(join(root, 'journal', '000001.sync-conflict-20260102-030405-ABCDEFG.jsonl'), '')
    const again = await openLibrary(testHost(), root, listening())
    expect(again.notices).toMatchObject([
      {
        code: 'conflict-copies',
        details: { files: 'library (1).json, journal/000001.sync-conflict-20260102-030405-ABCDEFG.jsonl' },
      },
    ])
    expect(again.readOnly).toBeUndefined()
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

/** Every file below a folder with its bytes. */
function folderPicture(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const plain = files.filter((file) => statSync(join(root, file)).isFile())
  return Object.fromEntries(plain.map((file) => [file, readFileSync(join(root, file), 'base64')]))
}

describe('folderError', () => {
  it('knows a full quota from a missing permission', () => {
    expect(folderError(systemError('EDQUOT'), 'x').code).toBe('disk-full')
    expect(folderError(systemError('EPERM'), 'x').code).toBe('folder-not-writable')
    expect(folderError(systemError('ENOENT'), 'x').code).toBe('folder-missing')
  })
})
