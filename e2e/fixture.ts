import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { test as base } from '@playwright/test'
import type { ElectronLaunch } from '../scripts/runtime/electron-launch.ts'
import { thisHost } from '../scripts/runtime/host.ts'
import { prepareElectron } from '../scripts/runtime/prepare-electron.ts'
import { PactaApp } from './pacta-app.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** A test with a computer of its own; it fails when the window's console reports an error. */
export const test = base.extend<{ pacta: PactaApp }, { launch: ElectronLaunch }>({
  launch: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
    async ({}, use) => {
      const host = { ...thisHost(), say: () => undefined }
      const launch = await prepareElectron({
        root: ROOT,
        display: 'virtual',
        screen: { width: 1600, height: 1000 },
        host,
      })
      await use(launch)
      await launch.dispose()
    },
    { scope: 'worker' },
  ],
  pacta: async ({ launch }, use, info) => {
    const pacta = new PactaApp(launch)
    await use(pacta)
    if (info.status !== 'passed' && info.status !== 'skipped') {
      await pacta.page.screenshot({ path: info.outputPath('window.png') }).catch(() => undefined)
    }
    const problems = [...pacta.problems]
    await pacta.dispose()
    base.expect(problems, 'the console of the window').toEqual([])
  },
})

export { expect } from '@playwright/test'

/** A file of the shared corpus of real agreements, or nothing where the corpus is not at hand. */
export function corpusFile(name: string): string | undefined {
  const path = resolve(ROOT, '..', 'shared', 'corpus', name)
  return existsSync(path) ? path : undefined
}

/** A text of the bundled sample. */
export function sampleFile(name: string): string {
  return resolve(ROOT, 'resources', 'samples', name)
}
