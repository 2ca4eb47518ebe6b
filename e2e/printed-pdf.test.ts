import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const ENGLISH =
  'The Parties shall consult each other on all matters of common interest, and shall meet once a year in the capital of each of them. '
const ARABIC = 'تتشاور الحكومتان في جميع المسائل ذات الاهتمام المشترك، وتجتمعان مرة واحدة كل سنة. '

/** Prints a page as a browser does, with a running head and page numbers, and imports what comes out. */
async function importPrinted(
  pacta: PactaApp,
  bench: WorkbenchPage,
  name: string,
  body: string,
): Promise<void> {
  const address = `data:text/html;charset=utf-8,${encodeURIComponent(body)}`
  const printed = await pacta.app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false })
    // The network is closed, and this is no page of ours: it is loaded all the same, and says that it was refused.
    await window.loadURL(url).catch(() => undefined)
    const pdf = await window.webContents.printToPDF({
      displayHeaderFooter: true,
      headerTemplate: '<span style="font-size: 9px; margin-left: 40px">Treaty Series of Ardia</span>',
      footerTemplate: '<span style="font-size: 9px; margin-left: 300px" class="pageNumber"></span>',
    })
    window.destroy()
    return pdf.toString('base64')
  }, address)
  const path = join(pacta.home, name)
  writeFileSync(path, Buffer.from(printed, 'base64'))
  await pacta.chooseInDialog(path)
  await bench.page.keyboard.press('Control+i')
  await expect(bench.inspector.getByText(name)).toBeVisible()
}

test('a PDF that a browser has printed is read: two columns close together, and from right to left', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  const article = (n: number): string => `<h2>Article ${n}</h2><p>${ENGLISH.repeat(8)}</p>`
  await importPrinted(
    pacta,
    bench,
    'columns.pdf',
    `<html lang="en"><body style="columns: 2; text-align: justify">${[1, 2, 3, 4].map(article).join('')}</body></html>`,
  )
  await expect(page.locator('footer')).toContainText('4 articles')
  await expect(bench.unit('art-2')).toContainText(ENGLISH.repeat(8).trim())
  await importPrinted(
    pacta,
    bench,
    'arabic.pdf',
    `<html lang="ar" dir="rtl"><body><h1>معاهدة صداقة</h1><h2>المادة 1</h2><p>${ARABIC.repeat(3)}</p><h2>المادة 2</h2><p>(أ) النقطة الأولى؛</p><p>(ب) النقطة الثانية.</p></body></html>`,
  )
  await expect(bench.unit('art-1')).toContainText(ARABIC.repeat(3).trim())
  await expect(bench.unit('art-2')).toContainText('النقطة الأولى')
})
