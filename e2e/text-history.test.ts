import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'
import { beginWithFile } from './pages/beginnings.ts'
import { LookBackPage } from './pages/look-back-page.ts'

const TREATY = `TREATY OF TRANSIT BETWEEN ARDIA AND BELMARK

The Republic of Ardia and the Kingdom of Belmark have agreed as follows:

Article 1
Transit

Goods of either Party shall pass through the territory of the other without hindrance.

Article 2
Charges

No charge shall be laid on goods in transit, save for services rendered.

Article 3
Safety

Each Party shall keep the roads safe.
`

const ADDED = ', provided that the consul of the other Party has been heard'

test('every past state of a text can be read and restored, and what is marked now is never put on other words', async ({
  pacta,
}) => {
  const file = join(await pacta.folder('texts'), 'transit.txt')
  writeFileSync(file, TREATY)
  const { page, bench } = await beginWithFile(pacta, file)
  await bench.selectWords('pass through the territory')
  await bench.tagWith('ECO.1')

  // The text is corrected, divided otherwise, and marked on words that were not there before.
  await bench.leaveFields()
  await page.keyboard.press('Control+Shift+r')
  const all = page.getByRole('region', { name: 'All provisions' }).getByRole('button')
  await all.filter({ hasText: 'art 2' }).click()
  await page.keyboard.press('e')
  const correct = page.getByRole('dialog', { name: 'Correct the words' })
  const field = correct.getByRole('textbox', { name: 'Words of the provision' })
  await field.fill((await field.inputValue()).replace('services rendered', `services rendered${ADDED}`))
  await correct.getByRole('button', { name: 'Correct', exact: true }).click()
  await expect(correct).toHaveCount(0)
  await all.filter({ hasText: 'art 3' }).click()
  await page.keyboard.press('m')
  await expect(all.filter({ hasText: 'Safety' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await bench.selectWords('the consul of the other Party has been heard')
  await bench.tagWith('SEC.1')
  await bench.selectWords('keep the roads safe')
  await bench.tagWith('SEC.2')
  await bench.saved()
  await bench.leaveFields()

  // Its history: what was changed, the words and the outline of each state.
  const history = await new LookBackPage(page).open('History of the text', 'History')
  const states = history.getByRole('list', { name: 'Past states' }).getByRole('button')
  await expect(states).toHaveCount(3)
  await expect(states.nth(0)).toContainText('as it is now')
  const changed = history.getByRole('region', { name: 'What was changed' })
  await expect(changed.getByRole('deletion')).toContainText('art 3 — Safety')
  await states.nth(1).click()
  await expect(changed.getByRole('insertion')).toContainText('the consul of the other Party')
  await page.screenshot({ path: test.info().outputPath('text-history.png') })
  await new LookBackPage(page).isAccessible()
  await states.nth(2).click()
  const past = history.getByRole('group', { name: 'The text as it was' })
  await expect(past).toContainText('save for services rendered.')
  await expect(past).not.toContainText('the consul')
  await history.getByRole('checkbox', { name: 'Outline only' }).check()
  await expect(past).toContainText('Safety')
  await expect(past).not.toContainText('services rendered')

  // Restored: what stood on the same words stays there, what did not waits beside the text.
  await history.getByRole('button', { name: 'Restore this state' }).click()
  await expect(bench.toast.filter({ hasText: 'One mark was not found there for certain' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bench.text).not.toContainText('the consul of the other Party')
  await bench.goTo('art 1')
  await expect(bench.annotations.first()).toContainText('pass through the territory')
  await bench.goTo('art 3')
  await expect(bench.annotations.first()).toContainText('keep the roads safe')
  const waiting = bench.inspector.getByRole('list', { name: 'Waiting marks' }).getByRole('listitem')
  await expect(waiting).toHaveCount(1)
  await expect(waiting).toContainText('the consul of the other Party has been heard')
  await page.screenshot({ path: test.info().outputPath('restored.png') })

  // One step for undo.
  await bench.undo()
  await expect(bench.text).toContainText('the consul of the other Party')
  await expect(waiting).toHaveCount(0)
  await bench.goTo('art 2')
  await expect(bench.annotations.filter({ hasText: 'the consul of the other Party' })).toHaveCount(1)
})
