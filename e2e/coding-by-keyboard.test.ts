import { expect, test } from './fixture.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

test('an annotation is made longer and shorter, overlaps are gone through, uncoded provisions are next', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  const bench = new WorkbenchPage(page)
  await bench.openItem(/Alliance Treaty/)
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

  const here = page.getByRole('region', { name: 'At this place' })
  await bench.selectWords('other Party shall')
  await expect(here.getByRole('button')).not.toHaveCount(0)
  await page.keyboard.press('o')
  const first = await here.locator('[aria-current]').textContent()
  await page.keyboard.press('o')
  await expect(here.locator('[aria-current]')).not.toHaveText(first ?? '')

  await page.keyboard.press('u')
  await expect(page.getByRole('status', { name: 'What was done' })).toContainText('not coded')
  await expect(bench.inspector).toContainText('Nothing is annotated here yet.')
})
