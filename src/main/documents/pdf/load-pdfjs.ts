import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { getDocument, OPS } from 'pdfjs-dist'

/** The PDF library, and where its tables for Chinese, Japanese and Korean fonts are. */
export interface Pdfjs {
  readonly getDocument: typeof getDocument
  readonly OPS: typeof OPS
  readonly cMapUrl: string | undefined
}

let loaded: Promise<Pdfjs> | undefined

/** Loads the library when the first PDF is read: it is large, and most starts of Pacta read none. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Pdfjs> {
  // The library makes a matrix when it is loaded, to draw with. Reading words draws nothing.
  const scope: Record<string, unknown> = globalThis
  scope['DOMMatrix'] ??= function DOMMatrix() {}
  // Found here, its worker runs in this thread: we are in a worker already, and the bundle has no second file.
  scope['pdfjsWorker'] ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return { getDocument: library.getDocument, OPS: library.OPS, cMapUrl: characterMaps() }
}

/** Beside the bundle in the app, in the package while developing; a PDF that needs none is read without. */
function characterMaps(): string | undefined {
  const bundled = join(import.meta.dirname, 'cmaps')
  if (existsSync(bundled)) return `${bundled}/`
  try {
    const entry = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
    return `${join(dirname(entry), 'cmaps')}/`
  } catch {
    return undefined
  }
}
