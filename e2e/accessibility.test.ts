import { join } from 'node:path'
import { findings } from './axe.ts'
import { expect, test } from './fixture.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

for (const appearance of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${appearance}`, async ({ pacta }) => {
    const page = await pacta.start()
    await page.emulateMedia({ colorScheme: appearance, reducedMotion: 'reduce' })
    const welcome = new WelcomePage(page)
    await welcome.create.waitFor()
    expect(await findings(page), 'welcome').toEqual([])

    await welcome.sample.click()
    const bench = new WorkbenchPage(page)
    await bench.openItem(/Alliance Treaty/)
    await expect(bench.unit('art-1')).toBeVisible()
    expect(await findings(page), 'reading room').toEqual([])
    await bench.goTo('art IV')
    await expect(bench.annotations.first()).toBeVisible()
    expect(await findings(page), 'a provision with annotations').toEqual([])
    await bench.selectWords('An armed attack upon one Party')
    expect(await findings(page), 'words selected').toEqual([])
    await page.keyboard.press('/')
    await expect(page.getByPlaceholder('Theme by code or name')).toBeVisible()
    expect(await findings(page), 'choosing a theme').toEqual([])
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await findings(page), 'palette').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('F1')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await findings(page), 'guide').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    await bench.openItem(/One alliance, one partnership/)
    await expect(page.getByRole('textbox', { name: 'Brief', exact: true })).toBeVisible()
    expect(await findings(page), 'brief').toEqual([])
  })
}

test('axe finds nothing in any dialog, note editor or screen', async ({ pacta }) => {
  const page = await pacta.start()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  await expect(bench.unit('art-1')).toBeVisible()
  const dialog = page.getByRole('dialog').and(page.locator(':not([data-message])'))
  const isClean = async (what: string): Promise<void> => {
    expect(await findings(page), what).toEqual([])
  }
  const closes = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }

  await bench.goTo('4(2)')
  await isClean('a paragraph that is pointed out')
  await page.keyboard.press('t')
  await expect(dialog).toBeVisible()
  await isClean('a theme for a provision')
  await closes()
  await page.keyboard.press('?')
  await expect(dialog).toBeVisible()
  await isClean('shortcuts')
  await closes()
  await page.keyboard.press('g')
  await expect(dialog).toBeVisible()
  await isClean('go to')
  await closes()

  await page.keyboard.press('n')
  await expect(bench.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
  await page.keyboard.press('Control+Shift+k')
  await expect(page.getByRole('form', { name: 'Link' })).toBeVisible()
  await isClean('a note that is written, with a link')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await bench.showOnly('SEC')
  await isClean('a theme filter')
  await bench.leaveFields()
  await page.keyboard.press('Shift+F')

  for (const [keys, name] of [
    ['Control+Shift+m', 'Notes'],
    ['Control+Shift+r', 'Review'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('heading', { name: new RegExp(name) }).first()).toBeVisible()
    await isClean(name)
    await page.keyboard.press('Escape')
    await bench.leaveFields()
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+Shift+b')
  await page.getByRole('treeitem', { name: /^SEC\.1 / }).click()
  for (const name of ['Merge…', 'Split…', 'Move…', 'Delete…', 'Versions…']) {
    await page.getByRole('button', { name }).click()
    await expect(dialog).toBeVisible()
    await isClean(name)
    await closes()
  }
  const file = join(await pacta.folder('out'), 'mine.csv')
  await pacta.saveInDialog(file)
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByRole('menuitem', { name: 'Export as CSV…' }).click()
  await expect(bench.toast).toContainText('is written')
  await pacta.chooseInDialog(file)
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByRole('menuitem', { name: 'Import codebook…' }).click()
  await expect(dialog).toBeVisible()
  await isClean('importing a codebook')
  await closes()
})
