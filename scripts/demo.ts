import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from '@playwright/test'
import type { PactaApp } from '../e2e/pacta-app.ts'
import { BriefPageObject } from '../e2e/pages/brief-page.ts'
import { WelcomePage } from '../e2e/pages/welcome-page.ts'
import { WorkbenchPage } from '../e2e/pages/workbench-page.ts'
import { ROOT } from './steps.ts'
import { withPacta } from './with-pacta.ts'

const folder = join(ROOT, 'demo')
const AGREEMENT = join(ROOT, 'resources', 'samples', 'ardia-belmark-2024.txt')
const PROMISE =
  'An armed attack upon one Party within the treaty area is an attack that the other Party shall help to repel'

/** A picture of the window after each step, numbered. */
function camera(pacta: PactaApp): (step: string) => Promise<void> {
  let count = 0
  return async (step) => {
    const name = `${String(++count).padStart(2, '0')}-${step.replaceAll(/\W+/g, '-').toLowerCase()}.png`
    await pacta.page.screenshot({ path: join(folder, name) })
    console.log(`  ${relative(ROOT, join(folder, name))}`)
  }
}

/** The main job of an analyst, without hands: from a file to a printed brief. */
async function demonstrate(pacta: PactaApp): Promise<void> {
  const page = await pacta.start()
  const take = camera(pacta)
  const bench = new WorkbenchPage(page)
  const welcome = new WelcomePage(page)
  await welcome.create.waitFor()
  await take('start')
  await welcome.createLibrary()

  await pacta.chooseInDialog(AGREEMENT)
  await page.keyboard.press('Control+i')
  await expect(page.getByText('15 articles · 0 coded · 0 assessed')).toBeVisible()
  await take('imported')

  await bench.goTo('art IV')
  await bench.selectWords(PROMISE)
  await take('words selected')
  await page.keyboard.press('1')
  await expect(bench.annotations).toHaveCount(1)
  await page.keyboard.press('n')
  await page.keyboard.type('The promise itself; the means are left to each Party.')
  await bench.leaveFields()
  await take('theme and note')

  await page.keyboard.press('b')
  await page.keyboard.press('4')
  await expect(bench.inspector.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.type('“Shall help to repel”: an obligation, with the means left open.')
  await bench.leaveFields()
  await bench.saved()
  await take('bindingness with its reason')

  await page.keyboard.press('Control+n')
  const brief = new BriefPageObject(page)
  await brief.title.fill('What the alliance of Ardia and Belmark promises')
  await brief.write('# The promise', 'The treaty turns on one sentence.')
  await brief.quote(PROMISE)
  await brief.insertMatrix()
  await bench.saved()
  await take('brief')

  const pdf = join(pacta.home, 'brief.pdf')
  await pacta.saveInDialog(pdf)
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(page.getByText(/“brief.pdf” is written/)).toBeVisible({ timeout: 30_000 })
  await take('exported')
  copyFileSync(pdf, join(folder, 'brief.pdf'))
  console.log(`  ${relative(ROOT, join(folder, 'brief.pdf'))}`)
}

await withPacta(async (pacta) => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  console.log(
    `A sample agreement becomes a brief. Pictures of each step and the brief are written in ${folder}:`,
  )
  await demonstrate(pacta)
})
