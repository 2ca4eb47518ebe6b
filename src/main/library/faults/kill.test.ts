import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../files/file-system.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { openLibrary } from '../library-opener.ts'
import { listening, testHost } from '../open-library.testing.ts'
import { examineLibrary } from '../verify/verify-library.ts'
import { annotate, annotationIds, FAULT_TIMEOUT_MS, seededRandom, times } from './faults.testing.ts'

/** Beyond this the writer has done all it does many times over. */
const LONGEST_LIFE_MS = 300

interface Writer {
  readonly child: ChildProcess
  readonly said: string[]
  readonly ready: Promise<void>
}

/** Starts a user who works without a pause, as a process of its own. */
function startWriter(root: string): Writer {
  const script = resolve(import.meta.dirname, 'writer.testing.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, root], {
    cwd: resolve(import.meta.dirname, '..', '..', '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  const ready = new Promise<void>((settle, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      if (line === 'ready') settle()
    })
    child.once('exit', () => fail(new Error('The writer ended before it was ready')))
  })
  return { child, said, ready }
}

async function kill({ child }: Writer): Promise<void> {
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
}

describe('story A6: work is lost when the program ends at once', () => {
  it(
    'nothing that was acknowledged is lost to a kill at any moment, and the library opens for writing',
    async () => {
      const root = join(temporaryFolder(), 'Treaties')
      const random = seededRandom(6)
      for (let n = 0; n < times(3, 200); n++) {
        const writer = startWriter(root)
        await writer.ready
        await sleep(random() * LONGEST_LIFE_MS)
        await kill(writer)
        const library = await openLibrary(testHost(), root, listening())
        expect([n, library.readOnly]).toEqual([n, undefined])
        const held = new Set(annotationIds(library))
        // The step being undone when the kill came may be there or not.
        const doubtful = writer.said.at(-1) === 'undoing' || writer.said.at(-1) === 'undone' ? 1 : 0
        const added = writer.said.flatMap((line) => /^added (.+)$/.exec(line)?.[1] ?? [])
        const lost = added.filter((id) => !held.has(id))
        expect([n, lost.length <= doubtful]).toEqual([n, true])
        await library.close()
      }
      const { report } = await examineLibrary(nodeFileSystem, root)
      expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    },
    FAULT_TIMEOUT_MS,
  )
})

describe('two programs that want to write the same library', () => {
  it(
    'the second may only read; when the first is gone it may write',
    async () => {
      const root = join(temporaryFolder(), 'Treaties')
      const writer = startWriter(root)
      await writer.ready
      const second = await openLibrary(testHost(), root, listening())
      expect(second.readOnly?.code).toBe('library-in-use')
      await expect(second.commit(annotate('mine'), 'Ben')).rejects.toMatchObject({
        code: 'library-read-only',
      })
      await second.close()
      await kill(writer)
      const third = await openLibrary(testHost(), root, listening())
      await third.commit(annotate('mine'), 'Ben')
      expect(annotationIds(third)).toContain('mine')
      await third.close()
    },
    FAULT_TIMEOUT_MS,
  )
})
