import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

test('one theme is looked at, in the text, in the list and in the outline; the others come back', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art IV')
  await bench.selectWords('The other Party shall begin')
  await bench.tagWith('POL.6')
  await expect(bench.annotations.filter({ hasText: 'POL.6' })).toHaveCount(1)
  const count = await bench.annotations.count()
  expect(count).toBeGreaterThan(1)
  const marks = bench.outline
    .getByRole('button', { name: /Mutual defence/ })
    .getByRole('img', { name: /Themes/ })
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
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
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

  // The lines longer and shorter.
  const width = (): Promise<number> =>
    bench
      .unit('art-1')
      .locator('[data-provision]')
      .first()
      .evaluate((block) => block.clientWidth)
  const narrow = await width()
  const run = async (what: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search or do…').fill(what)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await run('Shorter lines')
  await run('Shorter lines')
  await expect.poll(width).toBeLessThan(narrow)
  await run('Longer lines')
  await run('Longer lines')
  await expect.poll(width).toBe(narrow)

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
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
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
  // Its own Undo would now take back what came before.
  await expect(bench.toast.filter({ hasText: 'places have' })).toHaveCount(0)
  await bench.goTo('art V')
  await expect(bench.annotations.filter({ hasText: 'ENV.1' })).toHaveCount(0)

  // Who has gone elsewhere has left them.
  await entry(/Peaceful conduct/).click()
  await entry(/Consultation/).click({ modifiers: ['Shift'] })
  await expect(bench.outline).toContainText('provisions are picked')
  await bench.goTo('art VII')
  await expect(bench.outline).not.toContainText('picked')
  await page.keyboard.press('1')
  await expect(bench.toast.first()).toContainText('Select words first.')

  // By key: from the entry that has the focus, two more.
  await entry(/Peaceful conduct/).click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bench.outline).toContainText('3 provisions are picked')
  await page.keyboard.press('Escape')
  await expect(bench.outline).not.toContainText('picked')
})

test('what the theme filter hides is said, counts as coded all the same, and a family has its themes with it', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art IV')
  const summary = (await bench.unit('art-4').getAttribute('aria-label')) ?? ''
  await expect(bench.annotations.first()).toBeVisible()
  const count = await bench.annotations.count()
  await bench.showOnly('POL.6')
  await expect(bench.annotations).toHaveCount(0)
  // What is read out is what is there, not what is shown.
  await expect(bench.unit('art-4')).toHaveAttribute('aria-label', summary)

  await bench.selectWords('The other Party shall begin')
  await bench.tagWith('SEC.5')
  await expect(bench.said).toHaveText('SEC.5 given to “The other Party shall begin”')
  await expect(bench.toast.first()).toContainText('Coded SEC.5. The filter hides it.')
  await expect(bench.annotations).toHaveCount(0)
  await bench.toast.getByRole('button', { name: 'Show' }).click()
  await expect(bench.annotations.filter({ hasText: 'The other Party shall begin' })).toHaveCount(1)
  await bench.leaveFields()
  await page.keyboard.press('Shift+F')
  await expect(bench.annotations).toHaveCount(count + 1)

  // A family, which is given to no words itself.
  await bench.showOnly('SEC')
  await expect(page.getByRole('group', { name: 'Themes shown' })).toContainText('SEC')
  await expect(bench.annotations.filter({ hasText: 'SEC.5' })).not.toHaveCount(0)
  await expect(bench.annotations.filter({ hasText: 'The other Party shall begin' })).toHaveCount(1)

  // Nothing of art IV is shown; it is coded, and no step to what is not coded ends there.
  await bench.leaveFields()
  await page.keyboard.press('Shift+F')
  await bench.showOnly('ENV.1')
  await bench.goTo('art III')
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('u')
    await expect(bench.said).toContainText('not coded')
    await expect(bench.said).not.toContainText('art IV,')
  }
})

test('an address leads to the paragraph itself, in digits of any script', async ({ pacta }) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  const where = page.getByRole('navigation', { name: 'Where you are' })
  for (const address of ['4(2)', '۴(۲)', 'IV (2)']) {
    await bench.goTo('art I')
    await bench.goTo(address)
    await expect(bench.unit('art-4').locator('[data-pointed]')).toHaveCount(1)
    await expect(bench.unit('art-4').locator('[data-pointed]')).toBeInViewport()
    await expect(where.getByRole('button')).toHaveText([/^Art IV/, 'Art IV(2)'])
    await expect(bench.said).toHaveText('art IV(2)')
  }

  // A note and a theme go to it as a whole, without a mouse.
  await page.keyboard.press('t')
  const scope = page.getByRole('group', { name: 'For the whole of' })
  await expect(scope.getByRole('radio', { name: 'art IV(2)' })).toBeChecked()
  await page.getByPlaceholder('Theme by code or name').fill('POL.6')
  await page.keyboard.press('Enter')
  await expect(bench.annotations.filter({ hasText: 'Whole art IV(2)' })).toContainText('POL.6')
  await expect(bench.said).toHaveText('POL.6 given to art IV(2)')

  await where.getByRole('button', { name: 'Art IV', exact: false }).first().click()
  await expect(bench.unit('art-4').locator('[data-pointed]')).toHaveCount(0)
  await expect(where.getByRole('button')).toHaveCount(1)
})

test('the outline says what is marked and what has been read, also after a restart', async ({ pacta }) => {
  let page = await pacta.start()
  await new WelcomePage(page).sample.click()
  let bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  const entry = (name: RegExp): ReturnType<typeof bench.outline.getByRole> =>
    bench.outline.getByRole('button', { name })
  const isRead = (name: RegExp): ReturnType<typeof bench.outline.getByRole> =>
    entry(name).getByRole('img', { name: 'Read' })
  await expect(entry(/Mutual defence/)).toHaveAccessibleName(/\d+ annotations/)

  // What stays on the screen for as long as a quick reader takes has been read.
  await bench.goTo('art I')
  await expect(isRead(/^I\b/)).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('footer')).toContainText(/· \d+ read$/)

  // By key, and back.
  await bench.goTo('art XII')
  await page.keyboard.press('m')
  await expect(bench.said).toHaveText('art XII read')
  await expect(isRead(/^XII\b/)).toBeVisible()
  await page.keyboard.press('m')
  await expect(bench.said).toHaveText('art XII not read')
  await expect(isRead(/^XII\b/)).toHaveCount(0)
  await page.keyboard.press('m')
  await expect(isRead(/^XII\b/)).toBeVisible()

  await bench.saved()
  await pacta.quit()
  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
  await expect(isRead(/^XII\b/)).toBeVisible()
})

test('stripes have a lane for each theme, lead to their annotation and say their theme; the strip leads into the text', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art IV')
  await bench.selectWords('The other Party shall begin')
  await bench.tagWith('ENE.1')
  await bench.selectWords('without delay')
  await bench.tagWith('ENE.1')
  const stripes = bench.unit('art-4').locator('[data-signed]').filter({ hasText: 'ENE.1' })
  await expect(stripes).toHaveCount(2)
  const lefts = await stripes.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left))
  expect(new Set(lefts).size).toBe(1)

  await stripes.first().click()
  await expect(
    bench.annotations.filter({ hasText: 'ENE.1' }).and(page.locator('[data-selected]')),
  ).toHaveCount(1)

  const strip = page.locator('[data-strip]')
  const box = await strip.boundingBox()
  await strip.click({ position: { x: 5, y: (box?.height ?? 0) - 4 } })
  await expect(bench.unit('signatures').or(bench.unit('closing')).first()).toBeInViewport()
})
