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
