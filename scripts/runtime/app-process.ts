import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openCacheFolder } from './cache-folder.ts'
import type { ElectronBinary } from './electron-binary.ts'
import { hasProgram, isLinuxRoot, type Host } from './host.ts'
import { RuntimeProblem } from './problem.ts'
import type { RunFolder } from './run-folder.ts'
import { sandboxWorks, type Start } from './sandbox-probe.ts'
import { confinement, rememberingYes } from './sandbox-verdict.ts'
import { canRead, environmentOf, makeHome, NOBODY, writeStarter, type SystemUser } from './unprivileged.ts'

/** How the app's process is started on this machine: by which executable, as whom, with or without sandbox. */
export interface AppProcess extends Start {
  readonly sandboxed: boolean
  /** The user it runs as when that is not the user who starts it. */
  readonly user?: SystemUser
}

/** What the choice depends on beside the machine. */
export interface AppProcessRequest {
  readonly binary: ElectronBinary
  /** The folder with package.json and the built app. */
  readonly root: string
  /** The environment with the display to use. */
  readonly env: NodeJS.ProcessEnv
  readonly run: RunFolder
  /** Keep the home of the unprivileged user between runs, for an app that is started to be used. */
  readonly keepHome: boolean
}

/**
 * Chooses the strictest way that works here: sandboxed as ourselves; as root, sandboxed as an unprivileged user;
 * and only when that is impossible, as root without the sandbox, with a notice.
 */
export async function chooseAppProcess(host: Host, request: AppProcessRequest): Promise<AppProcess> {
  const { binary } = request
  const env = withoutNodeSettings(request.env)
  const plain: AppProcess = { executable: binary.executable, args: [], env, sandboxed: true }
  if (host.platform !== 'linux') return plain
  if (host.env['PACTA_NO_SANDBOX'] === '1') return withoutSandbox(host, plain, 'PACTA_NO_SANDBOX=1 is set')
  if (!isLinuxRoot(host)) return plainUser(host, plain, request)
  const obstacle = await obstacleToDroppingRoot(host, request)
  if (obstacle !== undefined) return withoutSandbox(host, plain, obstacle)
  const dropped = await dropRoot(host, plain, request)
  const works = (): Promise<boolean> => sandboxWorks(host, dropped, request.run.probe)
  if (await rememberingYes(host, await circumstances(binary), () => worksAfterAll(host, binary, works)))
    return dropped
  return withoutSandbox(host, plain, 'the sandbox does not work in this container')
}

/** Our own user needs nothing special, but a kernel that forbids the sandbox is worth a better sentence. */
async function plainUser(host: Host, plain: AppProcess, request: AppProcessRequest): Promise<AppProcess> {
  await mkdir(request.run.home, { recursive: true })
  const trial = { ...plain, env: { ...plain.env, XDG_CONFIG_HOME: request.run.home } }
  const works = (): Promise<boolean> => sandboxWorks(host, trial, request.run.probe)
  if (await rememberingYes(host, await circumstances(request.binary), works)) return plain
  const helper = join(request.binary.folder, 'chrome-sandbox')
  throw new RuntimeProblem(
    'Electron cannot open a sandboxed window here. If this system forbids user namespaces, allow its helper with\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n` +
      'and start again. For tests only, PACTA_NO_SANDBOX=1 runs without the sandbox.',
  )
}

/** An editor's terminal may carry settings that turn Electron into plain Node or load code into it. */
function withoutNodeSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...rest } = env
  return rest
}

async function circumstances(binary: ElectronBinary): Promise<readonly unknown[]> {
  return [binary.executable, binary.version, ...(await confinement())]
}

/** Why root cannot be dropped, or nothing when it can. */
async function obstacleToDroppingRoot(host: Host, request: AppProcessRequest): Promise<string | undefined> {
  if (!(await hasProgram(host, 'setpriv'))) return 'there is no setpriv to start it as another user'
  const { binary, root } = request
  const built = join(root, 'out/main/index.js')
  const needed = [binary.executable, join(root, 'package.json'), ...(existsSync(built) ? [built] : [])]
  if (await canRead(host, NOBODY, needed)) return undefined
  return `an unprivileged user cannot read ${root} or ${binary.folder}`
}

async function dropRoot(host: Host, plain: AppProcess, request: AppProcessRequest): Promise<AppProcess> {
  const { run, keepHome } = request
  const home = keepHome ? join(await openCacheFolder(host), 'home') : run.home
  await makeHome(host, NOBODY, home)
  if (keepHome) host.say(`Pacta runs as an unprivileged user; what it keeps for itself is in ${home}.`)
  await writeStarter(run.starter, NOBODY, plain.executable)
  const environment = await environmentOf(host, NOBODY, { home, displayKey: run.displayKey }, plain.env)
  return { executable: run.starter, args: [], env: environment, sandboxed: true, user: NOBODY }
}

/**
 * Tries the sandbox as it is (user namespaces) and, where it fails, with Chromium's own helper made setuid root. The
 * helper stays so only when that is what makes it work: a privileged program nobody needs is a risk for nothing.
 */
async function worksAfterAll(
  host: Host,
  binary: ElectronBinary,
  works: () => Promise<boolean>,
): Promise<boolean> {
  if (await works()) return true
  const helper = join(binary.folder, 'chrome-sandbox')
  if (!existsSync(helper)) return false
  // In this order: a change of owner takes the setuid bit away.
  await host.run('chown', ['root:root', helper])
  await host.run('chmod', ['4755', helper])
  if (await works()) return true
  await host.run('chmod', ['0755', helper])
  return false
}

/** Renderers then run with all rights of the user, so it is said each time, and the app is told to expect it. */
function withoutSandbox(host: Host, plain: AppProcess, reason: string): AppProcess {
  host.say(`Electron runs without its sandbox, because ${reason}. Open only documents you trust.`)
  return { ...plain, args: ['--no-sandbox'], env: { ...plain.env, PACTA_NO_SANDBOX: '1' }, sandboxed: false }
}
