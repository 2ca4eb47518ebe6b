import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const AGREEMENT = 'Ardia–Belmark Alliance Treaty'

async function openCodebook(page: Page): Promise<{ tree: Locator; row: (name: RegExp) => Locator }> {
  await new WelcomePage(page).sample.click()
  await page.getByRole('navigation', { name: 'Library' }).waitFor()
  await page.keyboard.press('Control+Shift+b')
  const tree = page.getByRole('tree', { name: 'Themes of the codebook' })
  await expect(tree.getByRole('treeitem')).toHaveCount(79)
  return { tree, row: (name) => tree.getByRole('treeitem', { name }) }
}

test('two themes are merged after a preview, and that is taken back in one step', async ({ pacta }) => {
  const page = await pacta.start()
  const bench = new WorkbenchPage(page)
  const { tree, row } = await openCodebook(page)
  const codings = async (code: string): Promise<number> => {
    const name = await row(new RegExp(`^${code.replace('.', '\\.')} `)).getAttribute('aria-label')
    return Number(/(\d+) codings?$/.exec(name ?? '')?.[1])
  }
  await expect(row(/^SEC\.1 .* [1-9]\d* codings?$/)).toBeVisible()
  const [from, into] = [await codings('SEC.1'), await codings('SEC.2')]

  const target = await labelOf(row(/^SEC\.2 /))
  await row(/^SEC\.1 /).click()
  await page.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Merge SEC\.1/ })
  await dialog.getByRole('combobox', { name: 'Into' }).selectOption({ label: target })
  await expect(dialog.getByRole('status')).toContainText(
    `${from} ${from === 1 ? 'coding' : 'codings'} will have SEC.2 instead.`,
  )
  await expect(dialog.getByRole('list', { name: 'Codings by agreement' })).toContainText('Ardia')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(tree.getByRole('treeitem')).toHaveCount(78)
  await expect(row(/^SEC\.1 /)).toHaveCount(0)
  await expect.poll(() => codings('SEC.2')).toBeGreaterThanOrEqual(Math.max(from, into))

  await bench.toast.getByRole('button', { name: 'Undo' }).click()
  await expect(tree.getByRole('treeitem')).toHaveCount(79)
  await expect.poll(() => codings('SEC.1')).toBe(from)
  await expect.poll(() => codings('SEC.2')).toBe(into)
})

test('a theme is renamed, nested and moved by keyboard', async ({ pacta }) => {
  const page = await pacta.start()
  const bench = new WorkbenchPage(page)
  const { row } = await openCodebook(page)
  await row(/^FRM\.2 /).click()
  await page.keyboard.press('F2')
  await page.keyboard.type('هدف و دامنه')
  await page.keyboard.press('Enter')
  await expect(row(/^FRM\.2 هدف و دامنه/)).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(row(/^FRM\.2 /)).toHaveAttribute('aria-level', '3')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(row(/^FRM\.2 /)).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(row(/^FRM\.2 /)).toHaveAttribute('aria-posinset', '1')
  await bench.undo()
  await expect(row(/^FRM\.2 /)).toHaveAttribute('aria-posinset', '2')
  await bench.saved()
})

test('a codebook goes out as REFI-QDA and comes in again, a bad one is refused', async ({ pacta }) => {
  const page = await pacta.start()
  const bench = new WorkbenchPage(page)
  const { tree } = await openCodebook(page)
  const file = join(await pacta.folder('out'), 'mine.qdc')
  await pacta.saveInDialog(file)
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByRole('menuitem', { name: /REFI-QDA/ }).click()
  await expect(bench.toast).toContainText('“mine.qdc” is written.')
  expect(readFileSync(file, 'utf8')).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Pacta">')

  await pacta.chooseInDialog(file)
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByRole('menuitem', { name: 'Import codebook…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import codebook' })
  await expect(dialog).toContainText('“mine” holds 79 themes.')
  await dialog.getByRole('button', { name: 'Import 79 themes' }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the codebook' })).toHaveValue('mine')
  await expect(tree.getByRole('treeitem')).toHaveCount(79)
  await expect(bench.library.getByRole('button', { name: 'mine', exact: true })).toBeVisible()

  await pacta.chooseInDialog(join(import.meta.dirname, 'codebook.test.ts'))
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByRole('menuitem', { name: 'Import codebook…' }).click()
  await expect(bench.toast.filter({ hasText: 'holds no codebook' })).toBeVisible()
})

test('a suggested theme is accepted by key, another refused, and both can be taken back', async ({
  pacta,
}, info) => {
  const page = await pacta.start()
  const bench = new WorkbenchPage(page)
  await new WelcomePage(page).sample.click()
  await bench.openItem(AGREEMENT)
  await bench.goTo('5')
  const suggestions = bench.inspector.getByRole('region', { name: 'Suggested themes' })
  const first = suggestions.getByRole('button', { name: /^Accept / }).first()
  await expect(first).toBeVisible()
  expect(await problemsIn(page, 'aside')).toEqual([])
  await page.screenshot({ path: info.outputPath('suggestions.png') })
  const code = (await first.getAttribute('aria-label'))?.replace('Accept ', '') ?? ''
  const before = await bench.annotations.count()
  await page.keyboard.press('y')
  await expect(bench.annotations.filter({ hasText: code })).not.toHaveCount(0)
  await expect(suggestions.getByRole('button', { name: `Accept ${code}`, exact: true })).toHaveCount(0)
  await bench.undo()
  await expect(bench.annotations).toHaveCount(before)
  await expect(first).toHaveAccessibleName(`Accept ${code}`)
  await page.keyboard.press('x')
  await expect(suggestions.getByRole('button', { name: `Accept ${code}`, exact: true })).toHaveCount(0)
  await expect(bench.annotations).toHaveCount(before)
  await bench.undo()
  await expect(first).toHaveAccessibleName(`Accept ${code}`)

  // Each of them by one key, in any order: the second is refused, the third accepted, the first still waits.
  const accept = suggestions.getByRole('button', { name: /^Accept / })
  const codes = (await accept.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))).map((label) =>
    label.replace('Accept ', ''),
  )
  expect(codes.length).toBeGreaterThan(2)
  const nth = (n: number): Locator =>
    suggestions.getByRole('button', { name: `Accept ${codes[n]}`, exact: true })
  await page.keyboard.press('Alt+Digit3')
  await expect(bench.annotations.filter({ hasText: codes[2] ?? '' })).not.toHaveCount(0)
  await expect(nth(2)).toHaveCount(0)
  await page.keyboard.press('Alt+Shift+Digit2')
  await expect(nth(1)).toHaveCount(0)
  await expect(bench.annotations).toHaveCount(before + 1)
  await expect(first).toHaveAccessibleName(`Accept ${code}`)
})

test('axe finds nothing on the codebook, and its dialogs open', async ({ pacta }, info) => {
  const page = await pacta.start()
  const { row } = await openCodebook(page)
  await row(/^SEC\.1 /).click()
  for (const [width, height] of [
    [1440, 900],
    [1024, 700],
  ] as const) {
    await pacta.resize(width, height)
    await page.screenshot({ path: info.outputPath(`codebook-${width}.png`) })
    expect(await problemsIn(page, 'main')).toEqual([])
  }
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('light and dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html[data-appearance="dark"]')).toHaveCount(1)
  await page.screenshot({ path: info.outputPath('codebook-dark.png') })
  expect(await problemsIn(page, 'main')).toEqual([])
  await page.getByRole('button', { name: 'Delete…' }).click()
  await expect(page.getByRole('dialog')).toContainText('No annotation is deleted.')
  await page.screenshot({ path: info.outputPath('delete.png') })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Versions…' }).click()
  await page.getByRole('textbox', { name: 'Name of version 1' }).fill('As agreed')
  await page.keyboard.press('Enter')
  await expect(page.getByText('79 themes · version 2')).toBeVisible()
})

/** What axe finds in a region of the window. */
async function problemsIn(page: Page, region: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(region).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
}

async function labelOf(row: Locator): Promise<string> {
  return (await row.getAttribute('aria-label'))?.replace(/, \d+ codings?$/, '') ?? ''
}

test('a theme is split, moved and deleted, each as one step that is taken back', async ({ pacta }) => {
  const page = await pacta.start()
  const bench = new WorkbenchPage(page)
  const { tree, row } = await openCodebook(page)
  await expect(row(/^SEC\.1 .* [1-9]\d* codings?$/)).toBeVisible()
  const undo = bench.toast.getByRole('button', { name: 'Undo' })

  await row(/^SEC\.1 /).click()
  await page.getByRole('button', { name: 'Split…' }).click()
  const split = page.getByRole('dialog', { name: /^Split SEC\.1/ })
  await split.getByRole('textbox', { name: 'Name of the new theme' }).fill('Armed attack')
  const codings = split.getByRole('checkbox')
  await expect(codings.first()).toBeVisible()
  const all = await codings.count()
  // Each says where it stands.
  await expect(split.getByText(/^Ardia–Belmark Alliance Treaty.* art /).first()).toBeVisible()
  await split.getByRole('searchbox', { name: 'Filter the codings' }).fill('armed attack')
  await expect.poll(() => codings.count()).toBeLessThan(all)
  await codings.first().check()
  await expect(split.getByRole('status')).toContainText('1 coding will go to “Armed attack”')
  await split.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(tree.getByRole('treeitem')).toHaveCount(80)
  await expect(row(/Armed attack, 1 coding$/)).toBeVisible()
  await undo.click()
  await expect(tree.getByRole('treeitem')).toHaveCount(79)

  const target = await labelOf(row(/^SEC\.5 /))
  await row(/^SEC\.1 /).click()
  await page.getByRole('button', { name: 'Move…' }).click()
  const move = page.getByRole('dialog', { name: /^Move SEC\.1/ })
  await move.getByRole('combobox', { name: 'To' }).selectOption({ label: target })
  await move.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(row(/^SEC\.1 /)).toHaveAttribute('aria-level', '3')
  await undo.click()
  await expect(row(/^SEC\.1 /)).toHaveAttribute('aria-level', '2')

  await row(/^SEC\.1 /).click()
  await page.getByRole('button', { name: 'Delete…' }).click()
  const remove = page.getByRole('dialog', { name: /^Delete SEC\.1/ })
  await remove.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(tree.getByRole('treeitem')).toHaveCount(78)
  await expect(row(/^SEC\.1 /)).toHaveCount(0)
  await undo.click()
  await expect(row(/^SEC\.1 /)).toBeVisible()
})

test('a version says which themes have changed since, and how', async ({ pacta }) => {
  const page = await pacta.start()
  const { row } = await openCodebook(page)
  await page.getByRole('button', { name: 'Versions…' }).click()
  await page.getByRole('textbox', { name: 'Name of version 1' }).fill('As agreed')
  await page.keyboard.press('Enter')
  await expect(page.getByText('79 themes · version 2')).toBeVisible()
  await row(/^SEC\.1 /).click()
  const definition = page.getByRole('textbox', { name: 'Definition' })
  const before = await definition.inputValue()
  await definition.fill('Help by force of arms when the other is attacked')
  await definition.blur()
  await page.getByRole('button', { name: 'Versions…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Versions of / })
  await dialog.getByText('Since then 0 added, 1 changed, 0 gone').click()
  const changed = dialog.getByRole('region', { name: /^SEC\.1 / })
  await expect(changed.getByRole('deletion')).toHaveText(before)
  await expect(changed.getByRole('insertion')).toHaveText('Help by force of arms when the other is attacked')
})

test('a codebook goes out as CSV and comes in again, a theme is reordered by drag', async ({ pacta }) => {
  const page = await pacta.start()
  const bench = new WorkbenchPage(page)
  const { tree, row } = await openCodebook(page)
  const file = join(await pacta.folder('out'), 'mine.csv')
  await pacta.saveInDialog(file)
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByRole('menuitem', { name: 'Export as CSV…' }).click()
  await expect(bench.toast).toContainText('“mine.csv” is written.')
  expect(readFileSync(file, 'utf8')).toContain('SEC.1')
  await pacta.chooseInDialog(file)
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByRole('menuitem', { name: 'Import codebook…' }).click()
  await page.getByRole('button', { name: 'Import 79 themes' }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the codebook' })).toHaveValue('mine')
  await expect(tree.getByRole('treeitem')).toHaveCount(79)

  await expect(row(/^FRM\.2 /)).toHaveAttribute('aria-posinset', '2')
  await row(/^FRM\.2 /).dragTo(row(/^FRM\.1 /), { targetPosition: { x: 60, y: 2 } })
  await expect(row(/^FRM\.2 /)).toHaveAttribute('aria-posinset', '1')
  await expect(row(/^FRM\.2 /)).toHaveAttribute('aria-level', '2')

  // With two codebooks a theme is chosen by the name of its codebook too.
  await bench.openItem(AGREEMENT)
  await bench.goTo('art IV')
  await page.keyboard.press('t')
  await expect(
    page
      .getByRole('dialog')
      .getByText(/^mine · /)
      .first(),
  ).toBeVisible()
})

test('words become an example of a theme from the annotation itself', async ({ pacta }) => {
  const page = await pacta.start()
  const bench = new WorkbenchPage(page)
  await new WelcomePage(page).sample.click()
  await bench.openItem(AGREEMENT)
  await bench.goTo('art IV')
  await bench.selectWords('The other Party shall begin')
  await bench.tagWith('POL.6')
  const card = bench.annotations.filter({ hasText: 'POL.6' })
  await expect(card).toContainText(/, .*20\d\d · codebook version 1/)
  await card.getByRole('button', { name: 'More about this annotation' }).click()
  await page.getByRole('menuitem', { name: 'Use as example of POL.6' }).click()
  await expect(bench.toast.first()).toContainText('This is an example of POL.6 now.')
  await page.keyboard.press('Control+Shift+b')
  await page.getByRole('treeitem', { name: /^POL\.6 / }).click()
  await expect(page.getByRole('heading', { name: 'Examples (1)' })).toBeVisible()
})
