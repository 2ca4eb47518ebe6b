import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem as fs } from '../files/file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { cloudServiceOf } from './cloud-folder.ts'

describe('cloudServiceOf', () => {
  it.each([
    ['/home/ana/Dropbox/Treaties', 'Dropbox'],
    ['/home/ana/Dropbox (Institute)/Treaties', 'Dropbox'],
    ['C:\\Users\\Ana\\OneDrive - Institute\\Treaties', 'OneDrive'],
    ['/Users/ana/Library/CloudStorage/OneDrive-Personal/Treaties', 'OneDrive'],
    ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Treaties', 'iCloud Drive'],
    ['C:\\Users\\Ana\\iCloudDrive\\Treaties', 'iCloud Drive'],
    ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/Treaties', 'Google Drive'],
    ['/home/ana/Yandex.Disk/Treaties', 'Yandex.Disk'],
    ['C:\\Users\\Ana\\ЯндексДиск\\Treaties', 'Yandex.Disk'],
    ['/home/ana/Nextcloud/Treaties', 'Nextcloud'],
    ['/home/ana/pCloudDrive/Treaties', 'pCloud'],
  ])('%s: %s', async (path, service) => {
    expect(await cloudServiceOf(fs, path)).toBe(service)
  })

  it('is known by what the tool keeps at the top of its folder', async () => {
    const top = temporaryFolder()
    mkdirSync(join(top, 'work', 'Treaties'), { recursive: true })
    expect(await cloudServiceOf(fs, join(top, 'work', 'Treaties'))).toBeUndefined()
    writeFileSync(join(top, '.stfolder'), '')
    expect(await cloudServiceOf(fs, join(top, 'work', 'Treaties'))).toBe('Syncthing')
  })

  it('is found behind a link', async () => {
    const top = temporaryFolder()
    mkdirSync(join(top, 'Dropbox', 'Treaties'), { recursive: true })
    symlinkSync(join(top, 'Dropbox'), join(top, 'Work'), 'junction')
    expect(await cloudServiceOf(fs, join(top, 'Work', 'Treaties'))).toBe('Dropbox')
  })

  it('is iCloud for the Documents of a Mac whose owner has them there', async () => {
    const home = realpathSync(temporaryFolder())
    const library = join(home, 'Documents', 'Treaties')
    mkdirSync(library, { recursive: true })
    expect(await cloudServiceOf(fs, library, home)).toBeUndefined()
    const drive = join(home, 'Library', 'Mobile Documents', 'com~apple~CloudDocs')
    mkdirSync(join(drive, 'Documents'), { recursive: true })
    expect(await cloudServiceOf(fs, library, home)).toBe('iCloud Drive')
    expect(await cloudServiceOf(fs, join(home, 'Work'), home)).toBeUndefined()
  })

  it('is not taken from a library’s own name', async () => {
    expect(await cloudServiceOf(fs, '/home/ana/Boxer treaties/My dropbox notes')).toBeUndefined()
  })
})
