import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { build } from 'vite'
import { thisHost } from '../../scripts/runtime/host.ts'
import { playwrightOptions } from '../../scripts/runtime/playwright-options.ts'
import { withElectron } from '../../scripts/runtime/prepare-electron.ts'
import { ROOT } from '../../scripts/steps.ts'
import { prepareWindow } from './in-window.ts'

/** How long another annotator takes for the same document and annotations. Milliseconds. */
export interface PeerTimes {
  /** From the stored offsets until marks are painted; the text stands laid out before. */
  readonly open: number
  /** From an annotation whose words are known as a range of the page until it is painted; in memory only. */
  readonly add: readonly number[]
  /** How many marks were painted after opening: a figure of nothing painted would mean nothing. */
  readonly painted: number
}

/** Words by their place in the text. UTF-16 offsets. */
interface Selector {
  readonly quote: string
  readonly start: number
  readonly end: number
}

/** An annotation as the peer takes it. */
interface PeerAnnotation<S extends Selector> {
  readonly id: string
  readonly bodies: readonly never[]
  readonly target: { readonly annotation: string; readonly selector: readonly S[] }
}

type StoredAnnotation = PeerAnnotation<Selector>
/** One that was just made has its words at hand. */
type MadeAnnotation = PeerAnnotation<Selector & { readonly range: Range }>

interface Peer {
  createTextAnnotator(container: HTMLElement): {
    state: {
      store: {
        bulkAddAnnotations(annotations: readonly StoredAnnotation[], replace: boolean): void
        addAnnotation(annotation: MadeAnnotation): boolean
      }
    }
  }
}

const MAIN = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ useContentSize: true, width: 1440, height: 900 }).loadURL('data:text/html,<!doctype html>'))`

/**
 * Measures `@recogito/text-annotator` in the same runtime, in a program of its own: it needs styles that our policy
 * refuses. It gets the text laid out and the annotations in the form that it stores; only its own work is timed.
 */
export async function timePeer(
  content: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  added: number,
): Promise<PeerTimes> {
  const { script, style } = await bundledPeer()
  const folder = mkdtempSync(join(tmpdir(), 'pacta-peer-'))
  const main = join(folder, 'main.cjs')
  writeFileSync(main, MAIN)
  try {
    return await withElectron(
      { root: ROOT, display: 'any', screen: { width: 1600, height: 1000 }, host: thisHost() },
      async (launch) => {
        await launch.handOver(folder)
        const app = await _electron.launch(playwrightOptions(launch, [main], { HOME: folder }))
        try {
          const page = await app.firstWindow()
          await page.addStyleTag({ content: style })
          await page.evaluate(script)
          return await measureIn(page, content, spans, added)
        } finally {
          await app.close()
        }
      },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bundledPeer(): Promise<{ readonly script: string; readonly style: string }> {
  const built = await build({
    configFile: false,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'peer-entry.ts'), formats: ['iife'], name: 'Peer' },
    },
  })
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  const script = outputs.flatMap((file) => (file.type === 'chunk' ? file.code : [])).join('\n')
  const style = outputs.flatMap((file) => (file.type === 'asset' ? String(file.source) : [])).join('\n')
  return { script, style }
}

async function measureIn(
  page: Page,
  content: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  added: number,
): Promise<PeerTimes> {
  await page.evaluate('globalThis.__name = (f) => f')
  await page.evaluate(prepareWindow)
  const annotations = spans.map(({ start, end }, n): StoredAnnotation => {
    const id = `stored-${n}`
    return {
      id,
      bodies: [],
      target: { annotation: id, selector: [{ quote: content.slice(start, end), start, end }] },
    }
  })
  return page.evaluate(measure, { content, annotations, added })
}

/** In the window. */
async function measure({
  content,
  annotations,
  added,
}: {
  readonly content: string
  readonly annotations: readonly StoredAnnotation[]
  readonly added: number
}): Promise<PeerTimes> {
  const { __peer, __bench } = globalThis as unknown as {
    __peer: Peer
    __bench: {
      painted: () => Promise<void>
      calm: () => Promise<void>
      until: (holds: () => boolean, what: string) => Promise<void>
    }
  }
  const container = document.createElement('div')
  container.style.font = '18px / 1.6 serif'
  container.style.maxWidth = '42rem'
  container.style.margin = 'auto'
  // One element a line, the line break within, so that offsets count as they are stored.
  for (const line of content.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    container.append(paragraph)
  }
  document.body.append(container)
  const annotator = __peer.createTextAnnotator(container)
  const marks = (): number => document.querySelectorAll('.r6o-annotation').length
  await __bench.calm()
  const begin = performance.now()
  // What its documentation names, `setAnnotations`, finds no words for stored offsets with the core that is installed
  // with it (3.8.10): it hands them on without looking for them. This does, and in one step.
  annotator.state.store.bulkAddAnnotations(annotations, true)
  await __bench.until(() => marks() > 0, 'marks of the peer')
  const open = performance.now() - begin
  const painted = marks()

  const add: number[] = []
  const lines = [...container.querySelectorAll('p')].filter((line) => line.textContent.length > 60)
  for (let n = 0; n < added; n++) {
    const words = lines[n % 8]?.firstChild
    if (!words) throw new Error('No words to mark')
    const range = document.createRange()
    range.setStart(words, 3 + (n % 5))
    range.setEnd(words, 24 + (n % 11))
    const id = `added-${n}`
    const [start, end] = [range.startOffset, range.endOffset]
    await __bench.calm()
    const from = performance.now()
    annotator.state.store.addAnnotation({
      id,
      bodies: [],
      target: { annotation: id, selector: [{ quote: range.toString(), start, end, range }] },
    })
    await __bench.until(
      () => document.querySelector(`.r6o-annotation[data-annotation="${id}"]`) !== null,
      'the added mark',
    )
    add.push(performance.now() - from)
  }
  return { open, add, painted }
}
