import { expect, test } from './fixture.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

test('one theme is looked at, in the text, in the list and in the outline; the others come back', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  await bench.goTo('art IV')
  await bench.selectWords('The other Party shall begin')
  await bench.tagWith('POL.6')
  await expect(bench.annotations.filter({ hasText: 'POL.6' })).toHaveCount(1)
  const count = await bench.annotations.count()
  expect(count).toBeGreaterThan(1)
  const marks = bench.outline.getByRole('button', { name: /Mutual defence/ }).getByRole('img')
  await expect(marks).toHaveAccessibleName(/political.*|.*political/)
  await expect(marks).toHaveAccessibleName(/security/)

  await bench.leaveFields()
  await page.keyboard.press('f')
  await page.getByPlaceholder('Theme by code or name').fill('POL.6')
  await page.keyboard.press('Enter')
  await expect(bench.annotations).toHaveCount(1)
  await expect(bench.inspector).toContainText(`${count - 1} annotations are hidden`)
  await expect(marks).toHaveAccessibleName('Themes: political')
  expect(await bench.marked('theme-security')).toEqual([])
  expect(await bench.marked('theme-political')).not.toEqual([])

  // In grey the others stay to be seen, without their colour.
  const shown = page.getByRole('group', { name: 'Themes shown' })
  await shown.getByRole('button', { name: 'Others in grey' }).click()
  expect(await bench.marked('theme-security')).toEqual([])
  await expect.poll(() => bench.marked('note-only')).not.toEqual([])

  await bench.leaveFields()
  await page.keyboard.press('Shift+F')
  await expect(bench.annotations).toHaveCount(count)
  await expect.poll(() => bench.marked('theme-security')).not.toEqual([])
})

test('where the reader stands is said above the text and to screen readers, and leads back', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  await bench.goTo('art IV')
  const where = page.getByRole('navigation', { name: 'Where you are' })
  await expect(where.getByRole('button')).toHaveText([/^Art IV/])
  await page.keyboard.press('j')
  await expect(where.getByRole('button')).toHaveText([/^Art V/])
  await expect(page.getByRole('status', { name: 'What was done' })).toContainText(/^art V, \d annotations?: /)
  await expect(bench.unit('art-4')).toHaveAccessibleName(/art IV, \d annotations?: .*bindingness 5/)

  // The words that cause a suggestion are shown in the text.
  await bench.goTo('art IV')
  const suggestion = page.getByRole('region', { name: 'Suggested themes' }).getByRole('listitem').first()
  await suggestion.hover()
  await expect.poll(() => bench.highlighted('pointed-at')).toBeGreaterThan(0)
  await bench.inspector.getByRole('heading').first().hover()
  await expect.poll(() => bench.highlighted('pointed-at')).toBe(0)
})

test('letters, lines and keys are as the reader wants them, also after a restart', async ({ pacta }) => {
  let page = await pacta.start()
  await new WelcomePage(page).sample.click()
  let bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  const size = (): Promise<number> =>
    bench.unit('art-1').evaluate((unit) => Number.parseFloat(getComputedStyle(unit).fontSize))
  const usual = await size()
  await page.keyboard.press('Control+]')
  await page.keyboard.press('Control+]')
  await expect.poll(size).toBeCloseTo(usual * 1.2, 1)

  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('keys without Ctrl')
  await page.keyboard.press('Enter')
  await expect(bench.toast.first()).toContainText('Only keys with Ctrl work now.')
  await page.keyboard.press('g')
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveCount(0)

  await bench.saved()
  await pacta.quit()
  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  await expect.poll(size).toBeCloseTo(usual * 1.2, 1)
  await page.keyboard.press('g')
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('keys without Ctrl')
  await page.keyboard.press('Enter')
  await expect(bench.toast.first()).toContainText('Keys without Ctrl work again.')
  await page.keyboard.press('g')
  await expect(page.getByRole('textbox', { name: 'Address' })).toBeVisible()
})

test('provisions picked in the outline are coded as one step, by mouse and by key', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  const entry = (name: RegExp): ReturnType<typeof bench.outline.getByRole> =>
    bench.outline.getByRole('button', { name })
  await entry(/Peaceful conduct/).click()
  await entry(/Limits of the obligation/).click({ modifiers: ['Shift'] })
  await expect(bench.outline).toContainText('4 provisions are picked')
  await entry(/Consultation/).click({ modifiers: ['Control'] })
  await expect(bench.outline).toContainText('3 provisions are picked')
  await bench.leaveFields()
  await bench.tagWith('ENV.1')
  await expect(bench.toast.first()).toContainText('3 places have ENV.1 now.')
  await bench.goTo('art V')
  await expect(bench.annotations.filter({ hasText: 'ENV.1' })).toHaveCount(1)
  await bench.goTo('art III')
  await expect(bench.annotations.filter({ hasText: 'ENV.1' })).toHaveCount(0)
  await bench.undo()
  await bench.goTo('art V')
  await expect(bench.annotations.filter({ hasText: 'ENV.1' })).toHaveCount(0)

  // By key: from the entry that has the focus, two more.
  await entry(/Peaceful conduct/).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bench.outline).toContainText('3 provisions are picked')
  await page.keyboard.press('Escape')
  await expect(bench.outline).not.toContainText('picked')
})
