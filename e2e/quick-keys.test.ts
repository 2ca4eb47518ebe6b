import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'

test('no key is lost to a panel that is just closing', async ({ pacta }) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
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
  const { page, bench } = await beginWithSample(pacta, /Partnership Treaty/)
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

  // Escape ends the reason: the next letter is a key again, and not written into it.
  await page.keyboard.press('b')
  await page.keyboard.press('2')
  // It has a reason already: what is typed goes on from there.
  await page.keyboard.type(' It is left to them.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await expect(bench.inspector.getByRole('heading', { level: 2 })).toContainText('Art 3')
  await page.keyboard.press('j')
  await expect(level.getByRole('textbox', { name: 'Reason' })).toHaveValue(
    /each Party\. It is left to them\.$/,
  )
})

test('keys mean the same on keyboards of other scripts, and nothing where something is typed', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art IV')
  const where = page.getByRole('navigation', { name: 'Where you are' })
  // Russian: the key of J writes о, that of K writes л.
  await pressAs(page, 'о', 'KeyJ')
  await expect(where.getByRole('button')).toHaveText([/^Art V/])
  await pressAs(page, 'л', 'KeyK')
  await expect(where.getByRole('button')).toHaveText([/^Art IV/])

  // Persian and French digits.
  await bench.selectWords('The other Party shall begin')
  const before = await bench.annotations.count()
  await pressAs(page, '۱', 'Digit1')
  await expect(bench.annotations).toHaveCount(before + 1)
  await pressAs(page, 'é', 'Digit2')
  await expect(bench.annotations.locator('[data-colour]').first()).toBeVisible()
  const made = bench.annotations.filter({ hasText: '“The other Party shall begin”' })
  await expect(made).toContainText('SEC.1')
  await expect(made).toContainText('SEC.5')

  await pressAs(page, 'п', 'KeyG')
  const address = page.getByRole('textbox', { name: 'Address' })
  await expect(address).toBeVisible()
  await pressAs(page, 'о', 'KeyJ')
  await page.keyboard.press('Escape')
  await expect(where.getByRole('button')).toHaveText([/^Art IV/])
})

test('a key does nothing behind a panel', async ({ pacta }) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art IV')
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Find in the text' }).fill('Party')
  await bench.selectWords('The other Party shall begin')
  const before = await bench.annotations.count()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('Code every hit')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Code every hit' })
  await dialog.getByRole('checkbox').first().focus()
  await page.keyboard.press('1')
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(bench.annotations).toHaveCount(before)
  await page.keyboard.press('1')
  await expect(bench.annotations).toHaveCount(before + 1)
})

/** A key press as a keyboard of another script makes it. */
async function pressAs(page: Page, key: string, code: string): Promise<void> {
  await page.evaluate(
    ([writes, place]) => {
      const event = new KeyboardEvent('keydown', {
        key: writes,
        code: place,
        bubbles: true,
        cancelable: true,
      })
      ;(document.activeElement ?? document.body).dispatchEvent(event)
    },
    [key, code] as const,
  )
}
