import { chmodSync, cpSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, sampleFile, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

/** A library with one agreement and one annotation in Article IV. */
async function annotated(pacta: PactaApp): Promise<WorkbenchPage> {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await annotate(bench, 'An armed attack upon one Party', 1)
  return bench
}

async function annotate(bench: WorkbenchPage, words: string, count: number): Promise<void> {
  await bench.selectWords(words)
  await bench.page.keyboard.press('1')
  await expect(bench.annotations).toHaveCount(count)
  await bench.saved()
}

/** The library is as it was left: Article IV has so many annotations, and they are painted. */
async function shows(bench: WorkbenchPage, count: number): Promise<void> {
  await bench.openItem(/Treaty of Alliance/)
  await bench.goTo('art IV')
  await expect(bench.annotations).toHaveCount(count)
}

/** Every file below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

test('story A1: whatever happens to the database of the window, everything is shown again', async ({
  pacta,
}) => {
  await annotated(pacta)
  await pacta.quit()
  const database = join(pacta.home, 'user-data', 'IndexedDB')
  const older = join(pacta.home, 'older')
  cpSync(database, older, { recursive: true, preserveTimestamps: true })
  let bench = new WorkbenchPage(await pacta.start())
  await shows(bench, 1)
  await annotate(bench, 'the other Party shall help', 2)
  await pacta.quit()
  expect(filesBelow(database).length).toBeGreaterThan(2)

  const faults: Readonly<Record<string, () => void>> = {
    deleted: () => rmSync(database, { recursive: true }),
    truncated: () => {
      for (const path of filesBelow(database)) truncateSync(path, Math.floor(statSync(path).size / 2))
    },
    emptied: () => {
      for (const path of filesBelow(database)) truncateSync(path)
    },
    'of an older state': () => {
      rmSync(database, { recursive: true })
      cpSync(older, database, { recursive: true, preserveTimestamps: true })
    },
  }
  for (const [name, damage] of Object.entries(faults)) {
    await test.step(name, async () => {
      damage()
      await pacta.folder('user-data')
      bench = new WorkbenchPage(await pacta.start())
      await shows(bench, 2)
      await pacta.quit()
    })
  }
})

test('story A10: a database that opens with its rows gone is noticed and filled again', async ({ pacta }) => {
  const { page } = await annotated(pacta)
  await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases()
    const db = await new Promise<IDBDatabase>((settle, fail) => {
      const request = indexedDB.open(name)
      request.addEventListener('success', () => settle(request.result))
      request.addEventListener('error', () => fail(request.error ?? new Error(name)))
    })
    const tables = ['agreement', 'text', 'structure', 'marks']
    const transaction = db.transaction(tables, 'readwrite')
    for (const table of tables) transaction.objectStore(table).clear()
    await new Promise((settle) => {
      transaction.addEventListener('complete', settle)
    })
    db.close()
  })
  await pacta.quit()
  await shows(new WorkbenchPage(await pacta.start()), 1)
})

test('a library in a folder of a sync tool says so, and the copies that the tool makes are named', async ({
  pacta,
}) => {
  let page = await pacta.start()
  const root = await pacta.folder('Dropbox/Treaties')
  await pacta.chooseInDialog(root)
  const welcome = new WelcomePage(page)
  await welcome.chooseFolder.click()
  await expect(page.getByText(root)).toBeVisible()
  await welcome.createLibrary()
  let { notices } = new WorkbenchPage(page)
  await expect(notices).toContainText(
    'The library “Treaties” is in a folder that Dropbox copies to other computers.',
  )
  await pacta.quit()
  const copy = "000001 (Ana's conflicted copy 2026-01-02).jsonl"
  writeFileSync(join(root, 'journal', copy), '')

  page = await pacta.start()
  notices = new WorkbenchPage(page).notices
  await expect(notices).toContainText(`copies of files in the library “Treaties”: journal/${copy}.`)
  await expect(notices).toContainText('the copies were left as they are')
  await expect(notices).not.toContainText('Read only.')
  expect(readdirSync(join(root, 'journal'))).toContain(copy)
})

test('a folder that becomes read-only while it is open loses nothing', async ({ pacta, launch }) => {
  test.skip(launch.asRoot, 'Run as root, Pacta may write everywhere.')
  let bench = await annotated(pacta)
  const library = join(pacta.home, 'Pacta library')
  const folders = [library, join(library, 'journal'), join(library, 'sources')]
  const may = (mode: number, fileMode: number): void => {
    for (const folder of folders) chmodSync(folder, mode)
    for (const path of filesBelow(library)) chmodSync(path, fileMode)
  }
  may(0o555, 0o444)
  try {
    // The journal is open for writing since the start; what is acknowledged now must be there afterwards.
    await annotate(bench, 'the other Party shall help', 2)
    await pacta.kill()
    bench = new WorkbenchPage(await pacta.start())
    await expect(bench.notices).toContainText('Read only.')
    await expect(bench.notices).toContainText('may not write')
    await shows(bench, 2)
    await pacta.quit()
  } finally {
    may(0o755, 0o644)
  }
  bench = new WorkbenchPage(await pacta.start())
  await shows(bench, 2)
  await bench.undo()
  await expect(bench.annotations).toHaveCount(1)
})

test('a library that another computer seems to have open is taken over only after a warning', async ({
  pacta,
}) => {
  await annotated(pacta)
  await pacta.quit()
  const lock = join(pacta.home, 'Pacta library', 'lock')
  writeFileSync(
    lock,
    JSON.stringify({ pid: 1, host: 'old-name', startedAt: '2026-01-02T03:04:05.000Z', token: 't' }),
  )
  const page = await pacta.start()
  const bench = new WorkbenchPage(page)
  await expect(bench.notices).toContainText('Read only.')
  await expect(bench.notices).toContainText('on old-name, since 2026-01-02 03:04')
  await bench.notices.getByRole('button', { name: 'Take over…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take the library over' })
  await expect(dialog).toContainText('what one of you writes could be lost')
  await dialog.getByRole('button', { name: 'Take over', exact: true }).click()
  await expect(page.getByText('Read only.')).toHaveCount(0)
  await shows(bench, 1)
  await annotate(bench, 'the other Party shall help', 2)
})
