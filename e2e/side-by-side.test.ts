import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { findings } from './axe.ts'
import { expect, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const NAMES = [
  'Object',
  'Peaceful conduct',
  'Consultation',
  'Trade in goods',
  'Transit',
  'Harbours',
  'Fisheries',
  'Pilots',
  'Rescue at sea',
  'Customs',
  'Joint Council',
  'Settlement of disputes',
  'Amendment',
  'Entry into force',
]

function treaty(title: string, names: readonly string[]): string {
  const articles = names.map((name, i) => {
    const sentence = `In the matter of ${name.toLowerCase()} the Parties shall act together and in good faith, each within its own law. `
    return `Article ${i + 1}\n${name}\n\n${sentence.repeat(8)}\n`
  })
  const parties = 'The Republic of Ardia and the Kingdom of Belmark,\n\nHave agreed as follows:\n'
  return [`${title}\n`, parties, ...articles].join('\n')
}

/** Two treaties: the second has three articles more at its head, and so other numbers for the same names. */
async function twoTreaties(
  pacta: PactaApp,
): Promise<{ page: Page; bench: WorkbenchPage; left: Locator; right: Locator }> {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  const folder = await pacta.folder('files')
  const files = [
    ['old', treaty('TREATY OF HALLMERE', NAMES)],
    ['new', treaty('TREATY OF PORT ARDEN', ['Terms used', 'Scope', 'Principles', ...NAMES])],
  ] as const
  for (const [name, words] of files) {
    const file = join(folder, `${name}.txt`)
    writeFileSync(file, words)
    await pacta.chooseInDialog(file)
    await page.keyboard.press('Control+i')
    await expect(bench.text).toContainText(words.slice(0, 12))
  }
  await bench.openItem(/Hallmere/i)
  await expect(bench.text).toContainText('HALLMERE')
  await page.keyboard.press('Control+\\')
  await page.getByPlaceholder('Agreement, language or version').fill('arden')
  await page.keyboard.press('Enter')
  const left = page.getByRole('region', { name: /Hallmere/i })
  const right = page.getByRole('region', { name: /Port Arden/i })
  await expect(left.locator('article')).toBeVisible()
  await expect(right.locator('article')).toBeVisible()
  return { page, bench, left, right }
}

const top = (pane: Locator, id: string): Promise<number | undefined> =>
  pane.locator(`[data-unit="${id}"]`).evaluateAll(([unit]) => unit?.getBoundingClientRect().top)

test('two agreements are read beside each other, and scroll to provisions of the same name', async ({
  pacta,
}) => {
  const { page, bench, left, right } = await twoTreaties(pacta)
  await bench.leaveFields()
  await page.keyboard.press('g')
  await page.getByRole('textbox', { name: 'Address' }).fill('12')
  await page.keyboard.press('Enter')
  // Article 15 there has the name that Article 12 has here; both stand at the same height, and both are marked.
  await expect(left.locator('[data-current]')).toContainText('Settlement of disputes')
  await expect(right.locator('[data-current]')).toContainText('Settlement of disputes')
  await expect
    .poll(async () => Math.abs(((await top(left, 'art-12')) ?? 0) - ((await top(right, 'art-15')) ?? 999)))
    .toBeLessThan(2)

  // Either of them moves the other, without being gone to.
  await right.hover()
  await page.mouse.wheel(0, -4000)
  const gap = async (): Promise<number> =>
    Math.abs(((await top(left, 'art-4')) ?? 0) - ((await top(right, 'art-7')) ?? 999))
  await expect.poll(gap).toBeLessThan(2)
  await expect(left).toHaveAttribute('data-worked-on')

  await page.getByRole('checkbox', { name: 'Scroll together' }).uncheck()
  const stays = await left.locator('[data-scroller]').evaluate((scroller) => scroller.scrollTop)
  await right.hover()
  await page.mouse.wheel(0, 900)
  await expect.poll(gap).toBeGreaterThan(300)
  expect(await left.locator('[data-scroller]').evaluate((scroller) => scroller.scrollTop)).toBe(stays)
  expect(await findings(page)).toEqual([])
})

test('keys and marks go to the text that was clicked, or gone to by key', async ({ pacta }) => {
  const { page, bench, left, right } = await twoTreaties(pacta)
  await bench.leaveFields()
  await page.keyboard.press('F6')
  await expect(right).toHaveAttribute('data-worked-on')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press(']')
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(bench.annotations).toHaveCount(1)
  await bench.saved()

  await left.locator('[data-unit="art-1"] [data-start]').last().click()
  await expect(left).toHaveAttribute('data-worked-on')
  await expect(right).not.toHaveAttribute('data-worked-on')
  await expect(bench.annotations).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('Object')

  await page.getByRole('button', { name: /^Close .*Hallmere/i }).click()
  await expect(page.locator('article')).toHaveCount(1)
  // Only the other treaty has it; what is far from the screen is not drawn.
  await bench.scrollTo('In the matter of scope')
})

test('two languages of one agreement are read beside each other, article by article', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  const file = join(await pacta.folder('files'), 'peace.json')
  const articles = Array.from({ length: 30 }, (_, i) => ({
    article: String(i + 1),
    content_en: `The Parties shall keep the peace of harbour number ${i + 1}. `.repeat(12),
    content_zh: `双方应维护第${i + 1}港口的和平。`.repeat(12),
  }))
  writeFileSync(file, JSON.stringify({ treaty_en: 'Treaty of Peace', treaty_zh: '和平条约', articles }))
  await pacta.chooseInDialog(file)
  await page.keyboard.press('Control+i')
  await expect(bench.text).toBeVisible()
  await page.keyboard.press('Control+\\')
  await page.getByPlaceholder('Agreement, language or version').fill('chin')
  await page.keyboard.press('Enter')
  const texts = page.locator('article')
  await expect(texts).toHaveCount(2)
  await bench.leaveFields()
  await page.keyboard.press('g')
  await page.getByRole('textbox', { name: 'Address' }).fill('20')
  await page.keyboard.press('Enter')
  for (const text of await texts.all())
    await expect(text.locator('[data-current]')).toHaveAttribute('data-unit', 'art-20')
  await expect(page.locator('article:lang(zh) [data-unit="art-20"]')).toBeInViewport()
  await expect(page.locator('article:lang(en) [data-unit="art-20"]')).toBeInViewport()
})
