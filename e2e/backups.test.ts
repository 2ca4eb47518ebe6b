import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, sampleFile, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { LookBackPage } from './pages/look-back-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

/** A library with one agreement and one annotation in it. */
async function annotated(pacta: PactaApp): Promise<{ page: Page; bench: WorkbenchPage }> {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await bench.selectWords('An armed attack upon one Party')
  await page.keyboard.press('1')
  await expect(bench.annotations).toHaveCount(1)
  return { page, bench }
}

test('a backup is made, looked into and restored, and the restore is undone', async ({ pacta }) => {
  const { page, bench } = await annotated(pacta)
  const look = new LookBackPage(page)
  let screen = await look.open('Backups', 'Backups')
  await expect(screen.getByText('There is no backup yet.')).toBeVisible()
  await screen.getByRole('button', { name: 'Back up now' }).click()
  await expect(screen.getByRole('list', { name: 'Backups' }).getByRole('listitem')).toHaveCount(1)
  await expect(screen.getByText('Nothing has changed since.')).toBeVisible()
  await look.close()

  await expect(bench.text).toBeVisible()
  await bench.goTo('art IV')
  await bench.annotations.first().getByRole('button').first().click()
  await bench.inspector.getByRole('button', { name: 'Delete annotation' }).click()
  await expect(bench.annotations).toHaveCount(0)
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Title of the brief' })).toBeVisible()

  await bench.leaveFields()
  screen = await look.open('Backups', 'Backups')
  const since = screen.getByRole('list', { name: 'Changed since' })
  await expect(since.getByRole('listitem')).toHaveCount(2)
  await expect(since).toContainText('annotation deleted')
  await expect(since).toContainText('brief added')
  await look.isAccessible()

  await since.getByRole('button', { name: /^Restore “An armed attack/ }).click()
  await expect(since.getByRole('listitem')).toHaveCount(1)
  await screen.getByRole('button', { name: 'Restore everything' }).click()
  await expect(bench.toast.getByText(/The library is as it was on/)).toBeVisible()
  await expect(bench.library.getByRole('button', { name: 'Untitled brief', exact: true })).toHaveCount(0)

  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art IV')
  await expect(bench.annotations).toHaveCount(1)
  await bench.undo()
  await expect(bench.library.getByRole('button', { name: 'Untitled brief', exact: true })).toBeVisible()
  screen = await look.open('Backups', 'Backups')
  await expect(screen.getByText('Before a restore')).toBeVisible()
})

test('a library goes out as one file and comes in on another machine as it was', async ({ pacta }) => {
  const { page, bench } = await annotated(pacta)
  const archive = join(await pacta.folder('moved'), 'Treaties.pacta')
  await pacta.saveInDialog(archive)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('Export library')
  await page.keyboard.press('Enter')
  await expect(bench.toast.getByText('The library is in “Treaties.pacta”.')).toBeVisible()
  expect(statSync(archive).size).toBeGreaterThan(1000)

  const arrived = await pacta.folder('arrived')
  await pacta.chooseInDialog(archive)
  await page.evaluate(() => undefined)
  // The first window asks for the archive, the second for an empty folder.
  await pacta.app.evaluate(
    ({ dialog }, answers) => {
      const left = [...answers]
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [left.shift() ?? ''] })
    },
    [archive, arrived],
  )
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('Open library archive')
  await page.keyboard.press('Enter')
  await expect(bench.toast.getByText('“Treaties.pacta” is unpacked and open.')).toBeVisible()
  expect(existsSync(join(arrived, 'library.json'))).toBe(true)
  expect(readdirSync(join(arrived, 'sources')).length).toBeGreaterThan(0)
  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art IV')
  await expect(bench.annotations).toHaveCount(1)
  await bench.undo()
  await expect(bench.annotations).toHaveCount(0)
})

test('an archive named on the command line is opened, and one that is none is refused', async ({ pacta }) => {
  const { page } = await annotated(pacta)
  const folder = await pacta.folder('moved')
  await pacta.saveInDialog(join(folder, 'x.pacta'))
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('Export library')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The library is in “x.pacta”.')).toBeVisible()

  const arrived = await pacta.folder('arrived')
  await pacta.app.evaluate(
    ({ app, dialog }, [archive, root]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [root ?? ''] })
      app.emit('second-instance', {}, ['pacta', archive], '/')
    },
    [join(folder, 'x.pacta'), arrived],
  )
  await expect(page.getByText('“x.pacta” is unpacked and open.')).toBeVisible()

  await pacta.app.evaluate(
    ({ app }, file) => {
      app.emit('second-instance', {}, ['pacta', file], '/')
    },
    sampleFile('ardia-belmark-2024.txt').replace(/txt$/, 'pacta'),
  )
  await expect(page.getByText(/could not be read|already has other files/)).toBeVisible()
})
