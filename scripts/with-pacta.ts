import { PactaApp } from '../e2e/pacta-app.ts'
import { ensureBuilt } from './runtime/build.ts'
import { thisHost } from './runtime/host.ts'
import { withElectron } from './runtime/prepare-electron.ts'
import { RuntimeProblem } from './runtime/problem.ts'
import { ROOT } from './steps.ts'

/** Room for a window of 1440 × 900 with its menu. */
const SCREEN = { width: 1600, height: 1000 }

/**
 * Runs a script over the built application, on a computer of its own that is thrown away afterwards. What this
 * machine lacks is said as a sentence, with exit status 1; a mistake in the script itself is thrown.
 */
export async function withPacta(work: (pacta: PactaApp) => Promise<void>): Promise<void> {
  try {
    const host = thisHost()
    await ensureBuilt(host, ROOT)
    await withElectron({ root: ROOT, display: 'any', screen: SCREEN, host }, async (launch) => {
      const pacta = new PactaApp(launch)
      try {
        await work(pacta)
      } finally {
        await pacta.dispose()
      }
    })
  } catch (error) {
    if (!(error instanceof RuntimeProblem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
