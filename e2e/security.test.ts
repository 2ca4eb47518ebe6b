import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, sampleFile, test } from './fixture.ts'
import { BriefPageObject } from './pages/brief-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

/** Chromium's own record of its network stack. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: { readonly url?: string } }[]
}

/** What the network stack does only when something leaves the program. */
const OUTGOING = [
  'TCP_CONNECT',
  'UDP_CONNECT',
  'HOST_RESOLVER_DNS_TASK',
  'HOST_RESOLVER_SYSTEM_TASK',
  'SOCKET_CONNECT',
]

test('a working session makes no network request', async ({ pacta }) => {
  const log = join(await pacta.folder('net'), 'log.json')
  const page = await pacta.start(`--log-net-log=${log}`, '--net-log-capture-mode=Everything')
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await bench.selectWords('An armed attack upon one Party')
  await page.keyboard.press('1')
  await page.keyboard.press('n')
  await page.keyboard.type('See https://example.org/ and https://treaties.example/')
  await bench.saved()
  await bench.leaveFields()
  await page.keyboard.press('Control+n')
  const brief = new BriefPageObject(page)
  await brief.write('A paragraph.')
  await pacta.saveInDialog(join(pacta.home, 'brief.pdf'))
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(page.getByText(/is written/)).toBeVisible({ timeout: 30_000 })
  await pacta.quit()

  const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as NetLog
  expect(events.length).toBeGreaterThan(0)
  const outgoing = new Set(OUTGOING.flatMap((name) => constants.logEventTypes[name] ?? []))
  expect(outgoing.size).toBeGreaterThan(2)
  expect(events.filter((event) => outgoing.has(event.type))).toEqual([])
  const addresses = events.flatMap((event) => event.params?.url ?? [])
  expect(addresses.filter((url) => /^(?:https?|wss?|ftp):/.test(url))).toEqual([])
})

test('a page can reach nothing but the contract', async ({ pacta }) => {
  const page = await pacta.start()
  const reach = await page.evaluate(() => ({
    bridge: Object.keys(window.pacta).sort(),
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
  }))
  expect(reach).toEqual({ bridge: ['invoke', 'subscribe'], require: 'undefined', process: 'undefined' })
})

test('calls that are not in the contract, or do not fit it, are refused', async ({ pacta }) => {
  const page = await pacta.start()
  const replies = await page.evaluate(() =>
    Promise.all([
      window.pacta.invoke('library.delete', {}),
      window.pacta.invoke('constructor', undefined),
      window.pacta.invoke('library.open', { token: '/etc' }),
      window.pacta.invoke('library.open', { token: '../../etc', path: '/etc' }),
      window.pacta.invoke('text.content', { hash: '../../../etc/passwd' }),
      window.pacta.invoke('library.commit', {
        libraryId: 'any',
        transaction: { action: 'annotation.add', operations: [{ op: 'update' }] },
      }),
    ]),
  )
  for (const reply of replies) expect(reply).toEqual({ ok: false, code: 'invalid-request', details: {} })
})

test('a page cannot send anything out, open a window, leave, or run injected script', async ({ pacta }) => {
  const page = await pacta.start()
  const attempts = await page.evaluate(async () => {
    const failed = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'worked',
        () => 'refused',
      )
    const image = (url: string): Promise<string> =>
      failed(
        new Promise((settle, fail) => {
          const element = new Image()
          element.addEventListener('load', settle)
          element.addEventListener('error', fail)
          element.src = url
        }),
      )
    const attempt = (work: () => unknown): string => {
      try {
        return work() ? 'worked' : 'refused'
      } catch {
        return 'refused'
      }
    }
    return {
      fetch: await failed(fetch('https://example.org/')),
      image: await image('https://example.org/x.png'),
      file: await failed(fetch('file:///etc/passwd')),
      outside: await failed(
        fetch('app://pacta/../main/index.js').then((r) => (r.ok ? r : Promise.reject(r))),
      ),
      evaluate: attempt(() => Reflect.get(window, 'eval').call(window, '1 + 1')),
      html: attempt(() => {
        document.createElement('div').innerHTML = '<b>x</b>'
        return true
      }),
      open: attempt(() => window.open('https://example.org/')),
      camera: await failed(navigator.mediaDevices.getUserMedia({ video: true })),
      location: await failed(
        new Promise((settle, fail) => navigator.geolocation.getCurrentPosition(settle, fail)),
      ),
      notification: await Notification.requestPermission().then((p) =>
        p === 'granted' ? 'worked' : 'refused',
      ),
    }
  })
  expect(Object.entries(attempts).filter(([, outcome]) => outcome !== 'refused')).toEqual([])
  await page.evaluate(() => location.assign('https://example.org/'))
  expect(page.url()).toMatch(/^app:\/\/pacta\//)
  expect(await pacta.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  // Chromium reports each refusal to the console; here they are what was wanted.
  pacta.forgetProblems()
})

test('the window is sandboxed and isolated', async ({ pacta }) => {
  await pacta.start()
  const preferences = await pacta.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in Electron's types, but its one way to ask a window how it was really made.
    const last = contents && Reflect.get(contents, 'getLastWebPreferences')
    return typeof last === 'function' ? (last.call(contents) as Record<string, unknown>) : {}
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})
