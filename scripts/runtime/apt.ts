import { join } from 'node:path'
import { openCacheFolder } from './cache-folder.ts'
import { hasProgram, isLinuxRoot, type CommandResult, type Host } from './host.ts'
import { withLock } from './lock.ts'
import { RuntimeProblem } from './problem.ts'

/** The names one package goes by in different releases; the first one that the system offers is installed. */
export type PackageNames = readonly [string, ...string[]]

/**
 * Installs packages with apt when we are root; otherwise says which command does it and stops.
 *
 * @param missing what the system was found to lack, for the sentence that explains
 */
export async function installPackages(
  host: Host,
  wanted: readonly PackageNames[],
  missing: readonly string[],
): Promise<void> {
  const lack = `Electron needs parts this system does not have: ${missing.join(', ')}.`
  if (!(await hasProgram(host, 'apt-get'))) {
    throw new RuntimeProblem(`${lack} Install the packages that contain them and start again.`)
  }
  if (!isLinuxRoot(host)) {
    const names = await availableNames(host, wanted)
    throw new RuntimeProblem(
      `${lack} Install them with\n  sudo apt-get install --no-install-recommends ${names.join(' ')}\nand start again.`,
    )
  }
  host.say(lack)
  const lock = join(await openCacheFolder(host), 'apt.lock')
  await withLock(lock, () => refreshAndInstall(host, wanted))
}

/** For each package the first name that the system's package lists offer, or its first name when none does. */
export async function availableNames(
  host: Host,
  wanted: readonly PackageNames[],
): Promise<readonly string[]> {
  const { stdout } = await host.run('apt-cache', ['policy', ...wanted.flat()], {
    env: { ...host.env, LC_ALL: 'C' },
  })
  const offered = offeredPackages(stdout)
  return wanted.map((names) => names.find((name) => offered.has(name)) ?? names[0])
}

/** The packages that have a version to install, from the output of `apt-cache policy`. */
export function offeredPackages(policy: string): ReadonlySet<string> {
  const offered = new Set<string>()
  let current = ''
  for (const line of policy.split('\n')) {
    current = /^(\S+):$/.exec(line)?.[1] ?? current
    if (/^\s+Candidate: (?!\(none\))/.test(line)) offered.add(current)
  }
  return offered
}

async function refreshAndInstall(host: Host, wanted: readonly PackageNames[]): Promise<void> {
  const refreshed = await apt(host, ['update'])
  if (refreshed.code !== 0)
    host.say('The package lists could not be refreshed; trying with those that are there.')
  const names = await availableNames(host, wanted)
  const installed = await apt(host, ['install', '-y', '--no-install-recommends', ...names])
  if (installed.code === 0) return
  throw new RuntimeProblem(
    `The packages could not be installed, so Electron cannot run here. apt-get said:
${installed.stderr.trim()}`,
  )
}

async function apt(host: Host, args: readonly string[]): Promise<CommandResult> {
  host.say(`Running apt-get ${args.join(' ')}`)
  // Wait for another apt that runs on the system, and never stop for a question.
  const env = { ...host.env, DEBIAN_FRONTEND: 'noninteractive' }
  return host.run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env })
}
