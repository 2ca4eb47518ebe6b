import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, sampleFile, test } from './fixture.ts'
import { beginWithFile } from './pages/beginnings.ts'
import type { PactaApp } from './pacta-app.ts'
import type { WorkbenchPage } from './pages/workbench-page.ts'
import { readPdf, type ReadPdf } from './pdf.ts'
import { lettersOf, linesFromRight } from './printed-lines.ts'

/** A library with the alliance, and a note begun on one of its provisions. */
async function noteOn(pacta: PactaApp, address: string): Promise<{ page: Page; bench: WorkbenchPage }> {
  const { page, bench } = await beginWithFile(pacta, sampleFile('ardia-belmark-2024.txt'))
  await bench.goTo(address)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
  return { page, bench }
}

/** Gathers every note of the library in a brief, prints it, and opens what comes out; `last` is what was typed last. */
async function printNotes(pacta: PactaApp, page: Page, bench: WorkbenchPage, last: string): Promise<ReadPdf> {
  await bench.leaveFields()
  await bench.saved()
  await page.keyboard.press('Control+Shift+m')
  // The note is gathered as it was saved.
  await expect(page.getByRole('list', { name: 'Notes', exact: true })).toContainText(last)
  await page.getByRole('button', { name: 'Make a brief of these' }).click()
  await expect(page.getByRole('textbox', { name: 'Brief', exact: true })).toBeVisible()
  const file = join(await pacta.folder('out'), 'notes.pdf')
  await pacta.saveInDialog(file)
  await page.keyboard.press('Control+e')
  await expect(bench.toast.filter({ hasText: '“notes.pdf” is written' })).toBeVisible()
  return readPdf(file)
}

test('a note with footnotes, a table and links is printed, all of it', async ({ pacta }) => {
  const { page, bench } = await noteOn(pacta, 'art II')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  const tools = page.getByRole('toolbar', { name: 'Formatting' })
  await tools.getByRole('button', { name: 'Heading', exact: true }).click()
  await page.keyboard.type('Peaceful means')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Only some of them')
  await tools.getByRole('button', { name: 'Footnote' }).click()
  await page.keyboard.type('See Article 33 of the Charter.')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' are named; compare @art IV')
  await expect(page.getByRole('option').first()).toContainText('art IV')
  await page.keyboard.press('Enter')
  await page.keyboard.type('on force.')
  await page.keyboard.press('Enter')
  await tools.getByRole('button', { name: 'Table', exact: true }).click()
  const cells = ['State', 'Means', 'Since', 'Ardia', 'good offices', '1951', 'Belmark', 'arbitration', '1998']
  for (const cell of cells) {
    await page.keyboard.type(cell)
    if (cell !== '1998') await page.keyboard.press('Tab')
  }
  await tools.getByRole('button', { name: 'Footnote' }).click()
  await page.keyboard.type('By the Additional Protocol.')
  await page.keyboard.press('Enter')
  await expect(note.getByRole('link')).toHaveText('art IV')

  const pdf = await printNotes(pacta, page, bench, '1998')
  const words = pdf.text.join(' ')
  expect(pdf.isTagged).toBe(true)
  expect(pdf.outline).toContain('Peaceful means')
  expect(words).toContain('Only some of them2 are named; compare art IV on force.')
  // Cell by cell, in their order; the footnote of the last one stands behind it.
  expect(words).toContain(`${cells.join(' ')}3`)
  // The first note of the page is the citation of the words that the note is about.
  const notes = words.slice(words.lastIndexOf('Notes'))
  expect(notes).toMatch(
    /1\..*art II\..*2\..*See Article 33 of the Charter\..*3\..*By the Additional Protocol\./,
  )
})

test('a note from right to left is printed as it is read', async ({ pacta }) => {
  const { page, bench } = await noteOn(pacta, 'art II')
  const tools = page.getByRole('toolbar', { name: 'Formatting' })
  await page.keyboard.insertText('دو طرف اختلاف‌ها را با صلح حل می‌کنند')
  await tools.getByRole('button', { name: 'Footnote' }).click()
  await page.keyboard.insertText('مادهٔ ۳۳ منشور را ببینید')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await tools.getByRole('button', { name: 'Table', exact: true }).click()
  for (const cell of ['کشور', 'سال', 'شیوه', 'آردیا', '۱۳۳۰', 'داوری']) {
    await page.keyboard.insertText(cell)
    await page.keyboard.press('Tab')
  }
  const pdf = await printNotes(pacta, page, bench, 'داوری')
  await expect(page.getByRole('table').first()).toHaveCSS('direction', 'rtl')
  const lines = linesFromRight(pdf.pieces[0] ?? [])
  const [width] = pdf.size

  // The first column stands on the right, and a number under its heading.
  const head = lines.find(({ text }) => text === 'کشورسالشیوه')
  const row = lines.find(({ text }) => text === 'آردیا۱۳۳۰داوری')
  expect(head?.start).toBeGreaterThan(width * 0.8)
  const year = row?.pieces.find(({ text }) => text === '۱۳۳۰')
  const heading = head?.pieces.find(({ text }) => lettersOf(text).startsWith('س'))
  expect(Math.abs((year?.x ?? 0) - (heading?.x ?? 0))).toBeLessThan(20)

  const said = lines.find(({ text }) => text === lettersOf('دو طرف اختلاف‌ها را با صلح حل می‌کنند2'))
  expect(said?.start).toBeGreaterThan(width * 0.8)
  expect(pdf.fonts.map(({ name }) => name).join()).toContain('Amiri')
  expect(pdf.fonts.filter((font) => !font.embedded || font.type3)).toEqual([])
  // The note is on the page, after its number, which stands on the right.
  const noted = lines.find(({ text }) => text.includes(lettersOf('مادهٔ ۳۳ منشور را ببینید')))
  expect(noted?.start).toBeGreaterThan(width * 0.8)
})
