import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { PactaApp } from '../e2e/pacta-app.ts'
import { WelcomePage } from '../e2e/pages/welcome-page.ts'
import { withPacta } from '../scripts/with-pacta.ts'
import { makeLargeLibrary } from './library.ts'
import { median, table, type Benchmark, type Row } from './table.ts'

const RUNS = 5

/** Opening a large library in the real program: 3,000 agreements with 100,000 annotations. */
export const openingBenchmark: Benchmark = {
  name: 'opening',
  run: async () => {
    const rows: Row[] = []
    await withPacta(async (pacta) => {
      rows.push(...(await measureOpening(pacta)))
    })
    return rows
  },
}

/** The longest agreement of the corpus of real ones: 1 million characters. */
const LONGEST = resolve(import.meta.dirname, '../../shared/corpus/xml-tota/pta_449.xml')

async function measureOpening(pacta: PactaApp): Promise<Row[]> {
  const root = join(await pacta.folder('Libraries'), 'Large')
  await makeLargeLibrary(root)
  await pacta.folder('Libraries')
  const page = await pacta.start()
  await openFromWelcome(pacta, page, root)
  await listed(page)
  await pacta.quit()

  const starts: number[] = []
  const opens: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const { fromProcess, fromCall } = await timeStart(pacta)
    starts.push(fromProcess)
    opens.push(fromCall)
  }
  const rebuilds: number[] = []
  for (let run = 0; run < RUNS; run++) {
    rmSync(join(pacta.home, 'user-data', 'IndexedDB'), { recursive: true, force: true })
    rebuilds.push((await timeStart(pacta)).fromCall)
  }
  const imports = existsSync(LONGEST) ? await timeImports(pacta) : []
  return [
    ...(imports.length > 0
      ? [limit('1 million characters of XML: chosen, until the text is on the screen', median(imports), 1000)]
      : []),
    limit('opening: the program’s call to a list that answers', median(opens), 1500),
    limit('the same from the start of the process', median(starts), 1500),
    limit('building the database anew, beyond an ordinary opening', median(rebuilds) - median(opens), 3000),
  ]
}

/**
 * Starts the program, which opens the library again, until an agreement of the list can be clicked: from the birth of
 * the process, and from when the window asks for the library.
 */
async function timeStart(
  pacta: PactaApp,
): Promise<{ readonly fromProcess: number; readonly fromCall: number }> {
  const page = await pacta.start()
  const { at, asked } = await listed(page)
  const born = await pacta.app.evaluate(() => process.getCreationTime())
  await pacta.quit()
  return { fromProcess: at - (born ?? Number.NaN), fromCall: at - asked }
}

/** Imports the longest agreement again and again, in the large library: from the choice of the file to its text. */
async function timeImports(pacta: PactaApp): Promise<number[]> {
  const page = await pacta.start()
  await listed(page)
  await pacta.chooseInDialog(LONGEST)
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    times.push(
      await page.evaluate(async () => {
        const before = document.querySelector('article')
        const begin = performance.now()
        window.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'i', ctrlKey: true, bubbles: true, cancelable: true }),
        )
        for (;;) {
          await new Promise((resolve) => {
            requestAnimationFrame(resolve)
          })
          const text = document.querySelector('article')
          if (text && text !== before && text.querySelector('[data-start]')) return performance.now() - begin
        }
      }),
    )
  }
  await pacta.quit()
  return times
}

/** When the list stands and a frame has shown it, and when the window began; milliseconds since 1970. */
function listed(page: Page): Promise<{ readonly at: number; readonly asked: number }> {
  return page.evaluate(async () => {
    while (document.querySelectorAll('nav[aria-label="Library"] section:first-child li').length < 20)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
    const drawn = performance.timeOrigin + performance.now()
    // The window's own clock begins when it is loaded, and it asks for the library at once.
    return { at: drawn, asked: performance.timeOrigin }
  })
}

async function openFromWelcome(pacta: PactaApp, page: Page, root: string): Promise<void> {
  await pacta.chooseInDialog(root)
  await new WelcomePage(page).open.click()
}

function limit(what: string, ms: number, most: number): Row {
  return { what, measured: `${ms.toFixed(0)} ms`, against: `limit ${most} ms`, ratio: ms / most }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(table(await openingBenchmark.run()))
}
