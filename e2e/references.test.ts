import { AxeBuilder } from '@axe-core/playwright'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const FILLER = 'The Parties shall keep the harbours of the Inner Sea open to the ships of both. '.repeat(12)

const TREATY = `TREATY ON THE HARBOURS BETWEEN ARDIA AND BELMARK

The Parties have agreed as follows:

Article 1

1. The Parties act under Article 6, paragraph 2, and under Article 51 of the Charter of the United Nations.
2. They shall observe Article 12 of this Treaty.

${[2, 3, 4, 5].map((n) => `Article ${n}\n\n1. ${FILLER}\n2. ${FILLER}\n`).join('\n')}
Article 6

1. A ship may call at any harbour.
2. It shall pay the fees that Article 1 allows.
`

const PERSIAN = `عهدنامه بندرها میان آردیا و بلمارک

ماده ۱

۱- طرفین طبق بند ۲ ماده ۳ این عهدنامه عمل می‌کنند.
۲- ماده ۵۱ منشور ملل متحد محفوظ است.

ماده ۲

۱- بندرها به روی کشتی‌های دو طرف باز است.
۲- ماده ۹ این عهدنامه رعایت می‌شود.

ماده ۳

۱- کشتی‌ها عوارض می‌پردازند.
۲- میزان عوارض را طرفین هر سال معین می‌کنند.
`

async function importText(pacta: PactaApp, name: string, words: string): Promise<WorkbenchPage> {
  const file = join(pacta.home, name)
  writeFileSync(file, words)
  await pacta.chooseInDialog(file)
  await pacta.page.keyboard.press('Control+i')
  const bench = new WorkbenchPage(pacta.page)
  // Its own first line: an article of the same number may still be on the screen from the text before.
  const [title = ''] = words.split('\n')
  await expect(bench.text).toContainText(title)
  await expect(bench.unit('art-1')).toBeVisible()
  return bench
}

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('[role=separator]').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

test('a reference is followed and come back from; others are listed, broken ones flagged', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = await importText(pacta, 'harbours.txt', TREATY)

  // The pointer shows what is there; a click goes there.
  const link = bench.text.getByRole('link', { name: 'Article 6, paragraph 2' })
  await link.hover()
  await expect(page.getByRole('tooltip')).toContainText('art 6(2)')
  await expect(page.getByRole('tooltip')).toContainText('It shall pay the fees')
  await link.click()
  await expect(bench.unit('art-6')).toHaveAttribute('data-current', 'true')
  await expect(bench.text.getByText('It shall pay the fees')).toBeInViewport()

  // Backspace comes back, with the focus on the reference; Enter follows it again, Alt+Left comes back too.
  await page.keyboard.press('Backspace')
  await expect(bench.unit('art-1')).toHaveAttribute('data-current', 'true')
  await expect(link).toBeFocused()
  await expect(link).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(bench.unit('art-6')).toHaveAttribute('data-current', 'true')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(link).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(bench.text.getByRole('link', { name: /^Article 51/ })).toBeFocused()
  await expect(page.getByRole('tooltip')).toContainText('Not in this library.')
  await page.keyboard.press('Escape')

  // Another instrument is listed, and what does not exist is flagged, in the text and beside it.
  const list = (name: string) => bench.inspector.getByRole('list', { name, exact: true })
  await expect(list('Other instruments')).toContainText('Charter of the United Nations (1)')
  await expect(list('Cited by')).toContainText('Article 1')
  await expect(list('Broken')).toContainText('no such article in this text')
  await expect(bench.text.getByRole('link', { name: 'Article 12' })).toBeDisabled()
  expect(await axeFindings(page)).toEqual([])

  await list('Cited by').getByRole('button').first().click()
  await expect(bench.unit('art-6')).toHaveAttribute('data-current', 'true')
})

test('an instrument that the library holds is opened; a Persian text is read from right to left', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await importText(pacta, 'harbours.txt', TREATY)
  const cites = TREATY.replace('HARBOURS', 'FEES').replace(
    'the Charter of the United Nations',
    'the Treaty on the Harbours between Ardia and Belmark',
  )
  const bench = await importText(pacta, 'fees.txt', cites)
  await bench.text.getByRole('link', { name: /^Article 51 of/ }).click()
  await expect(bench.text).toContainText('Charter of the United Nations')
  await page.keyboard.press('Backspace')
  await expect(bench.text).not.toContainText('Charter of the United Nations')

  const persian = await importText(pacta, 'persian.txt', PERSIAN)
  const link = persian.text.getByRole('link', { name: 'بند ۲ ماده ۳' })
  await link.hover()
  await expect(page.getByRole('tooltip')).toContainText('میزان عوارض')
  await link.click()
  await expect(persian.unit('art-3')).toHaveAttribute('data-current', 'true')
})
