import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { FAULT_TIMEOUT_MS, seededRandom, times } from './faults.testing.ts'

/** How many programs want the lock at once. */
const PROGRAMS = 4

/** What the programs have said: `h` for a lock that was free, `t` for one taken from the dead. */
interface Said {
  letters: string
}

function start(folder: string, said: Said): ChildProcess {
  const script = resolve(import.meta.dirname, 'lock-taker.testing.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    cwd: resolve(import.meta.dirname, '..', '..', '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout?.on('data', (bytes: Buffer) => (said.letters += bytes.toString()))
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
}

/** The number of the program that holds the lock at this moment, if one does. */
function holderOf(folder: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')) as { pid: number }).pid
  } catch {
    return undefined
  }
}

/** How often it has been taken from a program that died with it. */
function fromTheDead({ letters }: Said): number {
  return letters.replaceAll('h', '').length
}

/** Waits until the lock has been taken so many times more, or two have held it. */
async function taken(folder: string, said: Said, more: number): Promise<void> {
  const wanted = said.letters.length + more
  while (said.letters.length < wanted && twiceHeld(folder) === '') await sleep(1)
}

/** What the programs have written down about two that held it at once. */
function twiceHeld(folder: string): string {
  const path = join(folder, 'two-holders')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

describe('several programs that want one library, and are killed with it', () => {
  it(
    'never hold it two at a time, and never leave it where no one can have it',
    async () => {
      const folder = temporaryFolder()
      const random = seededRandom(2)
      const said: Said = { letters: '' }
      const programs = new Set(Array.from({ length: PROGRAMS }, () => start(folder, said)))
      try {
        const isEnough = (n: number): boolean => n >= times(4, 200) && fromTheDead(said) >= times(1, 20)
        for (let n = 0; !isEnough(n) && twiceHeld(folder) === ''; n++) {
          await taken(folder, said, 20)
          await sleep(random() * 40)
          // Every other time the one that holds it, else whoever it may be, in the middle of a takeover perhaps.
          const holder = n % 2 === 0 ? holderOf(folder) : undefined
          const victim = [...programs].find(({ pid }) => pid === holder) ?? [...programs][0]
          if (!victim) throw new Error('There are programs')
          programs.delete(victim)
          await kill(victim)
          programs.add(start(folder, said))
        }
        await taken(folder, said, 20)
      } finally {
        await Promise.all([...programs].map(kill))
      }
      expect(twiceHeld(folder)).toBe('')
      // It has been held often; and taken from the dead, or the loop had not ended.
      expect(said.letters.length).toBeGreaterThan(times(100, 4000))
      expect(readdirSync(folder).filter((name) => /^(?!lock|witness|\.pacta-tmp-)/.test(name))).toEqual([])
    },
    FAULT_TIMEOUT_MS,
  )
})
