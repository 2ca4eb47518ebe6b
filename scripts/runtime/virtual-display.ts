import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { hasProgram, type Host } from './host.ts'
import { reasonOf, RuntimeProblem } from './problem.ts'

/** The size of a virtual screen in pixels. */
export interface ScreenSize {
  readonly width: number
  readonly height: number
}

/** An X server without a screen that belongs to us. */
export interface VirtualDisplay {
  /** What `DISPLAY` has to be, for example `:99`. */
  readonly name: string
  /** Ends the server and waits until it is gone. */
  readonly stop: () => Promise<void>
}

const START_LIMIT = 15_000
/** The file descriptor on which Xvfb writes the number it chose: it does so when it is ready for clients. */
const DISPLAY_FD = 3

/**
 * Starts Xvfb on a free display number and waits until it accepts clients.
 *
 * The kernel ends it together with this process (`--pdeathsig`), so it never outlives a run, however that ends:
 * an exception, Ctrl+C or even SIGKILL. Access control is off because the app may run as another user than we do;
 * the server listens on no network and shows nothing but test data.
 */
export async function startVirtualDisplay(host: Host, size: ScreenSize): Promise<VirtualDisplay> {
  const screen = `${size.width}x${size.height}x24`
  const server = ['Xvfb', '-displayfd', String(DISPLAY_FD), '-screen', '0', screen, '-ac', '-nolisten', 'tcp']
  const [command = '', ...args] = (await hasProgram(host, 'setpriv'))
    ? ['setpriv', '--pdeathsig', 'KILL', ...server]
    : server
  const child = spawn(command, args, { env: host.env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const gone = once(child, 'close')
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await gone
  }
  try {
    return { name: `:${await chosenNumber(child, gone)}`, stop }
  } catch (error) {
    child.kill('SIGKILL')
    throw new RuntimeProblem(`The virtual display (Xvfb) did not start: ${reasonOf(error)}`)
  }
}

/** The number Xvfb writes once it is ready; what it complained about when it ends before. */
async function chosenNumber(child: ChildProcess, gone: Promise<unknown>): Promise<string> {
  const report = createInterface(child.stdio[DISPLAY_FD] as Readable)
  let complaint = ''
  child.stderr?.on('data', (data: Buffer) => (complaint += data.toString()))
  const ended = gone.then(() => {
    throw new Error(complaint.trim() || 'it ended at once.')
  })
  const ready = once(report, 'line', { signal: AbortSignal.timeout(START_LIMIT) })
  const [line] = await Promise.race([ready, ended])
  return String(line)
}
