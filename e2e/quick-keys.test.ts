import { expect, test } from './fixture.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

test('no key is lost to a panel that is just closing', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  for (let round = 0; round < 5; round++) {
    await bench.goTo('art IV')
    await bench.selectWords('An armed attack upon one Party')
    await page.keyboard.press('/')
    await expect(page.getByPlaceholder('Theme by code or name')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(page.getByPlaceholder('Search or do…')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await expect(page.getByRole('textbox', { name: 'Address' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('a key that judges a provision judges the one that has just been gone to', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(/Partnership Treaty/)
  const level = bench.inspector.getByRole('region', { name: 'Bindingness' })
  for (let round = 0; round < 12; round++) {
    await bench.goTo(`art ${1 + (round % 4)}`)
    await page.keyboard.press('b')
    await page.keyboard.press(String(round % 6))
    await bench.leaveFields()
    await bench.saved()
    await expect(bench.inspector.getByRole('heading', { level: 2 })).toContainText(`Art ${1 + (round % 4)}`)
    await expect(level.getByRole('radio', { checked: true })).toHaveText(String(round % 6))
  }
})
