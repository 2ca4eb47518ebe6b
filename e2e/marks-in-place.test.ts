import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'
import type { WorkbenchPage } from './pages/workbench-page.ts'

/** How far from its words a mark may be drawn: what rounding makes of it. CSS pixels. */
const ROUNDING = 2

/** How far the drawn marks that are furthest off stand from the beginning of their words. CSS pixels. */
async function offBy({ page }: WorkbenchPage): Promise<number> {
  return page.evaluate(() => {
    const off = [...document.querySelectorAll('article [data-unit]')].flatMap((unit) => {
      const runs = [...unit.querySelectorAll<HTMLElement>('[data-start]')]
      return [...unit.querySelectorAll('[data-mark]')].flatMap((mark) => {
        const first = Number((mark.getAttribute('data-at') ?? '').split('-')[0])
        const run = runs.find((one) => {
          const from = Number(one.dataset['start'])
          return from <= first && first < from + one.textContent.length
        })
        const words = run?.firstChild
        if (!run || !words) return []
        const range = document.createRange()
        range.setStart(words, first - Number(run.dataset['start']))
        range.setEnd(words, run.textContent.length)
        return [Math.abs(mark.getBoundingClientRect().top - range.getBoundingClientRect().top)].concat(
          // The box of a mark of several lines begins where the leftmost of them does.
          mark.getBoundingClientRect().left - range.getBoundingClientRect().left,
        )
      })
    })
    return Math.max(...off)
  })
}

test('marks stand at their words, also after a screen without the panel on the right', async ({ pacta }) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('4')
  await expect(bench.unit('art-4').locator('[data-mark]').first()).toBeAttached()
  await expect.poll(() => offBy(bench)).toBeLessThan(ROUNDING)

  // A text that has stood still is come back to where it was left.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('left-places'))).toContain('art-4')
  await page.keyboard.press('Control+Shift+m')
  await expect(page.getByRole('region', { name: 'Notes', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Close (Esc)' }).click()
  await expect(bench.unit('art-4')).toBeInViewport()
  await expect.poll(() => offBy(bench)).toBeLessThan(ROUNDING)

  await page.keyboard.press('Control+2')
  await expect(bench.inspector).toHaveCount(0)
  await expect.poll(() => offBy(bench)).toBeLessThan(ROUNDING)
})
