import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultyFileSystem } from './faulty-file-system.testing.ts'
import { replaceFile } from './replace-file.ts'
import { temporaryFolder } from './temporary-folder.testing.ts'

describe('replaceFile', () => {
  it('makes a file, and replaces one', async () => {
    const path = join(temporaryFolder(), 'x.json')
    const fs = faultyFileSystem()
    await replaceFile(fs, path, Buffer.from('old'))
    await replaceFile(fs, path, Buffer.from('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it.each(['open', 'append', 'datasync', 'rename'] as const)(
    'keeps the old file whole and leaves nothing behind when %s fails',
    async (operation) => {
      const folder = temporaryFolder()
      const path = join(folder, 'x.json')
      writeFileSync(path, 'old')
      const fs = faultyFileSystem()
      fs.fail(operation, 'EIO')
      await expect(replaceFile(fs, path, Buffer.from('new'))).rejects.toThrow('EIO')
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(folder)).toEqual(['x.json'])
    },
  )

  it('keeps the old file whole when the disk fills up in the middle', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'x.json')
    writeFileSync(path, 'old')
    const fs = faultyFileSystem()
    fs.leaveRoom(2)
    await expect(replaceFile(fs, path, Buffer.from('new'))).rejects.toThrow('ENOSPC')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['x.json'])
  })

  it('waits for a virus scanner to let the file go', async () => {
    const path = join(temporaryFolder(), 'x.json')
    const fs = faultyFileSystem()
    fs.fail('rename', 'EBUSY')
    await replaceFile(fs, path, Buffer.from('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it('leaves it to whom it was left to, and a link a link', async () => {
    const folder = temporaryFolder()
    const [path, link] = [join(folder, 'x.json'), join(folder, 'link.json')]
    writeFileSync(path, 'old', { mode: 0o600 })
    symlinkSync(path, link)
    await replaceFile(faultyFileSystem(), link, Buffer.from('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(['link.json', 'x.json'])
  })
})
