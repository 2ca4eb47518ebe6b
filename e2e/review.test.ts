import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { findings } from './axe.ts'
import { expect, test } from './fixture.ts'
import { beginWithFile } from './pages/beginnings.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const TREATY = `TREATY OF TRANSIT BETWEEN ARDIA AND BELMARK

The Republic of Ardia and the Kingdom of Belmark have agreed as follows:

Article 1
Transit

Goods of either Party shall pass thrugh the territory of the other without hindrance. The Parties shall publish the roads that are open.

Article 2
Charges

No charge shall be laid on goods in transit, save for services rendered.

Article 4
Safety

Each Party shall keep the roads safe.

Gazette of Ardia, page 12

Article 5
Duration

This Treaty shall remain in force for ten years.
`

/** The screen where a structure is reviewed. */
class ReviewPage {
  readonly page: Page
  readonly doubts: Locator
  readonly all: Locator
  readonly text: Locator
  readonly tools: Locator

  constructor(page: Page) {
    this.page = page
    this.doubts = page.getByRole('region', { name: 'Doubtful' }).getByRole('button')
    this.all = page.getByRole('region', { name: 'All provisions' }).getByRole('button')
    this.text = page.getByRole('article', { name: 'Provisions of the text' })
    this.tools = page.getByRole('toolbar', { name: 'Correct the provision' })
  }

  box(words: string): Locator {
    return this.text.locator('[data-provision]').filter({ hasText: words })
  }

  get stood(): Locator {
    return this.text.locator('[data-stood]')
  }

  /** Clicks at the left edge of words. */
  async clickBefore(words: string): Promise<void> {
    const point = await this.text.evaluate((root, wanted) => {
      for (const run of root.querySelectorAll('[data-from]')) {
        const at = run.textContent.indexOf(wanted)
        if (at < 0 || !run.firstChild) continue
        run.scrollIntoView({ block: 'center' })
        const range = document.createRange()
        range.setStart(run.firstChild, at)
        range.setEnd(run.firstChild, at + 1)
        const box = range.getBoundingClientRect()
        return { x: box.left + 0.5, y: (box.top + box.bottom) / 2 }
      }
      return undefined
    }, words)
    if (!point) throw new Error(`Not on the screen: ${words}`)
    await this.page.mouse.click(point.x, point.y)
  }

  async stand(label: string): Promise<void> {
    await this.all.filter({ hasText: label }).first().click()
  }
}

test('a structure is reviewed and corrected by key and by mouse, and what was marked follows', async ({
  pacta,
}) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const file = join(await pacta.folder('texts'), 'transit.txt')
  writeFileSync(file, TREATY)
  await pacta.chooseInDialog(file)
  await page.keyboard.press('Control+i')
  const bench = new WorkbenchPage(page)
  await bench.selectWords('pass thrugh the territory')
  await bench.tagWith('ECO.1')
  await bench.selectWords('keep the roads safe')
  await bench.tagWith('SEC.1')
  await expect(bench.annotations).toHaveCount(1)

  // What is doubtful stands first, with the reason.
  await bench.leaveFields()
  await page.keyboard.press('Control+Shift+r')
  const review = new ReviewPage(page)
  await expect(review.doubts.filter({ hasText: 'art 4' })).toContainText('Number 3 is missing before it.')
  await expect(review.stood).toContainText('Safety')
  expect(await findings(page), 'review').toEqual([])

  // By key: relabelled, and the gap is gone.
  await page.keyboard.press('l')
  const relabel = page.getByRole('dialog', { name: 'Relabel the provision' })
  await relabel.getByRole('textbox', { name: 'Number, as printed' }).fill('3')
  await page.keyboard.press('Enter')
  await expect(review.all.filter({ hasText: 'Safety' })).toContainText('art 3')
  await expect(review.doubts.filter({ hasText: 'art 3' })).toHaveCount(0)

  // By key: a place is chosen word by word, and the provision is split there.
  await review.stand('art 1')
  await page.keyboard.press('s')
  await expect(page.getByRole('img', { name: 'Place of the split' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('img', { name: 'Place of the split' })).toHaveCount(0)
  const count = await review.all.count()
  await page.keyboard.press('s')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(review.all).toHaveCount(count + 1)
  await bench.undo()
  await expect(review.all).toHaveCount(count)

  // By mouse: split before words that were clicked at, and taken back; a running head is no part of the text.
  await review.clickBefore('The Parties shall publish')
  await review.tools.getByRole('button', { name: /Split here/ }).click()
  await expect(review.stood).toContainText('The Parties shall publish')
  await expect(review.stood).not.toContainText('without hindrance')
  await bench.undo()
  await expect(review.all).toHaveCount(count)
  await review.box('Gazette of Ardia').click()
  await review.tools.getByRole('button', { name: /Not part of the text/ }).click()
  await expect(review.box('Gazette of Ardia')).toHaveAttribute('data-kind', 'furniture')

  // The words themselves: what quotes them is named before it is done.
  await review.stand('art 1')
  await page.keyboard.press('e')
  const correct = page.getByRole('dialog', { name: 'Correct the words' })
  const field = correct.getByRole('textbox', { name: 'Words of the provision' })
  await field.fill((await field.inputValue()).replace('thrugh', 'through'))
  await expect(correct.getByRole('status')).toContainText('1 annotation will quote:')
  await expect(correct.getByRole('status')).toContainText('pass through the territory')
  await correct.getByRole('button', { name: 'Correct', exact: true }).click()
  await expect(review.box('pass through the territory')).toBeVisible()

  // By mouse: levels, and back.
  await review.stand('art 2')
  await review.tools.getByRole('button', { name: /Level in/ }).click()
  await expect(review.all.filter({ hasText: 'Charges' })).toHaveAttribute('style', /1\.65rem/)
  await review.tools.getByRole('button', { name: /Level out/ }).click()
  await expect(review.all.filter({ hasText: 'Charges' })).toHaveAttribute('style', /0\.75rem/)

  // By key: merged, and taken back.
  await page.keyboard.press('m')
  await expect(review.all.filter({ hasText: 'Charges' })).toHaveCount(0)
  await bench.undo()
  await expect(review.all.filter({ hasText: 'Charges' })).toHaveCount(1)
  await page.screenshot({ path: test.info().outputPath('review.png') })

  // The annotations follow, and all of it lasts.
  await bench.saved()
  await pacta.quit()
  page = await pacta.start()
  const again = new WorkbenchPage(page)
  await again.openItem(/Transit/i)
  await again.goTo('art 1')
  await expect(again.annotations.first()).toContainText('pass through the territory')
  await again.goTo('art 3')
  await expect(again.annotations.first()).toContainText('keep the roads safe')
})

test('an import says what looks doubtful and leads there', async ({ pacta }) => {
  const file = join(await pacta.folder('texts'), 'transit.txt')
  writeFileSync(file, TREATY)
  const { page, bench } = await beginWithFile(pacta, file)
  await expect(bench.toast.first()).toContainText('1 place looks doubtful.')
  await bench.toast.getByRole('button', { name: 'Review' }).click()
  const review = new ReviewPage(page)
  await page.keyboard.press('c')
  await expect(page.getByText('Nothing looks doubtful.')).toBeVisible()
  await page.keyboard.press('x')
  await expect(review.stood).toHaveAttribute('data-kind', 'furniture')
  await page.keyboard.press('Escape')
  await expect(bench.text).toBeVisible()
})

test('a text whose articles were not found says so', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const file = join(await pacta.folder('texts'), 'statement.txt')
  writeFileSync(
    file,
    'JOINT STATEMENT OF ARDIA AND BELMARK\n\nThe two Governments met at Port Arden.\n\nThey agreed to meet again.\n',
  )
  await pacta.chooseInDialog(file)
  await page.keyboard.press('Control+i')
  const bench = new WorkbenchPage(page)
  await expect(bench.toast.first()).toContainText('1 place looks doubtful.')
  await bench.toast.getByRole('button', { name: 'Review' }).click()
  await expect(new ReviewPage(page).doubts.first()).toContainText('No articles were found')
})
