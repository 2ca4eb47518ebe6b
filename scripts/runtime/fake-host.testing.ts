import type { CommandResult, Host } from './host.ts'

/** A machine that runs nothing: it answers each command line as told and keeps what was run and said. */
export interface FakeHost extends Host {
  readonly ran: string[]
  readonly said: string[]
}

/** What a command answers; a command without an answer succeeds and prints nothing. */
export type Answer = (commandLine: string) => Partial<CommandResult> | undefined

/** A Linux x64 machine with an ordinary user, unless told otherwise. */
export function fakeHost(differences: Partial<Host> = {}, answer: Answer = () => undefined): FakeHost {
  const ran: string[] = []
  const said: string[] = []
  return {
    platform: 'linux',
    arch: 'x64',
    uid: 1000,
    home: '/home/ada',
    temp: '/tmp',
    env: {},
    run: (command, args) => {
      const line = [command, ...args].join(' ')
      ran.push(line)
      return Promise.resolve({ code: 0, stdout: '', stderr: '', ...answer(line) })
    },
    say: (line) => said.push(line),
    ...differences,
    ran,
    said,
  }
}

/** The answer of a machine on which these programs do not exist. */
export function lacking(...programs: readonly string[]): Answer {
  return (line) => (programs.some((name) => line.endsWith(`sh ${name}`)) ? { code: 1 } : undefined)
}
