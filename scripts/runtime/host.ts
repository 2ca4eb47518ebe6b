import { spawn } from 'node:child_process'
import { homedir, tmpdir } from 'node:os'

/** How a command ended. */
export interface CommandResult {
  /** The exit status; 127 when the command does not exist, 124 when it was stopped for taking too long. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** What a command is given beside its arguments. */
interface CommandOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Milliseconds after which the command is killed; without it there is no limit. */
  readonly timeout?: number
}

/** Runs a command to its end and captures its output. Never throws: the result says what went wrong. */
type Run = (command: string, args: readonly string[], options?: CommandOptions) => Promise<CommandResult>

/**
 * The machine as the scripts see it. It is passed in, so that every decision (which binary, which packages, which
 * user) can be tested in plain Node for machines we are not on.
 */
export interface Host {
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** The user id; undefined where there is none (Windows). */
  readonly uid: number | undefined
  readonly home: string
  readonly temp: string
  readonly env: NodeJS.ProcessEnv
  readonly run: Run
  /** Tells the person at the keyboard one line. */
  readonly say: (line: string) => void
}

/** The machine this process runs on. */
export function thisHost(): Host {
  return {
    platform: process.platform,
    arch: process.arch,
    uid: process.getuid?.(),
    home: homedir(),
    temp: tmpdir(),
    env: process.env,
    run: runCommand,
    say: (line) => console.log(line),
  }
}

/** Whether the scripts run as root on Linux, the one case in which Electron needs another user. */
export function isLinuxRoot(host: Host): boolean {
  return host.platform === 'linux' && host.uid === 0
}

/** Whether a program of this name is on the path of a POSIX system. */
export async function hasProgram(host: Host, name: string): Promise<boolean> {
  return (await host.run('sh', ['-c', 'command -v "$1"', 'sh', name])).code === 0
}

const runCommand: Run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      killSignal: 'SIGKILL',
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 124, stdout, stderr }))
  })
