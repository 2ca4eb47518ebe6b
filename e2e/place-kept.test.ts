import type { Locator } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

test('where the reader stands follows the screen, and reading goes on where the text was left', async ({
  pacta,
}) => {
  let page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  await bench.goTo('art II')
  const where = page.getByRole('navigation', { name: 'Where you are' })
  await expect(where).toContainText('Art II')

  // By the wheel, not by a command: what was stood at is out of sight, and no key may act on it.
  await bench.text.hover()
  await page.mouse.wheel(0, 3000)
  await expect(where).not.toContainText('Art II')
  const stood = (await where.textContent()) ?? '?'
  const heading = bench.inspector.getByRole('heading', { level: 2 })
  await expect.poll(async () => stood.includes((await heading.textContent()) ?? '?')).toBe(true)
  const unit = page.locator('article [data-current]')
  await expect(unit).toBeInViewport()
  await page.keyboard.press('j')
  await expect(where).not.toHaveText(stood)
  await expect(unit).toBeInViewport()

  // A note that is being written stays that of its provision, wherever the text goes.
  await bench.goTo('art IV')
  await page.keyboard.press('b')
  await page.keyboard.press('4')
  await expect(bench.inspector.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await bench.text.hover()
  await page.mouse.wheel(0, 3000)
  await expect(bench.unit('art-4')).not.toBeInViewport()
  await expect(where).toContainText('Art IV')
  await bench.leaveFields()
  await page.mouse.wheel(0, 400)
  await expect(where).not.toContainText('Art IV')
  const left = (await where.textContent()) ?? '?'

  await page.keyboard.press('Control+Shift+b')
  await expect(bench.text).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(where).toHaveText(left)
  await expect(unit).toBeInViewport()

  await pacta.quit()
  page = await pacta.start()
  const again = new WorkbenchPage(page)
  await again.openItem(/Alliance Treaty/)
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toHaveText(left)
})

test('a text that is left at once after a jump stands where the jump led', async ({ pacta }) => {
  let { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await expect(bench.unit('art-1')).toBeVisible()
  /** Types an address; the jump is made by the next key. */
  const aimAt = async (address: string): Promise<void> => {
    await page.keyboard.press('g')
    await page.getByRole('textbox', { name: 'Address' }).fill(address)
  }
  const readingGoesOnAt = async (id: string): Promise<void> => {
    await expect(bench.unit(id)).toBeInViewport()
    await expect.poll(() => distanceFromTop(bench.unit(id))).toBeLessThan(120)
  }

  // For a screen about the library.
  await aimAt('art IV')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+b')
  await expect(bench.text).toHaveCount(0)
  await page.keyboard.press('Escape')
  await readingGoesOnAt('art-4')

  // For another agreement, by a click that has nothing to wait for.
  const other = bench.library.getByRole('button', { name: /Partnership/ }).first()
  await other.hover()
  await aimAt('art II')
  await page.keyboard.press('Enter')
  await page.mouse.down()
  await page.mouse.up()
  await expect(other).toHaveAttribute('aria-current', /./)
  await bench.openItem(/Alliance Treaty/)
  await readingGoesOnAt('art-2')

  // For good.
  await aimAt('art V')
  await page.keyboard.press('Enter')
  await pacta.quit()
  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  await readingGoesOnAt('art-5')
})

/** How far below the upper edge of the text a unit begins. CSS pixels. */
function distanceFromTop(unit: Locator): Promise<number> {
  return unit.evaluate((element) => {
    const edge = element.closest('[data-scroller]')?.getBoundingClientRect().top ?? 0
    return Math.abs(element.getBoundingClientRect().top - edge)
  })
}
