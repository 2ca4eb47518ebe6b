import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { PactaError } from '#contract/errors.ts'
import type { DecodeControl } from '../decoded-document.ts'
import { loadPdfjs, type Pdfjs } from './load-pdfjs.ts'

/** A piece of words as the file places it. Units are points, from the lower left corner of the page. */
export interface PdfPiece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of the font. */
  readonly height: number
  readonly isRightToLeft: boolean
}

/** The words of one page. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly pieces: readonly PdfPiece[]
}

/** A long agreement with its schedules has 2,000 pages. */
const MOST_PAGES = 5000
/** Pages looked at to tell a scan from an empty file. */
const PAGES_PROBED = 3

/**
 * Reads the words of every page and where they stand.
 *
 * @throws PactaError `file-password`, `file-corrupt`, `file-scanned`, `file-empty`, `file-unsafe` or `cancelled`.
 */
export async function readPdf(bytes: Uint8Array, name: string, control: DecodeControl): Promise<PdfPage[]> {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    // The parser takes the bytes away from whoever gave them.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    // Pictures are not needed; larger ones than a point are not decoded.
    maxImageSize: 1,
    ...(pdfjs.cMapUrl === undefined ? {} : { cMapUrl: pdfjs.cMapUrl, cMapPacked: true }),
  })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) {
      throw new PactaError('file-unsafe', { name, problem: `it claims to have ${document.numPages} pages` })
    }
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      if (control.signal?.aborted) throw new PactaError('cancelled')
      const page = await document.getPage(number)
      pages.push(await readPage(page))
      page.cleanup()
      control.progress?.((0.9 * number) / document.numPages)
    }
    if (pages.every(({ pieces }) => pieces.length === 0)) {
      throw new PactaError((await hasPictures(pdfjs, document)) ? 'file-scanned' : 'file-empty', { name })
    }
    return pages
  } catch (error) {
    throw error instanceof PactaError ? error : pdfError(error, name)
  } finally {
    await task.destroy()
  }
}

function pdfError(error: unknown, name: string): PactaError {
  if (error instanceof Error && error.name === 'PasswordException') {
    return new PactaError('file-password', { name }, { cause: error })
  }
  return new PactaError('file-corrupt', { name, problem: 'it is not a whole PDF file' }, { cause: error })
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const [left = 0, bottom = 0] = page.view
  const content = await page.getTextContent({ disableNormalization: false })
  const pieces: PdfPiece[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    // Words that run up or down the page stand in its margin: stamps and marks of downloads.
    if (Math.abs(b) > Math.abs(a)) continue
    pieces.push({
      words: item.str,
      x: x - left,
      y: y - bottom,
      width: item.width,
      height: Math.hypot(c, d) || item.height || 1,
      isRightToLeft: item.dir === 'rtl',
    })
  }
  return { width, height, pieces }
}

async function hasPictures(pdfjs: Pdfjs, document: PDFDocumentProxy): Promise<boolean> {
  const { OPS } = pdfjs
  const pictures = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.beginInlineImage,
  ])
  for (let number = 1; number <= Math.min(PAGES_PROBED, document.numPages); number++) {
    const page = await document.getPage(number)
    const resources = await page.getOperatorList()
    if (resources.fnArray.some((operation) => pictures.has(operation))) return true
  }
  return false
}
