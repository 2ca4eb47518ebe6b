import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../files/file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { rawZip, type RawFile } from './raw-zip.testing.ts'
import { openZip, type ZipArchive, type ZipLimits } from './zip-reader.ts'
import { memoryItem, writeZip } from './zip-writer.ts'

const LIBRARY: RawFile = { name: 'library.json', bytes: Buffer.from('{}') }

function opened(files: readonly RawFile[], limits?: ZipLimits): Promise<ZipArchive> {
  return openedBytes(rawZip(files), limits)
}

function openedBytes(bytes: Uint8Array, limits?: ZipLimits): Promise<ZipArchive> {
  const path = join(temporaryFolder(), 'x.pacta')
  writeFileSync(path, bytes)
  return openZip(nodeFileSystem, path, limits)
}

describe('openZip', () => {
  it('reads what writeZip wrote, whatever it was', async () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,12}$/)
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.uint8Array({ maxLength: 4000 })), async (files) => {
        const chunks: Uint8Array[] = []
        const items = Object.entries(files).map(([key, bytes]) => memoryItem(key, bytes))
        const file = {
          append: (bytes: Uint8Array) => {
            chunks.push(Buffer.from(bytes))
            return Promise.resolve()
          },
        }
        await writeZip(file, items, new Date('2026-01-01T00:00:00Z'))
        const archive = await openedBytes(Buffer.concat(chunks))
        for (const [key, bytes] of Object.entries(files)) {
          expect([...(await archive.read(key))]).toEqual([...bytes])
        }
        expect(archive.entries.size).toBe(items.length)
        await archive.close()
      }),
      { numRuns: 30 },
    )
  })

  it.each<[string, string, RawFile]>([
    ['a name that leads upwards', 'bad-name', { name: '../library.json' }],
    ['a name that leads upwards from inside', 'bad-name', { name: 'sources/../../x' }],
    ['an absolute name', 'bad-name', { name: '/etc/passwd' }],
    ['a drive', 'bad-name', { name: 'C:/x' }],
    ['a backslash', 'bad-name', { name: 'sources\\..\\..\\x' }],
    ['a control character', 'bad-name', { name: 'a\nb' }],
    ['an empty name', 'bad-name', { name: '' }],
    ['a name that Windows reads as another', 'bad-name', { name: 'sources./x' }],
    ['a name of 300 letters', 'bad-name', { name: 'x'.repeat(300) }],
    ['a name that is not UTF-8', 'bad-encoding', { name: Buffer.from([0x73, 0xff, 0xfe]) }],
    ['a link', 'link', { name: 'sources/x', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }],
    ['a device', 'link', { name: 'sources/x', mode: 0o020666 }],
    ['a second file of the same name', 'duplicate-name', { name: 'library.json' }],
    ['a second file of the same name on Windows', 'duplicate-name', { name: 'Library.JSON' }],
    ['an encrypted file', 'encrypted', { name: 'x', bytes: Buffer.alloc(20), declared: 8, flags: 0x801 }],
    ['a file that unpacks to a thousand times its size', 'too-large', bomb(400)],
  ])('refuses %s', async (_, reason, file) => {
    await expect(opened([LIBRARY, file])).rejects.toMatchObject({ name: 'ArchiveProblem', reason })
  })

  it('refuses files that only together unpack to a thousand times their size', async () => {
    const files = Array.from({ length: 30 }, (_, n) => bomb(100, `sources/${n}`))
    await expect(opened([LIBRARY, ...files])).rejects.toMatchObject({ reason: 'too-large' })
  })

  it('takes a large file that says the same thing again and again', async () => {
    const archive = await opened([LIBRARY, { name: 'x', bytes: Buffer.alloc(8_000_000), deflated: true }])
    expect(await archive.read('x')).toHaveLength(8_000_000)
    await archive.close()
  })

  it('refuses more files, and more bytes, than a library can have', async () => {
    const files = [LIBRARY, { name: 'a', bytes: Buffer.alloc(50) }, { name: 'b', bytes: Buffer.alloc(50) }]
    await expect(opened(files, { files: 2, bytes: 1e9, ratio: 100 })).rejects.toMatchObject({
      reason: 'too-many',
    })
    await expect(opened(files, { files: 10, bytes: 99, ratio: 100 })).rejects.toMatchObject({
      reason: 'too-large',
    })
  })

  it.each<[string, RawFile]>([
    ['is larger than it says', { name: 'x', bytes: Buffer.alloc(5000), declared: 10, deflated: true }],
    ['is smaller than it says', { name: 'x', bytes: Buffer.alloc(10), declared: 5000, deflated: true }],
    ['has another checksum', { name: 'x', bytes: Buffer.from('words'), checksum: 1 }],
  ])('notices on reading that a file %s', async (_, file) => {
    const archive = await opened([LIBRARY, file])
    await expect(archive.read('x')).rejects.toMatchObject({ reason: 'damaged', entry: 'x' })
    await archive.close()
  })

  it.each([
    ['no zip at all', Buffer.from('These are words, and no archive, however long they go on.')],
    ['an empty file', Buffer.alloc(0)],
    ['an archive cut short', rawZip([LIBRARY]).subarray(0, -10)],
  ])('refuses %s', async (_, bytes) => {
    await expect(openedBytes(bytes)).rejects.toMatchObject({ reason: 'not-zip' })
  })

  it('notices any changed byte of a file before it is believed', async () => {
    const whole = rawZip([
      { name: 'x', bytes: Buffer.from('the words of a treaty '.repeat(20)), deflated: true },
    ])
    const sound = await openedBytes(whole)
    const words = await sound.read('x')
    await sound.close()
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      const outcome = await openedBytes(changed)
        .then(async (archive) => {
          const read = await readOnce(archive)
          return read.equals(words) ? 'same' : 'different'
        })
        .catch((error: unknown) => (error instanceof Error ? error.name : 'thrown'))
      expect(['same', 'ArchiveProblem'], `byte ${at}`).toContain(outcome)
    }
  })
})

async function readOnce(archive: ZipArchive): Promise<Buffer> {
  try {
    return await archive.read('x')
  } finally {
    await archive.close()
  }
}

/** What is declared counts: nothing is unpacked to find out. */
function bomb(megabytes: number, name = 'sources/x'): RawFile {
  const bytes = Buffer.alloc(1024 * 1024)
  return { name, bytes, declared: megabytes * 1024 * 1024, deflated: true }
}
