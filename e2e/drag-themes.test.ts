import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import type { WorkbenchPage } from './pages/workbench-page.ts'

test('a theme is dragged onto a sentence, a heading, or the selected words', async ({ pacta }) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art II')
  // What is known of the provision comes a moment after the text.
  await expect(bench.annotations.first()).toBeVisible()
  const before = await bench.annotations.count()
  const shelf = bench.inspector.getByRole('region', { name: 'Themes at hand' })
  const theme = shelf.getByRole('button', { name: /POL\.4/ }).first()
  const unit = bench.unit('art-2')

  // Onto a sentence: all of it is marked, and shown to be while the theme is above it.
  const sentence = unit.getByText('The Parties shall settle every difference', { exact: false })
  await theme.hover()
  await page.mouse.down()
  await sentence.hover()
  await sentence.hover()
  await expect.poll(() => bench.highlighted('pointed-at')).toBeGreaterThan(0)
  await page.mouse.up()
  await expect(bench.annotations).toHaveCount(before + 1)
  const given = bench.annotations.filter({ hasText: 'POL.4' })
  await expect(given).toContainText('The Parties shall settle every difference')
  await expect.poll(() => bench.highlighted('pointed-at')).toBe(0)

  // Onto the heading: the article as a whole.
  await theme.dragTo(unit.getByText('Peaceful conduct'))
  await expect(bench.annotations).toHaveCount(before + 2)
  await expect(bench.annotations.filter({ hasText: 'Whole art II' })).toHaveCount(1)

  // Onto the selected words: just these.
  await bench.selectWords('use or threaten force')
  await theme.dragTo(unit.getByText('Neither Party shall use', { exact: false }), {
    targetPosition: await middleOf(bench, 'threaten'),
  })
  await expect(bench.annotations).toHaveCount(before + 3)
  await expect(bench.annotations.filter({ hasText: '“use or threaten force”' })).toHaveCount(1)
  await bench.undo()
  await expect(bench.annotations).toHaveCount(before + 2)
})

/** Where words stand inside their own line of text. */
async function middleOf(bench: WorkbenchPage, words: string): Promise<{ x: number; y: number }> {
  return bench.unit('art-2').evaluate((unit, wanted) => {
    for (const segment of unit.querySelectorAll('[data-start]')) {
      const at = segment.textContent.indexOf(wanted)
      const node = segment.firstChild
      if (at < 0 || !node) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getBoundingClientRect()
      const frame = segment.getBoundingClientRect()
      return { x: box.left + box.width / 2 - frame.left, y: box.top + box.height / 2 - frame.top }
    }
    throw new Error(`not there: ${wanted}`)
  }, words)
}

test('a theme of the codebook is dragged into another, and undo takes it out', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await page.keyboard.press('Control+Shift+b')
  const tree = page.getByRole('tree', { name: 'Themes of the codebook' })
  const dragged = tree.getByRole('treeitem', { name: /^SEC\.5 / })
  const target = tree.getByRole('treeitem', { name: /^SEC\.1 / })
  await expect(dragged).toHaveAttribute('aria-level', '2')
  await dragged.dragTo(target)
  await expect(dragged).toHaveAttribute('aria-level', '3')
  await page.keyboard.press('Control+z')
  await expect(dragged).toHaveAttribute('aria-level', '2')
})
