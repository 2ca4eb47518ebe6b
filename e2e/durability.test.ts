import { expect, sampleFile, test } from './fixture.ts'
import { BriefPageObject } from './pages/brief-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

/** What the product promises: what was typed this long ago is on the disk. */
const PROMISE_MS = 1000

test('what was typed a second before a kill is there after the next start', async ({ pacta }) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  let bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await expect(bench.unit('art-1')).toBeVisible()

  // A note, a reason and a brief: each is typed and each is the last thing before a kill.
  await bench.selectWords('An armed attack upon one Party')
  await page.keyboard.press('1')
  await expect(bench.annotations).toHaveCount(1)
  await page.keyboard.press('n')
  await expect(bench.inspector.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('The last word of the note is alpha')
  await page.waitForTimeout(PROMISE_MS)
  await pacta.kill()

  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art IV')
  await expect(bench.annotations).toContainText('The last word of the note is alpha')
  await bench.leaveFields()
  await page.keyboard.press('b')
  await page.keyboard.press('5')
  await expect(bench.inspector.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.type('The last word of the reason is beta')
  await page.waitForTimeout(PROMISE_MS)
  await pacta.kill()

  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art IV')
  await expect(bench.inspector.getByRole('textbox', { name: 'Reason' })).toHaveValue(
    'The last word of the reason is beta',
  )
  await bench.leaveFields()
  await page.keyboard.press('Control+n')
  const brief = new BriefPageObject(page)
  await brief.write('A first paragraph.', 'The last word of the brief is gamma')
  await page.waitForTimeout(PROMISE_MS)
  await pacta.kill()

  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await bench.openItem('Untitled brief')
  await expect(new BriefPageObject(page).editor).toContainText('The last word of the brief is gamma')
})

test('what is being typed when the user quits is saved first', async ({ pacta }) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await page.keyboard.press('Control+n')
  await new BriefPageObject(page).write('Typed and quit at once')
  await pacta.quit()

  page = await pacta.start()
  await new WorkbenchPage(page).openItem('Untitled brief')
  await expect(new BriefPageObject(page).editor).toContainText('Typed and quit at once')
})

test('undo goes on where it was before a restart', async ({ pacta }) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  let bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await bench.selectWords('An armed attack upon one Party')
  await page.keyboard.press('1')
  await expect(bench.annotations).toHaveCount(1)
  await pacta.quit()

  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art IV')
  await expect(bench.annotations).toHaveCount(1)
  await bench.undo()
  await expect(bench.annotations).toHaveCount(0)
  await bench.undo()
  await expect(page.getByText('This library is empty.')).toBeVisible()
  await bench.redo()
  await bench.redo()
  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art IV')
  await expect(bench.annotations).toHaveCount(1)
})
