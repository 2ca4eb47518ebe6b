import { thisHost } from './runtime/host.ts'
import { ensureBuilt } from './runtime/build.ts'
import { withElectron } from './runtime/prepare-electron.ts'
import { bin, CHECKS, reported, ROOT, runProgram, runSteps, type Step } from './steps.ts'

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
}

/** The real application, driven as a user would. A flaky test counts as failed: it hides a race. */
const endToEnd: Step = {
  name: 'end-to-end tests',
  run: async () => {
    const host = thisHost()
    try {
      await ensureBuilt(host, ROOT)
      // Once, before the workers start: downloads and system packages.
      await withElectron({ root: ROOT, display: 'virtual', host }, () => Promise.resolve())
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1 }
    }
    return reported(
      (report) =>
        runProgram(bin('playwright'), ['test', '--reporter=list,json', ...process.argv.slice(2)], {
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        }),
      (report) => {
        const { stats } = JSON.parse(report) as PlaywrightReport
        return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
      },
    )
  },
}

const onlyEndToEnd = process.env['PACTA_ONLY_E2E'] === '1'
await runSteps(onlyEndToEnd ? [endToEnd] : [...CHECKS, endToEnd])
