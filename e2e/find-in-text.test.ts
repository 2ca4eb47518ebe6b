import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'

test('words are found, marked and counted, and every hit is coded as one step', async ({ pacta }) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await expect(bench.text).toBeVisible()

  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'Find in the text' })
  const field = bar.getByRole('textbox')
  await expect(field).toBeFocused()
  await page.keyboard.type('armed ATTACK')
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/)
  const count = Number((await bar.getByRole('status').textContent())?.split(' ')[2])
  expect(count).toBeGreaterThan(1)
  await expect.poll(() => bench.highlighted('find-current')).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText(`2 of ${count}`)
  await page.keyboard.press('Shift+F3')
  await expect(bar.getByRole('status')).toHaveText(`1 of ${count}`)

  await bar.getByRole('button', { name: 'Match capitals' }).click()
  await expect(bar.getByRole('status')).toHaveText('No hits')
  await bar.getByRole('button', { name: 'Match capitals' }).click()
  await expect(bar.getByRole('status')).toHaveText(/of/)

  await bar.getByRole('button', { name: 'Code every hit…' }).click()
  const hits = page.getByRole('list', { name: 'Hits' })
  await expect(hits.getByRole('checkbox')).toHaveCount(count)
  await hits.getByRole('checkbox').first().uncheck()
  await expect(page.getByRole('dialog')).toHaveCSS('opacity', '1')
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('[role=dialog]')
    .include('search')
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('button', { name: /^Choose a theme for/ }).click()
  await page.getByPlaceholder('Theme by code or name').fill('SEC.2')
  await page.keyboard.press('Enter')
  await expect(bench.toast).toContainText(count === 2 ? '1 place has SEC.2 now' : `${count - 1} places have`)

  await bench.undo()
  await expect(page.getByText('Undone: code hits.').first()).toBeVisible()
  await bench.redo()
  await expect(page.getByText('Redone: code hits.').first()).toBeVisible()

  // With little room the buttons take a line of their own, and all are in sight.
  await pacta.resize(900, 700)
  for (const button of await bar.getByRole('button').all()) await expect(button).toBeInViewport({ ratio: 1 })

  await field.press('Escape')
  await expect(bar).toHaveCount(0)
  expect(await bench.highlighted('find-hit')).toBe(0)
})
