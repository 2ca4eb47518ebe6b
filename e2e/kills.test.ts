import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { JournalRecord } from '#domain/library/record.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { seededRandom } from '#main/library/faults/faults.testing.ts'
import { examineLibrary } from '#main/library/verify/verify-library.ts'
import { expect, sampleFile, test } from './fixture.ts'
import { ScriptedUser } from './pages/scripted-user.ts'
import { WelcomePage } from './pages/welcome-page.ts'

/** How often the program is killed: a few times in `npm test`, 200 times in `npm run test:faults`. */
const KILLS = Number(process.env['PACTA_KILLS'] ?? 6)
/** The longest life of the program, from the moment its window is there. Short lives end while it is opening. */
const LONGEST_LIFE_MS = 8000
/** What the product promises: what was typed this long before a kill is on the disk. */
const PROMISE_MS = 1000

test('story A6: nothing acknowledged is lost to a kill of the whole program at any moment', async ({
  pacta,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000)
  const random = seededRandom(Number(process.env['PACTA_SEED'] ?? 3))
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  const root = await libraryFolder(page)
  const user = new ScriptedUser(random)
  await user.prepare(page)

  let worked = 0
  // The user must really have worked: kills that hit nothing would prove nothing. A slow machine takes more of them.
  const hasWorked = (): boolean => worked > KILLS / 2 && user.typed.length > KILLS
  for (let n = 1; n <= KILLS || (!hasWorked() && n <= 3 * KILLS); n++) {
    const acknowledged = await listen(page)
    const life = random() ** 2 * LONGEST_LIFE_MS
    // Before it is killed: how long the end takes on a busy machine is no time in which anything could be saved.
    let killedAt = Infinity
    const ends = sleep(life).then(() => {
      killedAt = Date.now()
      return pacta.kill()
    })
    await user.work(page, n)
    await ends

    const { records, report, state } = await examineLibrary(nodeFileSystem, root)
    const where = `kill ${n} after ${Math.round(life)} ms`
    expect(
      report.findings.filter(({ severity }) => severity === 'error'),
      where,
    ).toEqual([])
    const kept = new Map(records.map((record) => [record.seq, JSON.stringify(record)]))
    for (const record of acknowledged) expect(kept.get(record.seq), where).toBe(JSON.stringify(record))
    const written = JSON.stringify([...state.entities()])
    const lost = user.typed.filter(({ word, at }) => at < killedAt - PROMISE_MS && !written.includes(word))
    expect(lost, where).toEqual([])
    user.forget(({ word }) => !written.includes(word))
    worked += acknowledged.length

    page = await pacta.start()
  }
  expect(worked).toBeGreaterThan(KILLS / 2)
  expect(user.typed.length).toBeGreaterThan(KILLS)
  process.stdout.write(
    `${KILLS} kills: ${worked} acknowledged changes and ${user.typed.length} typed words, none lost\n`,
  )
  pacta.forgetProblems()
})

async function libraryFolder(page: Page): Promise<string> {
  const path = await page.evaluate(async () => {
    const reply = await (globalThis as unknown as Bridged).pacta.invoke('library.info', undefined)
    return JSON.stringify(reply)
  })
  return /"path":"([^"]+)"/.exec(path)?.[1] ?? join('/', 'no-path')
}

interface Bridged {
  readonly pacta: {
    invoke(name: string, input: unknown): Promise<unknown>
    subscribe(listener: (message: string) => void): void
  }
}

/** The records that the window is told are on the disk, from now on. */
async function listen(page: Page): Promise<readonly JournalRecord[]> {
  const records: JournalRecord[] = []
  await page.exposeFunction('acknowledged', (record: JournalRecord) => void records.push(record))
  await page.evaluate(() => {
    const window = globalThis as unknown as Bridged & { acknowledged(record: unknown): void }
    window.pacta.subscribe((message) => {
      const { event, payload } = JSON.parse(message) as { event: string; payload: { record: unknown } }
      if (event === 'library.committed') window.acknowledged(payload.record)
    })
  })
  return records
}
