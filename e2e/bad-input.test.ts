import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { playwrightOptions } from '../scripts/runtime/playwright-options.ts'
import { expect, sampleFile, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { LookBackPage } from './pages/look-back-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const ROOT = resolve(import.meta.dirname, '..')

async function withLibrary(pacta: PactaApp): Promise<WorkbenchPage> {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  return new WorkbenchPage(page)
}

test('of a web page only the agreement comes in: nothing runs, nothing is fetched, and it says so', async ({
  pacta,
}) => {
  const bench = await withLibrary(pacta)
  const path = join(pacta.home, 'page.html')
  writeFileSync(
    path,
    `<html><body><nav>Home</nav><main><h1>Treaty of Amity</h1>
    <script>document.title = 'taken over'</script><img src="http://127.0.0.1:9/pixel.png" onerror="alert(1)">
    <form action="http://127.0.0.1:9/"><input name="q"></form>
    <h2>Article 1</h2><p>The Parties shall be friends.</p>
    <h2>Article 2</h2><p>They shall consult each other.</p></main></body></html>`,
  )
  await pacta.chooseInDialog(path)
  await bench.page.keyboard.press('Control+i')
  await expect(bench.unit('art-2')).toContainText('They shall consult each other.')
  await expect(bench.text.locator('script, img, form, input')).toHaveCount(0)
  expect(await bench.page.title()).not.toContain('taken over')
  const changed = bench.inspector.getByRole('list', { name: 'What the conversion changed' })
  await expect(changed).toContainText('A script was left out; nothing in it ran.')
  await expect(changed).toContainText('An image was left out.')
})

test('a folder in which Pacta may not write is refused, and left as it is', async ({ pacta, launch }) => {
  test.skip(launch.asRoot, 'Run as root, Pacta may write everywhere.')
  const page = await pacta.start()
  const folder = join(pacta.home, 'locked')
  mkdirSync(folder)
  chmodSync(folder, 0o555)
  await pacta.chooseInDialog(folder)
  const welcome = new WelcomePage(page)
  await welcome.chooseFolder.click()
  await expect(page.getByText(folder)).toBeVisible()
  await welcome.create.click()
  const message = new WorkbenchPage(page).toast
  await expect(message).toContainText('Pacta may not write in the folder “locked”.')
  await expect(message).toContainText('Nothing was changed there.')
  expect(readdirSync(folder)).toEqual([])
  await expect(welcome.create).toBeVisible()
})

test('a folder with other files, and one that is no library, are refused', async ({ pacta }) => {
  const page = await pacta.start()
  const welcome = new WelcomePage(page)
  const folder = await pacta.folder('thesis')
  writeFileSync(join(folder, 'chapter-1.docx'), '')
  await pacta.chooseInDialog(folder)
  await welcome.open.click()
  const message = new WorkbenchPage(page).toast
  await expect(message.filter({ hasText: 'The folder “thesis” holds no Pacta library.' })).toBeVisible()
  await welcome.chooseFolder.click()
  await welcome.create.click()
  await expect(
    message.filter({ hasText: 'The folder “thesis” already has other files in it.' }),
  ).toBeVisible()
  expect(readdirSync(folder)).toEqual(['chapter-1.docx'])
})

test('a library made by a newer version is opened for reading only, and not changed', async ({ pacta }) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await pacta.quit()
  const library = join(pacta.home, 'Pacta library')
  const path = join(library, 'library.json')
  const manifest = readFileSync(path, 'utf8')
    .replace('"format":1', '"format":99')
    .replace('"format": 1', '"format": 99')
  expect(manifest).toContain('99')
  writeFileSync(path, manifest)
  const before = new Set(readdirSync(library, { recursive: true, encoding: 'utf8' }))

  page = await pacta.start()
  const bench = new WorkbenchPage(page)
  await expect(bench.notices).toContainText(
    'The library “Pacta library” was made by a newer version of Pacta.',
  )
  await expect(bench.notices).toContainText('Install the newer version of Pacta to work on it.')
  // A change is refused, with the way to the reason.
  await page.keyboard.press('Control+n')
  await expect(bench.toast).toContainText('is open for reading only.')
  await pacta.quit()
  expect(readFileSync(path, 'utf8')).toBe(manifest)
  expect(new Set(readdirSync(library, { recursive: true, encoding: 'utf8' }))).toEqual(before)
})

test('a second start brings the first window to the front and says so', async ({ pacta, launch }) => {
  const bench = await withLibrary(pacta)
  const { executablePath, args, env } = playwrightOptions(launch, [ROOT], {
    HOME: pacta.home,
    PACTA_USER_DATA: join(pacta.home, 'user-data'),
    XDG_CONFIG_HOME: join(pacta.home, 'config'),
  })
  const second = spawn(executablePath, args, { env })
  let said = ''
  second.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((settle) => second.on('close', settle))
  expect(code).toBe(0)
  expect(said).toContain('Pacta is already running')
  await expect(
    bench.page.getByText('Pacta was already open. Everything is here, in this window.'),
  ).toBeVisible()
})

test('a library that is open in another Pacta is opened for reading only', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('close library')
  await page.keyboard.press('Enter')
  const library = join(pacta.home, 'Pacta library')
  const lock = JSON.stringify({
    pid: 4711,
    host: 'the-office-computer',
    startedAt: '2026-05-04T09:30:00.000Z',
    token: 'x',
  })
  writeFileSync(join(library, 'lock'), lock)
  await page.getByRole('button', { name: /Pacta library/ }).click()
  const { notices } = new WorkbenchPage(page)
  await expect(notices).toContainText(
    'The library “Pacta library” is open on another computer (on the-office-computer, since 2026-05-04 09:30)',
  )
  await expect(notices).toContainText('Here it is open for reading only, so neither can overwrite the other.')
  expect(readFileSync(join(library, 'lock'), 'utf8')).toBe(lock)
})

/** Runs a test with a library on a small disk of its own, where Article IV has one annotation. */
async function onSmallDisk(
  pacta: PactaApp,
  work: (bench: WorkbenchPage, fill: () => void, free: () => void) => Promise<void>,
): Promise<void> {
  const small = join(pacta.home, 'small disk')
  mkdirSync(small)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=777', 'tmpfs', small]).status === 0
  test.skip(!mounted, 'Only root can make a small disk to fill.')
  const ballast = join(small, 'ballast')
  try {
    const page = await pacta.start()
    const root = await pacta.folder('small disk/Library')
    await pacta.chooseInDialog(root)
    const welcome = new WelcomePage(page)
    await welcome.chooseFolder.click()
    await expect(page.getByText(root)).toBeVisible()
    await welcome.createLibrary()
    const bench = new WorkbenchPage(page)
    await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
    await page.keyboard.press('Control+i')
    await bench.selectWords('An armed attack upon one Party')
    await page.keyboard.press('1')
    await expect(bench.annotations).toHaveCount(1)
    await bench.saved()
    await work(
      bench,
      () => fillDisk(ballast),
      () => rmSync(ballast),
    )
  } finally {
    spawnSync('umount', ['-l', small])
  }
}

/** Types a note on the first annotation while the disk is full, and waits until it is said. */
async function typeOnFullDisk({ page }: WorkbenchPage): Promise<void> {
  await page.keyboard.press('n')
  // More than the page of the disk that the journal's last line has begun.
  await page.keyboard.insertText(`${'Much is written here. '.repeat(300)}Typed on a full disk`)
  await expect(page.getByText('The disk is full, so the last change could not be saved.')).toBeVisible()
  await expect(page.getByText('the change is kept in this window')).toBeVisible()
}

test('on a full disk nothing is lost: it is said, and saved when there is room again', async ({ pacta }) => {
  await onSmallDisk(pacta, async (bench, fill, free) => {
    fill()
    await typeOnFullDisk(bench)
    free()
    await bench.saved()
    await pacta.kill()
    const again = new WorkbenchPage(await pacta.start())
    await again.openItem(/Treaty of Alliance/)
    await again.goTo('art IV')
    await expect(again.annotations).toContainText('Typed on a full disk')
  })
})

test('a coding that a full disk refuses does not look as if it were kept, and comes when there is room', async ({
  pacta,
}) => {
  await onSmallDisk(pacta, async (bench, fill, free) => {
    const { page } = bench
    const ofArticle = bench.outline.getByRole('button', { name: /Mutual defence/ })
    await expect(ofArticle).toHaveAccessibleName(/1 annotation/)
    fill()
    // Every provision at once: more than the page of the disk that the journal's last line has begun.
    const provisions = bench.outline.getByRole('button').filter({ hasText: /\w/ })
    await provisions.first().click({ modifiers: ['Shift'] })
    await provisions.last().click({ modifiers: ['Shift'] })
    await expect(bench.outline).toContainText('provisions are picked')
    await page.keyboard.press('1')
    await expect(page.getByText('The disk is full, so the last change could not be saved.')).toBeVisible()
    await expect(ofArticle).toHaveAccessibleName(/1 annotation$/)
    free()
    await bench.saved()
    await expect(ofArticle).toHaveAccessibleName(/2 annotations/)
  })
})

test('what could not be saved before a kill is offered at the next start', async ({ pacta }) => {
  await onSmallDisk(pacta, async (bench, fill, free) => {
    fill()
    await typeOnFullDisk(bench)
    await pacta.kill()
    free()

    const page = await pacta.start()
    const again = new WorkbenchPage(page)
    const offer = again.toast.filter({ hasText: 'A change was not saved when Pacta was left.' })
    await offer.getByRole('button', { name: 'Look' }).click()
    const unsaved = page.getByRole('list', { name: 'Changes not saved' })
    await expect(unsaved.getByRole('listitem')).toHaveCount(1)
    await expect(unsaved).toContainText('Typed on a full disk')
    await new LookBackPage(page).isAccessible()
    await unsaved.getByRole('button', { name: 'Save it now' }).click()
    await expect(page.getByText('Everything is saved.')).toBeVisible()
    await page.keyboard.press('Escape')
    await again.openItem(/Treaty of Alliance/)
    await again.goTo('art IV')
    await expect(again.annotations).toContainText('Typed on a full disk')
    await again.undo()
    await expect(again.annotations).not.toContainText('Typed on a full disk')
  })
})

/** Writes until the disk takes no more. */
function fillDisk(path: string): void {
  for (const size of [65_536, 4096, 1]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // Full for pieces of this size.
    }
  }
}
