import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { PactaError } from '#contract/errors.ts'
import { nodeFileSystem } from '../../files/file-system.ts'
import { takeLock } from '../lock.ts'
import { bootName, thisMachine } from '../machine.ts'

/** The longest time it waits for the next try, and how long it holds the lock, most often and now and then. Milliseconds. */
const LONGEST_MS = 4
const LONG_MS = 40
const OFTEN = 0.95

/**
 * One of several programs that want the lock of a folder, again and again, until they are killed. Whoever holds it
 * leaves a witness beside it; who finds the witness of a living program there writes down that two have held it. Prints
 * a letter for each time: `h` when it was free, `t` when the one before had died with it.
 */
async function contend(folder: string): Promise<void> {
  const boot = bootName()
  for (;;) {
    const token = randomUUID()
    const me = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString(), token, boot }
    try {
      const held = await takeLock(nodeFileSystem, join(folder, 'lock'), me, thisMachine)
      await hold(folder, token)
      await held.release()
      await sleep(Math.random() * LONGEST_MS)
    } catch (error) {
      if (!(error instanceof PactaError && error.code === 'library-in-use')) throw error
      // Again at once: whoever has died with it is followed by all the others at the same moment.
      await setImmediate()
    }
  }
}

async function hold(folder: string, token: string): Promise<void> {
  const witness = join(folder, 'witness')
  const mine = `${process.pid} ${token}`
  const before = witnessed(witness)
  const pid = Number(before?.split(' ')[0])
  if (before !== undefined && thisMachine.isRunning(pid)) tell(folder, `${mine} while ${before}`)
  // Whole or not at all, for a kill may come in between.
  writeFileSync(`${witness}-${token}`, mine)
  renameSync(`${witness}-${token}`, witness)
  writeSync(1, before === undefined ? 'h' : 't')
  await sleep(Math.random() < OFTEN ? Math.random() * LONGEST_MS : LONG_MS)
  if (witnessed(witness) !== mine) tell(folder, `${mine} found ${witnessed(witness)}`)
  rmSync(witness, { force: true })
}

function witnessed(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function tell(folder: string, what: string): void {
  appendFileSync(join(folder, 'two-holders'), `${what}\n`)
}

await contend(process.argv[2] ?? '')
