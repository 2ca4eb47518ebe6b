import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, sampleFile, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const FILE = sampleFile('ardia-belmark-2024.txt')
const IMPORTED = '15 articles · 0 coded · 0 assessed'

async function emptyLibrary(pacta: PactaApp): Promise<Page> {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  return page
}

test('the button of the empty library imports a chosen file', async ({ pacta }) => {
  const page = await emptyLibrary(pacta)
  await pacta.chooseInDialog(FILE)
  await page
    .getByRole('main')
    .getByRole('button', { name: /Import/ })
    .first()
    .click()
  await expect(page.getByText(IMPORTED)).toBeVisible()
})

test('the menu imports a chosen file', async ({ pacta }) => {
  const page = await emptyLibrary(pacta)
  await pacta.chooseInDialog(FILE)
  await pacta.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find((item) => item.label === 'File')
    file?.submenu?.items.find((item) => item.label === 'Import agreement…')?.click()
  })
  await expect(page.getByText(IMPORTED)).toBeVisible()
})

test('a file dropped on the window is imported', async ({ pacta }) => {
  const page = await emptyLibrary(pacta)
  const files = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'alliance.txt', { type: 'text/plain' }))
      return data
    },
    readFileSync(FILE, 'utf8'),
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: files })
  await expect(page.getByText('Drop to import')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: files })
  await expect(page.getByText(IMPORTED)).toBeVisible()
  await expect(page.getByText('Drop to import')).toHaveCount(0)
})

test('a text in the clipboard is imported', async ({ pacta }) => {
  const page = await emptyLibrary(pacta)
  await pacta.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), readFileSync(FILE, 'utf8'))
  await page.keyboard.press('Control+Shift+v')
  await expect(page.getByText(IMPORTED)).toBeVisible()
})

test('undo takes an import back, redo brings it again', async ({ pacta }) => {
  const page = await emptyLibrary(pacta)
  const bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(FILE)
  await page.keyboard.press('Control+i')
  await expect(page.getByText(IMPORTED)).toBeVisible()
  await bench.undo()
  await expect(page.getByText('This library is empty.')).toBeVisible()
  await bench.redo()
  await bench.openItem(/Treaty of Alliance/)
  await expect(page.getByText(IMPORTED)).toBeVisible()
})
