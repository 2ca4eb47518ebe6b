import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises'
import type { Host } from './host.ts'

/** A user and group on this machine. */
export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** The user every Linux system has for programs that should own nothing. */
export const NOBODY: SystemUser = { uid: 65_534, gid: 65_534 }

/** Variables that name root's folders, bus and name. */
const ROOTS_OWN = /^(XDG_.*|DBUS_SESSION_.*|USER|LOGNAME|MAIL)$/

/** The arguments with which `setpriv` drops root for good and starts a command. */
function setprivArgs({ uid, gid }: SystemUser): readonly string[] {
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
}

/** Whether the user can read every one of these files, asked by really trying as that user. */
export async function canRead(host: Host, user: SystemUser, files: readonly string[]): Promise<boolean> {
  const tests = files.map((file) => host.run('setpriv', [...setprivArgs(user), 'test', '-r', file]))
  return (await Promise.all(tests)).every((result) => result.code === 0)
}

/** Whether the user can write a folder, asked by really trying as that user. */
export async function canWrite(host: Host, user: SystemUser, folder: string): Promise<boolean> {
  return (await host.run('setpriv', [...setprivArgs(user), 'test', '-w', folder])).code === 0
}

/**
 * Writes a script that starts the program as the user. One executable path is all that Playwright takes; the
 * script replaces itself twice (`exec`), so the process it becomes is Electron itself, with the id the caller
 * knows, and killing that id kills the app.
 */
export async function writeStarter(file: string, user: SystemUser, program: string): Promise<void> {
  const script = `#!/bin/sh\nexec setpriv ${setprivArgs(user).join(' ')} ${shellQuoted(program)} "$@"\n`
  await writeFile(file, script)
  await chmod(file, 0o755)
}

/** Makes a file, or a folder with all that is in it, the property of the user. */
export async function giveTo(host: Host, { uid, gid }: SystemUser, path: string): Promise<void> {
  // -h: a link in the folder changes hands, not what it points to.
  await host.run('chown', ['-R', '-h', `${uid}:${gid}`, path])
}

/** Makes a home folder that belongs to the user alone. */
export async function makeHome(host: Host, user: SystemUser, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  await giveTo(host, user, folder)
}

/**
 * The environment for the user: what names root's folders is left out, and the home is the given one. The key to a
 * protected X display (as `xvfb-run` or a desktop session sets it) is copied, because the user cannot read root's;
 * and not into the home, where the user could have laid a link for root to write through.
 */
export async function environmentOf(
  host: Host,
  user: SystemUser,
  places: { readonly home: string; readonly displayKey: string },
  env: NodeJS.ProcessEnv,
): Promise<NodeJS.ProcessEnv> {
  const kept = Object.entries(env).filter(([name]) => !ROOTS_OWN.test(name))
  const own = { ...Object.fromEntries(kept), HOME: places.home, USER: 'nobody', LOGNAME: 'nobody' }
  const key = env['XAUTHORITY']
  if (!key) return own
  await copyFile(key, places.displayKey)
  await giveTo(host, user, places.displayKey)
  return { ...own, XAUTHORITY: places.displayKey }
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
