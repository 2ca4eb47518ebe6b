import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from '@playwright/test'
import { anchorOf } from '#domain/text/anchor.ts'

/** How long another annotator takes for the same document and annotations. Milliseconds. */
export interface PeerTimes {
  readonly open: number
  readonly add: readonly number[]
}

interface PeerAnnotation {
  readonly id: string
  readonly bodies: readonly never[]
  readonly target: {
    readonly annotation: string
    readonly selector: readonly { readonly quote: string; readonly start: number; readonly end: number }[]
  }
}

interface Peer {
  createTextAnnotator(container: HTMLElement): {
    setAnnotations(annotations: readonly PeerAnnotation[]): void
    addAnnotation(annotation: PeerAnnotation): void
    getAnnotations(): readonly unknown[]
  }
}

/**
 * Measures `@recogito/text-annotator` in the same window: it gets the text laid out, opens the annotations from their
 * stored offsets, and adds some. What it is given costs it nothing: only its own work is timed, to the next frame.
 */
export async function timePeer(
  page: Page,
  content: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  added: number,
): Promise<PeerTimes> {
  const bundled = await build({
    entryPoints: [join(import.meta.dirname, 'peer-entry.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  })
  await page.evaluate(bundled.outputFiles[0]?.text ?? '')
  const annotations = spans.map(({ start, end }, n) => annotationOf(content, `peer-${n}`, start, end))
  const more = Array.from({ length: added }, (_, n) => {
    const start = 5000 + n * 37
    return annotationOf(content, `added-${n}`, start, start + 30)
  })
  return page.evaluate(measure, { content, annotations, more })
}

function annotationOf(content: string, id: string, from: number, to: number): PeerAnnotation {
  const { quote, start, end } = anchorOf(content, from, to)
  return { id, bodies: [], target: { annotation: id, selector: [{ quote, start, end }] } }
}

async function measure({
  content,
  annotations,
  more,
}: {
  readonly content: string
  readonly annotations: readonly PeerAnnotation[]
  readonly more: readonly PeerAnnotation[]
}): Promise<PeerTimes> {
  const { __peer, __bench } = globalThis as unknown as {
    __peer: Peer
    __bench: { painted: () => Promise<void>; calm: () => Promise<void> }
  }
  const scroller = document.createElement('div')
  scroller.style.position = 'fixed'
  scroller.style.inset = '0'
  scroller.style.overflow = 'auto'
  scroller.style.zIndex = '9999'
  const container = document.createElement('div')
  // One element a line, the line break within, so that offsets count as they are stored.
  for (const line of content.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    container.append(paragraph)
  }
  scroller.append(container)
  document.body.append(scroller)
  const annotator = __peer.createTextAnnotator(container)
  await __bench.calm()
  const begin = performance.now()
  annotator.setAnnotations(annotations)
  while (annotator.getAnnotations().length < annotations.length) await __bench.painted()
  await __bench.painted()
  const open = performance.now() - begin
  const add: number[] = []
  for (const annotation of more) {
    await __bench.calm()
    const start = performance.now()
    annotator.addAnnotation(annotation)
    await __bench.painted()
    add.push(performance.now() - start)
  }
  scroller.remove()
  return { open, add }
}
