import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'

/** A disk of two megabytes, or nothing where this user may not make one. */
export function smallDisk(): string | undefined {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder])
  if (made.status !== 0) return undefined
  onTestFinished(() => {
    spawnSync('umount', [folder])
  })
  return folder
}

/** Fills a disk to its last block. */
export function fill(path: string): void {
  for (let size = 512 * 1024; size >= 256; size /= 2) {
    try {
      for (let n = 0; ; n++) writeFileSync(`${path}-${size}-${n}`, Buffer.alloc(size))
    } catch {
      // Full for files of this size.
    }
  }
}
