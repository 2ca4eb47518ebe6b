import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'
import { WelcomePage } from './pages/welcome-page.ts'

test('a library is verified from the menu; damage is named and what can be saved is saved', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).sample.click()
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible()
  const verify = async (): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search or do…').fill('verify library')
    await page.keyboard.press('Enter')
  }

  await verify()
  const sound = page.getByRole('dialog', { name: 'The library is in order' })
  await expect(sound).toContainText('source')
  await page.keyboard.press('Escape')
  await expect(sound).toHaveCount(0)

  const name = readdirSync(pacta.home).find((entry) => entry.startsWith('Pacta sample'))
  const sources = join(pacta.home, name ?? '', 'sources')
  const source = readdirSync(sources)[0] ?? ''
  const bytes = readFileSync(join(sources, source))
  bytes[10] = (bytes[10] ?? 0) ^ 1
  writeFileSync(join(sources, source), bytes)
  await verify()
  const damaged = page.getByRole('dialog', { name: 'The library is damaged' })
  await expect(damaged.getByRole('list', { name: 'What was found' })).toContainText(`sources/${source}`)

  const target = await pacta.folder('Saved')
  await pacta.chooseInDialog(target)
  await damaged.getByRole('button', { name: 'Save into a new folder…' }).click()
  await expect(page.getByText(/are saved in “.*Saved”/)).toBeVisible()
  expect(readdirSync(target)).toContain('library.json')
})
