import { join } from 'node:path'
import { expect, test } from './fixture.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'
import { readPdf } from './pdf.ts'

const ALLIANCE = 'Ardia–Belmark Alliance Treaty'
const PARTNERSHIP = 'Ardia–Corvania Partnership Treaty'

test('the sample library shows what a finished piece of work looks like, and prints it', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(ALLIANCE)
  await expect(page.getByText(/^15 articles · \d+ coded · \d+ assessed$/)).toBeVisible()
  await bench.goTo('art IV')
  await expect(bench.annotations.filter({ hasText: 'SEC.1' }).first()).toBeVisible()
  await bench.openItem(PARTNERSHIP)
  await expect(page.getByText(/^47 articles · \d+ coded · \d+ assessed$/)).toBeVisible()
  // The record of a real treaty, without its text.
  await bench.openItem('Iran–Russia Treaty 2025')
  await expect(
    page.getByText('The library holds the record of this agreement, without a text.'),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Signed' })).toHaveValue('17 January 2025')

  await bench.openItem(/One alliance, one partnership/)
  await page.getByLabel('Paper').selectOption('Letter')
  await bench.saved()
  const pdf = join(pacta.home, 'sample.pdf')
  await pacta.saveInDialog(pdf)
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(page.getByText(/“sample.pdf” is written: \d pages/)).toBeVisible({ timeout: 30_000 })
  const read = await readPdf(pdf)
  expect(read.size).toEqual([612, 792])
  expect(read.isTagged).toBe(true)
  expect(read.pages).toBeGreaterThan(3)
  expect(read.outline.length).toBeGreaterThan(5)
  for (const [index, words] of read.text.entries()) {
    expect(words).toContain(`Page ${index + 1} of ${read.pages}`)
  }
})

test('works from the keyboard alone', async ({ pacta }) => {
  const page = await pacta.start()
  const welcome = new WelcomePage(page)
  await welcome.sample.focus()
  await page.keyboard.press('Enter')
  const bench = new WorkbenchPage(page)
  await expect(bench.library).toBeVisible()

  // The palette opens an agreement by a part of its name.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('alliance and mutual')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^15 articles/)).toBeVisible()
  // To a provision by typing its address; on to the next and back.
  await bench.goTo('art 6')
  await expect(bench.inspector.getByRole('heading', { name: /^art VI\b/i })).toBeVisible()
  await page.keyboard.press('j')
  await expect(bench.inspector.getByRole('heading', { name: /^art VII\b/i })).toBeVisible()
  await page.keyboard.press('k')
  await expect(bench.inspector.getByRole('heading', { name: /^art VI\b/i })).toBeVisible()
  // Regions fold away and come back.
  await page.keyboard.press('Control+1')
  await expect(bench.library).toBeHidden()
  await page.keyboard.press('Control+1')
  await expect(bench.library).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(bench.inspector).toBeHidden()
  await page.keyboard.press('Control+2')
  await expect(bench.inspector).toBeVisible()
  // The list of shortcuts.
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Next provision')
  await page.keyboard.press('Escape')
})
