import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { PactaApp } from '../e2e/pacta-app.ts'
import { WelcomePage } from '../e2e/pages/welcome-page.ts'
import { WorkbenchPage } from '../e2e/pages/workbench-page.ts'
import { ROOT } from './steps.ts'
import { withPacta } from './with-pacta.ts'

const FOLDER = join(ROOT, 'docs', 'pictures')
const AGREEMENT = 'Ardia–Belmark Alliance Treaty'
const WORDS = 'The other Party shall begin to give that assistance without delay'

/** Writes one picture of the documentation: the window as it is, one pixel of the page for one of the picture. */
async function take(pacta: PactaApp, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`)
  // On the status line the pointer makes nothing light up.
  await pacta.page.mouse.move(720, 890)
  // No blinking caret and no half-run transition in a picture.
  await pacta.page.screenshot({ path, animations: 'disabled', caret: 'hide', scale: 'css' })
  console.log(`  ${relative(ROOT, path)}`)
}

/** Switches the window's appearance as a user does who knows no key for it: by the palette. */
async function switchTo(page: Page, appearance: 'light' | 'dark'): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Switch light and dark')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('data-appearance', appearance)
}

/** Takes the pictures of the documentation over the sample library, in the order in which a user meets them. */
async function takePictures(pacta: PactaApp): Promise<void> {
  const page = await pacta.start()
  await pacta.resize(1440, 900)
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([1440, 900])
  const bench = new WorkbenchPage(page)
  const welcome = new WelcomePage(page)
  await welcome.sample.waitFor()
  await take(pacta, 'start')

  await welcome.sample.click()
  await bench.openItem(AGREEMENT)
  await bench.goTo('art IV')
  await expect(bench.annotations.filter({ hasText: 'SEC.1' }).first()).toBeVisible()
  await bench.saved()
  await take(pacta, 'reading')

  await switchTo(page, 'dark')
  await take(pacta, 'dark')
  await switchTo(page, 'light')

  await bench.selectWords(WORDS)
  await take(pacta, 'selecting')

  await bench.openItem(/One alliance, one partnership/)
  await expect(page.getByRole('figure', { name: 'Quotation' }).first()).toBeVisible()
  await page.getByRole('figure', { name: 'Quotation' }).first().scrollIntoViewIfNeeded()
  // An entry of the list that has the focus shows its menu.
  await bench.leaveFields()
  await take(pacta, 'brief')
}

await withPacta(async (pacta) => {
  mkdirSync(FOLDER, { recursive: true })
  console.log('The pictures of the documentation:')
  await takePictures(pacta)
})
