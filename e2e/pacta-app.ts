import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { ElectronLaunch } from '../scripts/runtime/electron-launch.ts'
import { playwrightOptions } from '../scripts/runtime/playwright-options.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** How long a first window may take on a loaded machine. */
const START_MS = 60_000

/** One user's computer: a home folder of its own, and Pacta on it, started and stopped as often as a test likes. */
export class PactaApp {
  readonly home: string
  readonly #launch: ElectronLaunch
  readonly #problems: string[] = []
  #app: ElectronApplication | undefined
  #page: Page | undefined

  constructor(launch: ElectronLaunch) {
    this.#launch = launch
    this.home = mkdtempSync(join(tmpdir(), 'pacta-home-'))
  }

  get page(): Page {
    if (!this.#page) throw new Error('Pacta is not started')
    return this.#page
  }

  get app(): ElectronApplication {
    if (!this.#app) throw new Error('Pacta is not started')
    return this.#app
  }

  /** What the window's console said that it should not have said. */
  get problems(): readonly string[] {
    return this.#problems
  }

  /** Lets the problems so far be: the test has provoked them. */
  forgetProblems(): void {
    this.#problems.length = 0
  }

  async start(...args: string[]): Promise<Page> {
    await this.#launch.handOver(this.home)
    const options = playwrightOptions(this.#launch, [ROOT, ...args], {
      HOME: this.home,
      PACTA_USER_DATA: join(this.home, 'user-data'),
      // Nothing of this machine's own: folders are where HOME says.
      XDG_CONFIG_HOME: join(this.home, 'config'),
      LANG: 'en_GB.UTF-8',
    })
    this.#app = await _electron.launch({ ...options, timeout: START_MS })
    this.#page = await this.#app.firstWindow({ timeout: START_MS })
    this.#page.on('console', (message) => {
      if (message.type() === 'error') this.#problems.push(message.text())
    })
    this.#page.on('pageerror', (error) => this.#problems.push(String(error.stack)))
    await this.#page.waitForLoadState()
    return this.#page
  }

  /** Leaves as a user does, and waits until the program has ended. */
  async quit(): Promise<void> {
    const ended = this.#ended()
    await this.#app?.evaluate(({ app }) => app.quit()).catch(() => undefined)
    await ended
    this.#app = undefined
  }

  /** Ends the program as a crash does: no warning, no last wish. */
  async kill(): Promise<void> {
    const ended = this.#ended()
    // The whole family: Playwright starts the app as the leader of a group.
    const { pid } = this.app.process()
    if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
    await ended
    this.#app = undefined
  }

  /** Makes a folder below home that the app can write in. */
  async folder(name: string): Promise<string> {
    const path = join(this.home, name)
    mkdirSync(path, { recursive: true })
    await this.#launch.handOver(this.home)
    await this.#launch.handOver(path)
    return path
  }

  /** Answers the next file window that asks for files or folders. */
  async chooseInDialog(...paths: string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
    }, paths)
  }

  /** Answers the next file window that asks where to write. */
  async saveInDialog(filePath: string): Promise<void> {
    await this.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, filePath)
  }

  async resize(width: number, height: number): Promise<void> {
    await this.app.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
      [width, height] as const,
    )
  }

  async dispose(): Promise<void> {
    if (this.#app) await this.kill()
    // Chromium's helpers may still be writing their last while they end.
    await rm(this.home, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
  }

  #ended(): Promise<void> {
    const running = this.#app?.process()
    if (!running || running.exitCode !== null || running.signalCode !== null) return Promise.resolve()
    return new Promise((settle) => running.once('exit', () => settle()))
  }
}
