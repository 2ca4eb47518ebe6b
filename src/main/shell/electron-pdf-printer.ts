import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import type { Ids } from '#domain/shared/id.ts'
import { countPages } from '../exchange/pdf-pages.ts'
import type { PdfPrinter } from '../shell-services.ts'
import type { PrintJobs } from './print-jobs.ts'
import { printPage } from './print-page.ts'
import { APP_ORIGIN } from './security-policy.ts'

/** Where a script of ours runs in a page whose own scripts are off. */
const OUR_WORLD = 1

/**
 * Waits for the fonts. A page that nobody sees asks for them when it is laid out. Printing lays it out too, but waits for
 * none, and then letters of another font stand for those that have not come.
 */
const FONTS_LOADED = `void document.body.offsetHeight
Promise.allSettled(
  [...document.fonts].filter(({ status }) => status === 'loading').map(({ loaded }) => loaded),
).then(() => true)`

/** Prints in a hidden, sandboxed window in which no script of the page runs. One window per job; it goes with the job. */
export function electronPdfPrinter(rendererRoot: string, jobs: PrintJobs, ids: Ids): PdfPrinter {
  return {
    print: async (job) => {
      const name = ids.next()
      const template = await readFile(join(rendererRoot, 'print', 'print.html'), 'utf8')
      jobs.add(name, { page: printPage(template, job, `/print-job/${name}.css`), style: job.style })
      const window = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
      })
      try {
        await window.loadURL(`${APP_ORIGIN}/print-job/${name}`)
        await window.webContents.executeJavaScriptInIsolatedWorld(OUR_WORLD, [{ code: FONTS_LOADED }])
        const bytes = await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          // An outline is only made for a tagged document.
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        })
        return { bytes, pages: countPages(bytes) }
      } finally {
        window.destroy()
        jobs.remove(name)
      }
    },
  }
}
