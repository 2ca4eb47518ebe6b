import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { PactaApp } from '../../e2e/pacta-app.ts'
import { WelcomePage } from '../../e2e/pages/welcome-page.ts'
import { withPacta } from '../../scripts/with-pacta.ts'
import { median, table, type Benchmark, type Row } from '../table.ts'
import { timeCodings } from './adding.ts'
import {
  prepareWindow,
  timeAdding,
  timeFilter,
  timeGoing,
  timeJump,
  timeOpening,
  timeScrolling,
  watchedKeys,
  watchKeys,
  type Opening,
} from './in-window.ts'
import { inLots, longTreaty, manyCodings } from './long-agreement.ts'
import { timePeer } from './peer.ts'

const MANY = { title: 'Treaty Of Ten Thousand Codings', codings: 10_000 }
/** The runner of this script names functions through a helper that windows do not have. */
const NAMED = 'globalThis.__name = (f) => f'

const FEW = { title: 'Treaty Of A Hundred Codings', codings: 100 }

/** The reading room in the real app: 1 million characters, 500 articles, 10,000 overlapping codings. */
export const readingBenchmark: Benchmark = {
  name: 'reading',
  run: async () => {
    const rows: Row[] = []
    const spans: { start: number; end: number }[] = []
    let content = ''
    let ours = { open: Number.NaN, add: Number.NaN }
    await withPacta(async (pacta) => {
      const measured = await measureReading(pacta)
      rows.push(...measured.rows)
      spans.push(...measured.spans)
      content = measured.content
      ours = measured.ours
    })
    rows.push(...(await againstPeer(content, spans, ours)))
    return rows
  },
}

/** What the peer is held against. Milliseconds. */
interface Ours {
  readonly open: number
  readonly add: number
}

/** The same text and annotations in `@recogito/text-annotator`, in the same run. */
async function againstPeer(
  content: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  ours: Ours,
): Promise<Row[]> {
  const peer = await timePeer(content, spans, 20)
  const add = median([...peer.add])
  return [
    {
      what: `@recogito/text-annotator: open from stored offsets (${peer.painted} marks on its screen)`,
      measured: `${peer.open.toFixed(0)} ms`,
      against: `everything answers here after ${ours.open.toFixed(0)} ms, at least 50 times faster`,
      ratio: (50 * ours.open) / peer.open,
    },
    {
      what: '@recogito/text-annotator: add one, in memory only, median',
      measured: `${add.toFixed(1)} ms`,
      against: `${ours.add.toFixed(1)} ms here, durable and listed`,
      ratio: ours.add / add,
    },
  ]
}

interface Measured {
  readonly rows: readonly Row[]
  readonly content: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly ours: Ours
}

async function measureReading(pacta: PactaApp): Promise<Measured> {
  const page = await pacta.start()
  await pacta.resize(1440, 900)
  await page.evaluate(NAMED)
  await new WelcomePage(page).createLibrary()
  await importCoded(pacta, FEW.title, FEW.codings)
  const many = await importCoded(pacta, MANY.title, MANY.codings)

  const openings: Opening[] = []
  for (let run = 0; run < 5; run++) {
    await freshWindow(page)
    openings.push(await page.evaluate(timeOpening, MANY.title))
  }
  const jumps = await repeat(20, (n) => page.evaluate(timeJump, n))
  const goings = await repeat(20, (n) => page.evaluate(timeGoing, n))
  const filters = await repeat(30, (n) => page.evaluate(timeFilter, n))
  const still = await page.evaluate(timeScrolling, 0)
  const scrolling = await page.evaluate(timeScrolling, 90)
  const added = await timeCodings(pacta, 100)
  const adding = added.map(({ shown }) => shown)
  const typing = await typeNote(page)
  await freshWindow(page)
  await page.evaluate(timeOpening, FEW.title)
  const addedToFew = await timeCodings(pacta, 100)
  const addingToFew = addedToFew.map(({ shown }) => shown)
  const { working, kept } = await measureMemory(pacta)

  const rows = [
    limit('open: first screen readable', median(openings.map((o) => o.readable)), 150),
    limit('open: everything answers', median(openings.map((o) => o.interactive)), 600),
    limit('add a coding to 10,000, key to painted and listed, p95', percentile(adding, 95), 30),
    limit('the same, median', median(adding), 30),
    {
      what: 'the same with 100 codings, median',
      measured: `${median(addingToFew).toFixed(1)} ms`,
      against: 'as long as with 10,000',
      ratio: median(adding) / median(addingToFew),
    },
    limit('a coding on the disk, from its key, median', median(added.map(({ durable }) => durable)), 10),
    limit('typing in a note, key to painted, p95', percentile(typing, 95), 32),
    limit('jump to a provision by the strip, p95', percentile(jumps, 95), 60),
    limit('go to a provision by its address, p95', percentile(goings, 95), 60),
    limit('show one theme only, p95', percentile(filters, 95), 50),
    limit('scrolling, p95 of a frame', percentile(scrolling, 95), 20),
    limit('frames with nothing to draw here, p95', percentile(still, 95), 20),
    megabytes('memory of the renderer, opened, gone through and coded after a start', working),
    megabytes('the same, what nobody holds any more thrown away', kept),
  ]
  const ours = { open: median(openings.map((o) => o.interactive)), add: median(adding) }
  return { rows, content: many.content, spans: many.codings.map(({ target }) => target.anchor), ours }
}

/** What the window's process holds after a start and some work, and what of it is garbage. */
async function measureMemory(pacta: PactaApp): Promise<{ readonly working: number; readonly kept: number }> {
  await pacta.quit()
  const page = await pacta.start()
  await pacta.resize(1440, 900)
  await freshWindow(page)
  await page.evaluate(timeOpening, MANY.title)
  await repeat(20, (n) => page.evaluate(timeJump, n))
  await page.evaluate(timeScrolling, 90)
  await repeat(20, (n) => page.evaluate(timeAdding, 101 + n))
  const working = await rendererMemory(pacta)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  return { working, kept: await rendererMemory(pacta) }
}

/** Imports the long treaty as a user does, and puts the codings on it in a few commits. */
async function importCoded(
  pacta: PactaApp,
  title: string,
  count: number,
): Promise<{ readonly content: string; readonly codings: readonly Annotation[] }> {
  const { page } = pacta
  const file = join(await pacta.folder('texts'), `${title}.txt`)
  writeFileSync(file, longTreaty(title.toUpperCase()))
  await pacta.chooseInDialog(file)
  await page.keyboard.press('Control+i')
  await page.getByRole('article', { name: 'Text of the agreement' }).waitFor()
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('button', { name: title })
    .first()
    .waitFor()
  const { textId, content } = await page.evaluate(async (): Promise<{ textId: string; content: string }> => {
    // Safe: the call's own schema says so; a benchmark reads what the app reads.
    const ask = async <T>(name: string, input: unknown): Promise<T> =>
      ((await window.pacta.invoke(name, input)) as { output: T }).output
    const records = await ask<{ operations: { ref: { kind: string; id: string }; value: never }[] }[]>(
      'library.records',
      { after: 0, limit: 500 },
    )
    const texts = records.flatMap((r) => r.operations).filter((o) => o.ref.kind === 'text')
    const text: { id: string; content: { hash: string } } = texts.at(-1)?.value as never
    return { textId: text.id, content: await ask<string>('text.content', { hash: text.content.hash }) }
  })
  const codings = manyCodings(content, textId, count)
  for (const operations of inLots(codings)) await page.evaluate(commitCodings, operations)
  return { content, codings }
}

/** In the window: puts codings into the open library. */
async function commitCodings(operations: readonly Operation[]): Promise<void> {
  // Safe: the call's own schema says so.
  const { output } = (await window.pacta.invoke('library.info', undefined)) as {
    output: { libraryId: string }
  }
  const transaction = { action: 'annotation.add', operations }
  const reply = await window.pacta.invoke('library.commit', { libraryId: output.libraryId, transaction })
  if (!(reply as { ok: boolean }).ok) throw new Error('The codings were refused')
}

/** Types a note on the annotation that was added last, with real keys and at a hurried pace. */
async function typeNote(page: Page): Promise<number[]> {
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).waitFor()
  await page.evaluate(watchKeys)
  await page.keyboard.type(
    'What each Party owes the other follows from this, and it is a good deal. '.repeat(4),
    {
      delay: 50,
    },
  )
  return page.evaluate(watchedKeys)
}

/** A window with nothing opened yet, as after a start. */
async function freshWindow(page: Page): Promise<void> {
  await page.evaluate(() => history.replaceState(undefined, '', '#/'))
  await page.reload()
  await page.evaluate(NAMED)
  await page.getByRole('navigation', { name: 'Library' }).waitFor()
  await page.evaluate(prepareWindow)
}

async function repeat<T>(times: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const figures: T[] = []
  for (let n = 0; n < times; n++) figures.push(await work(n))
  return figures
}

/** Megabytes that the window's process holds: its own, and its share of what processes have in common (PSS). */
async function rendererMemory(pacta: PactaApp): Promise<number> {
  const metrics = await pacta.app.evaluate(({ app }) => app.getAppMetrics())
  const shares = metrics
    .filter(({ type }) => type === 'Tab')
    .map(({ pid }) => /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])
  return Math.max(...shares.map(Number)) / 1024
}

function megabytes(what: string, measured: number): Row {
  return { what, measured: `${measured.toFixed(0)} MB`, against: 'limit 250 MB', ratio: measured / 250 }
}

function limit(what: string, ms: number, most: number): Row {
  return { what, measured: `${ms.toFixed(1)} ms`, against: `limit ${most} ms`, ratio: ms / most }
}

function percentile(figures: readonly number[], percent: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(table(await readingBenchmark.run()))
}
