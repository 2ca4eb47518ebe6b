import type { PactaApp } from '../../e2e/pacta-app.ts'
import { timeAdding } from './in-window.ts'

/** How long a coding took from its key. Milliseconds. */
export interface Coding {
  /** Until the main process told of it: it is on the disk then. */
  readonly durable: number
  /** Until it was on the disk, painted and listed. */
  readonly shown: number
}

/** Adds codings by key, as many as are wanted, and times each. */
export async function timeCodings(pacta: PactaApp, count: number): Promise<Coding[]> {
  await noteDurable(pacta)
  const codings: Coding[] = []
  for (let n = 0; n < count; n++) {
    const { pressedAt, shown } = await pacta.page.evaluate(timeAdding, n)
    const durable = (await lastDurable(pacta)) - pressedAt
    codings.push({ durable, shown: Math.max(shown, durable) })
  }
  return codings
}

interface Noting {
  /** When the main process last told of a record. Milliseconds since 1970. */
  durableAt?: number
}

/** The main process is asked, because what it says reaches the window only after what the window is drawing. */
async function noteDurable(pacta: PactaApp): Promise<void> {
  await pacta.app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents)
      webContents.send = (channel: string, ...message: unknown[]) => {
        if (String(message[0]).includes('library.committed'))
          (globalThis as Noting).durableAt = performance.timeOrigin + performance.now()
        send(channel, ...message)
      }
    }
  })
}

async function lastDurable(pacta: PactaApp): Promise<number> {
  return (await pacta.app.evaluate(() => (globalThis as Noting).durableAt)) ?? Number.NaN
}
