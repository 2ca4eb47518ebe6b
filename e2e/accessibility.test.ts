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
