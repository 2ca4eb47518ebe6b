import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findings } from './axe.ts'
import { expect, sampleFile, test } from './fixture.ts'
import { beginWithFile } from './pages/beginnings.ts'
import type { PactaApp } from './pacta-app.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

test('a note links to a provision by typing @ and its address, and the link leads there', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithFile(pacta, sampleFile('ardia-belmark-2024.txt'))
  await bench.goTo('art II')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.pressSequentially('Compare @art IV')
  const offered = page.getByRole('listbox', { name: 'Agreements and provisions' })
  await expect(offered.getByRole('option').first()).toContainText('art IV')
  await page.keyboard.press('Enter')
  await note.pressSequentially('and keep @home as typed.')
  await expect(offered).toHaveCount(0)
  await expect(note.getByRole('link')).toHaveText('art IV')
  await bench.saved()

  // In the note as it is read, the link goes there.
  await page.keyboard.press('Control+Shift+m')
  const listed = page.getByRole('list', { name: 'Notes', exact: true })
  await expect(listed).toContainText('Compare art IV and keep @home as typed.')
  await listed.getByRole('button', { name: 'art IV', exact: true }).click()
  await expect(bench.unit('art-4')).toHaveAttribute('data-current', 'true')
})

const PERSIAN = `عهدنامه مودت میان جمهوری آردیا و پادشاهی بلمارک

ماده ۱
دو طرف صلح را پاس می‌دارند.

ماده ۲
دو طرف دربارهٔ تهدیدهای مشترک با یکدیگر مشورت خواهند کرد.
`
const PARTNERSHIP =
  'Treaty of Comprehensive Strategic Partnership between the Republic of Ardia and the Republic of Corvania'

/** A library with the alliance, the partnership and a Persian treaty, at Article II of the alliance. */
async function threeAgreements(pacta: PactaApp): Promise<{ page: Page; bench: WorkbenchPage }> {
  const persian = join(pacta.home, 'persian.txt')
  writeFileSync(persian, PERSIAN)
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  for (const file of [persian, sampleFile('ardia-corvania-2025.txt'), sampleFile('ardia-belmark-2024.txt')]) {
    await pacta.chooseInDialog(file)
    await page.keyboard.press('Control+i')
    await expect(bench.text).toContainText(
      file === persian ? 'تهدیدهای' : file.includes('belmark') ? 'alliance' : 'partnership',
    )
  }
  await bench.goTo('art II')
  return { page, bench }
}

test('a note links to another agreement by its title, with no hand off the keyboard, and says when it is gone', async ({
  pacta,
}) => {
  const { page, bench } = await threeAgreements(pacta)
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  const offered = page.getByRole('listbox', { name: 'Agreements and provisions' }).getByRole('option')

  // A part of the title, then the provision.
  await note.pressSequentially('Compare @compreh')
  await expect(offered).toHaveCount(1)
  await expect(offered.first()).toContainText('Comprehensive Strategic Partnership')
  // Escape leaves the words as they are, and the note as it is: it is still written.
  await page.keyboard.press('Escape')
  await expect(offered).toHaveCount(0)
  await note.pressSequentially('e')
  await expect(offered).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(offered.first()).toContainText('preamble')
  expect(await findings(page)).toEqual([])
  await note.pressSequentially('art 3')
  await expect(offered.first()).toContainText('art 3')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(note.getByRole('link')).toHaveText(`${PARTNERSHIP}, art 3`)

  // All at once, in another script, with its digits.
  await note.pressSequentially('and @مودت، ماده ۲')
  await expect(offered.first()).toContainText('art ۲')
  await page.keyboard.press('Enter')
  await expect(note.getByRole('link').nth(1)).toHaveText(/^عهدنامه مودت .*، art ۲$/)
  await note.pressSequentially('too, but @nowhere, art 5 is')
  await expect(offered).toHaveCount(0)
  await page.keyboard.press('Enter')
  await note.pressSequentially('nothing.')
  await expect(note.locator('p')).toHaveCount(2)
  await bench.saved()

  // Followed from where it is written, and from where it is read.
  await note
    .getByRole('link')
    .nth(1)
    .click({ modifiers: ['Control'] })
  await expect(bench.unit('art-2')).toHaveAttribute('data-current', 'true')
  await expect(bench.unit('art-2')).toContainText('تهدیدهای مشترک')
  await bench.leaveFields()
  await page.keyboard.press('Control+Shift+m')
  const listed = page.getByRole('list', { name: 'Notes', exact: true })
  await listed.getByRole('button', { name: /Partnership.*, art 3$/ }).press('Enter')
  await expect(bench.unit('art-3')).toHaveAttribute('data-current', 'true')
  await expect(bench.text).toContainText('comprehensive strategic partnership')

  // Gone: the note says so where it is read and where it is written.
  await bench.library.getByRole('button', { name: /More about .*Comprehensive/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await bench.saved()
  await page.keyboard.press('Control+Shift+m')
  await expect(listed.getByText('This agreement is not in the library any more.')).toHaveCount(1)
  await expect(listed.getByRole('button', { name: /Partnership.*, art 3/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art II')
  await bench.annotations.first().getByRole('button').first().click()
  await expect(note.getByTitle('This agreement is not in the library any more.')).toHaveText(
    `${PARTNERSHIP}, art 3`,
  )
  await bench.undo()
  await expect(note.getByTitle('This agreement is not in the library any more.')).toHaveCount(0)
})
