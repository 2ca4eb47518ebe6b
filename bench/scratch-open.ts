import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { makeLargeLibrary } from './library.ts'
import { openLibrary } from '#main/library/library-opener.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { randomUUID } from 'node:crypto'
const root = '/tmp/large-lib2/Library'
if (!existsSync(root)) { mkdirSync('/tmp/large-lib2', { recursive: true }); await makeLargeLibrary(root) }
const host = { fs: nodeFileSystem, clock: { now: () => new Date().toISOString() }, ids: { next: randomUUID }, appVersion: '0' }
const nobody = { onCommitted: () => undefined, onHistory: () => undefined, onSaving: () => undefined }
for (let i = 0; i < 6; i++) {
  const t = performance.now()
  const l = await openLibrary(host, root, nobody)
  const u = performance.now()
  await l.close()
  console.log('open', (u - t).toFixed(0))
}
