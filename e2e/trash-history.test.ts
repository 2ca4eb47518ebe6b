import { expect, sampleFile, test } from './fixture.ts'
import { LookBackPage } from './pages/look-back-page.ts'
import { BriefPageObject } from './pages/brief-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

test('story A8: what is deleted is in the trash, across restarts, and comes back by keyboard', async ({
  pacta,
}) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  let bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await bench.selectWords('An armed attack upon one Party')
  await page.keyboard.press('1')
  await expect(bench.annotations).toHaveCount(1)
  await bench.inspector.getByRole('button', { name: 'Delete annotation' }).click()
  await expect(bench.toast.getByText('Annotation deleted.')).toBeVisible()
  await bench.library.getByRole('button', { name: /More about .*Alliance/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(bench.toast.getByText('Agreement deleted.')).toBeVisible()
  await bench.saved()
  await pacta.quit()

  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await expect(bench.library).toBeVisible()
  const trash = await new LookBackPage(page).open('Trash', 'Trash')
  const items = trash.getByRole('list', { name: 'Trash' }).getByRole('listitem')
  await expect(items).toHaveCount(2)
  await expect(items.filter({ hasText: 'Annotation' })).toContainText('art IV')
  await new LookBackPage(page).isAccessible()

  await trash.getByRole('checkbox', { name: 'All', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(trash.getByRole('button', { name: 'Restore 2' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(trash.getByText('The trash is empty.')).toBeVisible()
  await page.keyboard.press('Escape')
  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art IV')
  await expect(bench.annotations).toHaveCount(1)
})

test('every past state of a brief is there, also from before a kill, and can be had again', async ({
  pacta,
}) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await page.keyboard.press('Control+n')
  await new BriefPageObject(page).write('The first thought.')
  await new WorkbenchPage(page).saved()
  await page.waitForTimeout(1000)
  await pacta.kill()

  page = await pacta.start()
  const bench = new WorkbenchPage(page)
  await bench.openItem('Untitled brief')
  const brief = new BriefPageObject(page)
  await expect(brief.editor).toContainText('The first thought.')
  await brief.editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Something else altogether.')
  await bench.leaveFields()
  await expect(brief.editor).not.toContainText('The first thought.')

  const history = await new LookBackPage(page).open('History', 'History')
  const states = history.getByRole('list', { name: 'Past states' }).getByRole('button')
  await expect(states).toHaveCount(3)
  await expect(states.first()).toContainText('as it is now')
  await states.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(history.getByRole('article')).toContainText('The first thought.')
  await new LookBackPage(page).isAccessible()
  await history.getByRole('button', { name: 'Restore this state' }).click()
  await expect(states).toHaveCount(4)
  await page.keyboard.press('Escape')
  await expect(brief.editor).toContainText('The first thought.')
  await bench.undo()
  await expect(brief.editor).toContainText('Something else altogether.')
})

test('the past states of a theme are there, and closing them comes back to the codebook', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  await page.keyboard.press('Control+Shift+b')
  const tree = page.getByRole('tree', { name: 'Themes of the codebook' })
  await tree.getByRole('treeitem', { name: /^SEC\.1 / }).click()
  const theme = page.getByRole('region', { name: 'Theme SEC.1' })
  const definition = theme.getByRole('textbox', { name: 'Definition' })
  const before = await definition.inputValue()
  await definition.fill('Something else altogether.')
  await bench.leaveFields()
  await bench.saved()

  await theme.getByRole('button', { name: 'History' }).click()
  const history = page.getByRole('region', { name: 'History', exact: true })
  const states = history.getByRole('list', { name: 'Past states' }).getByRole('button')
  await expect(states).toHaveCount(2)
  await states.nth(1).click()
  await expect(history.getByRole('article')).toContainText(before)
  await history.getByRole('button', { name: 'Restore this state' }).click()
  await expect(states).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(definition).toHaveValue(before)

  await page.getByRole('button', { name: 'History of the codebook' }).click()
  await expect(history).toContainText('Version')
  await page.keyboard.press('Escape')
  await expect(tree).toBeVisible()
})

test('what is typed into a record is there after a kill, as one step for undo', async ({ pacta }) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  await title.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Alliance of Port Arden, as it is called', { delay: 40 })
  // The promise is a second.
  await page.waitForTimeout(1000)
  await pacta.kill()

  page = await pacta.start()
  const bench = new WorkbenchPage(page)
  await bench.openItem('Alliance of Port Arden, as it is called')
  await bench.undo()
  await expect(bench.library.getByRole('button', { name: /^Treaty of Alliance/ })).toBeVisible()
})
