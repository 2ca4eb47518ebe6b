import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'

test('an annotation is made longer and shorter, overlaps are gone through, uncoded provisions are next', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art IV')
  await bench.selectWords('The other Party shall begin')
  await bench.tagWith('POL.6')
  const card = bench.annotations.filter({ hasText: 'POL.6' })
  await expect(card).toContainText('The other Party shall begin')

  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await expect(card).toContainText('The other Party shall begin to give')
  await page.keyboard.press('[')
  await page.keyboard.press('}')
  await expect(card).toContainText('other Party shall begin to')
  await expect(card).not.toContainText('The other Party')
  await expect(page.getByRole('status', { name: 'What was done' })).toContainText(
    'other Party shall begin to',
  )
  await bench.undo()
  await expect(page.getByText('Undone: change annotated words.').first()).toBeVisible()
  await expect(card).toContainText('The other Party shall begin')

  await bench.selectWords('Party shall begin to give')
  await bench.tagWith('SEC.1')
  const here = page.getByRole('region', { name: 'At this place' })
  await bench.selectWords('other Party shall begin')
  await expect(here.getByRole('button')).toHaveCount(3)
  await page.keyboard.press('o')
  const first = await here.locator('[aria-current]').textContent()
  await page.keyboard.press('o')
  await expect(here.locator('[aria-current]')).not.toHaveText(first ?? '')

  await page.keyboard.press('u')
  await expect(page.getByRole('status', { name: 'What was done' })).toContainText('not coded')
  await expect(bench.inspector).toContainText('Nothing is annotated here yet.')
})

test('annotations are gone through, lose a theme, are deleted and come back, all by key', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art IV')
  await bench.leaveFields()
  await page.keyboard.press('1')
  await expect(bench.toast.filter({ hasText: 'Select words first.' })).toBeVisible()

  await bench.selectWords('The other Party shall begin')
  // Two keys in a row: both themes on one annotation.
  await page.keyboard.press('1')
  await page.keyboard.press('2')
  const card = bench.annotations.filter({ hasText: '“The other Party shall begin”' })
  await expect(card).toContainText('SEC.1')
  await expect(card).toContainText('SEC.5')
  await expect(card).toHaveCount(1)

  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Take a theme away' })
  await expect(dialog.getByRole('option')).toHaveCount(2)
  await page.keyboard.type('SEC.5')
  await page.keyboard.press('Enter')
  await expect(card).not.toContainText('SEC.5')
  await expect(bench.said).toHaveText('SEC.5 taken from “The other Party shall begin”')

  // The last theme again, for other words.
  await bench.selectWords('without delay')
  await page.keyboard.press('.')
  await expect(bench.annotations.filter({ hasText: '“without delay”' })).toContainText('SEC.5')

  await page.keyboard.press('Shift+K')
  await expect(card).toHaveAttribute('data-selected', 'true')
  await page.keyboard.press('Shift+J')
  await expect(bench.annotations.filter({ hasText: '“without delay”' })).toHaveAttribute(
    'data-selected',
    'true',
  )
  const count = await bench.annotations.count()
  await page.keyboard.press('Delete')
  await expect(bench.said).toHaveText('Annotation deleted: “without delay”')
  await expect(bench.annotations).toHaveCount(count - 1)
  await bench.undo()
  await expect(bench.annotations).toHaveCount(count)

  // Into the inspector and back.
  await page.keyboard.press('i')
  await expect(bench.annotations.first().getByRole('button').first()).toBeFocused()
  await page.keyboard.press('i')
  await expect(bench.text).toBeFocused()

  // Back through what is not coded.
  await page.keyboard.press('u')
  await expect(bench.said).toContainText('not coded')
  const uncoded = (await bench.said.textContent()) ?? ''
  await page.keyboard.press('j')
  await expect(bench.said).not.toHaveText(uncoded)
  await page.keyboard.press('Shift+U')
  await expect(bench.said).toHaveText(uncoded)
})

test('the note of an annotation is left with Escape or by its button', async ({ pacta }) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('art V')
  await page.keyboard.press('n')
  const note = bench.inspector.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toBeFocused()
  await page.keyboard.type('A first thought')
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)
  const card = bench.annotations.filter({ hasText: 'A first thought' })
  await expect(card.getByRole('button').first()).toBeFocused()
  await card.getByRole('button', { name: 'Edit note' }).click()
  await expect(note).toBeFocused()
  await bench.inspector.getByRole('button', { name: 'Done' }).click()
  await expect(note).toHaveCount(0)
  await expect(card).toHaveCount(1)
})
