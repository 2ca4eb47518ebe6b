import { readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openCacheFolder } from './cache-folder.ts'
import type { Host } from './host.ts'

/**
 * Answers the question once for the same circumstances and remembers a yes, because asking takes a second. A no is
 * asked again at every start: its reason may be gone (a setting, a full disk), and running without the sandbox
 * must not become a habit.
 *
 * @param circumstances all that the answer depends on
 */
export async function rememberingYes(
  host: Host,
  circumstances: readonly unknown[],
  ask: () => Promise<boolean>,
): Promise<boolean> {
  const file = join(await openCacheFolder(host), 'sandbox-works')
  const question = JSON.stringify(circumstances)
  if ((await readFile(file, 'utf8').catch(() => '')) === question) return true
  if (!(await ask())) return false
  await writeFile(file, question)
  return true
}

/**
 * What Linux allows this process, as far as it decides whether a sandbox can be built: this boot of the kernel, this
 * container, its capabilities and filters. A cache folder may be shared by a machine and its containers, or be
 * part of a container's image, so the kernel's version alone would not do.
 */
export async function confinement(): Promise<readonly string[]> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const limits = status.split('\n').filter((line) => /^(CapBnd|NoNewPrivs|Seccomp|Uid):/.test(line))
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const places = ['mnt', 'user'].map((kind) => readlink(`/proc/self/ns/${kind}`).catch(() => ''))
  return [boot.trim(), ...(await Promise.all(places)), ...limits]
}
