import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem as fs } from '../files/file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { openSourceStore } from './source-store.ts'

const words = Buffer.from('The words of the treaty.')

describe('the sources', () => {
  it('are kept under their hash, once', async () => {
    const folder = temporaryFolder()
    const store = openSourceStore(fs, folder)
    const hash = await store.put(words)
    const made = statSync(join(folder, hash)).ino
    expect(await store.put(words)).toBe(hash)
    expect(statSync(join(folder, hash)).ino).toBe(made)
    expect(Buffer.from(await store.get(hash))).toEqual(words)
  })

  it('story A7: one that is spoilt is healed by bringing the same file in again', async () => {
    const folder = temporaryFolder()
    const store = openSourceStore(fs, folder)
    const hash = await store.put(words)
    writeFileSync(join(folder, hash), Buffer.from('Another text, as long it'))
    expect(statSync(join(folder, hash)).size).toBe(words.length)
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'content-missing' })
    await store.put(words)
    expect(readFileSync(join(folder, hash))).toEqual(words)
  })
})
