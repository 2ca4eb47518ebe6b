import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { PactaApp } from '../pacta-app.ts'
import { WelcomePage } from './welcome-page.ts'
import { WorkbenchPage } from './workbench-page.ts'

/** The window, and what is in it. */
export interface Begun {
  readonly page: Page
  readonly bench: WorkbenchPage
}

/** Starts Pacta, makes a library and imports a file: its text is being shown. */
export async function beginWithFile(pacta: PactaApp, file: string): Promise<Begun> {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await pacta.chooseInDialog(file)
  await page.keyboard.press('Control+i')
  return { page, bench: new WorkbenchPage(page) }
}

/** The same with a text of the test's own. */
export function beginWithText(pacta: PactaApp, text: string): Promise<Begun> {
  const file = join(pacta.home, 'treaty.txt')
  writeFileSync(file, text)
  return beginWithFile(pacta, file)
}

/** Starts Pacta with the sample library, and opens one of its agreements or briefs. */
export async function beginWithSample(pacta: PactaApp, name: RegExp): Promise<Begun> {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(name)
  return { page, bench }
}
