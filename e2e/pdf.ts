import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader of a PDF can find out about it. */
export interface ReadPdf {
  readonly pages: number
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number]
  /** The words of each page, white space folded. */
  readonly text: readonly string[]
  /** The pieces that each page is drawn of, with the left end of their line in points from the lower left corner. */
  readonly pieces: readonly (readonly Piece[])[]
  readonly outline: readonly string[]
  readonly isTagged: boolean
  readonly language: string | undefined
  readonly title: string | undefined
  /** Whether every font is embedded, and none of them as Type 3. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly type3: boolean }[]
}

/** Words as they are drawn, a few letters or a line. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Reads a PDF as a reader program would. */
export async function readPdf(path: string): Promise<ReadPdf> {
  const bytes = readFileSync(path)
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise
  const text: string[] = []
  const pieces: Piece[][] = []
  let size: readonly [number, number] = [0, 0]
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    if (number === 1) size = [Math.round(page.view[2] ?? 0), Math.round(page.view[3] ?? 0)]
    const content = await page.getTextContent()
    pieces.push(
      content.items.flatMap((item) =>
        'str' in item
          ? [
              {
                text: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                width: item.width,
              },
            ]
          : [],
      ),
    )
    text.push(
      content.items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replace(/\s+/g, ' '),
    )
  }
  const outline = ((await document.getOutline()) ?? []) as OutlineItem[]
  const marks = await document.getMarkInfo()
  const { info } = await document.getMetadata()
  const source = bytes.toString('latin1')
  return {
    pages: document.numPages,
    size,
    text,
    pieces,
    outline: titles(outline),
    isTagged: marks?.Marked ?? false,
    language: /\/Lang\s*\(([^)]*)\)/.exec(source)?.[1],
    title: 'Title' in info ? String(info.Title) : undefined,
    fonts: fontsIn(source),
  }
}

interface OutlineItem {
  readonly title: string
  readonly items: readonly OutlineItem[]
}

function titles(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) => [item.title, ...titles(item.items)])
}

/** Font descriptors stand uncompressed in what Chromium writes. */
function fontsIn(source: string): { name: string; embedded: boolean; type3: boolean }[] {
  const descriptors = [...source.matchAll(/<<[^<>]*\/Type\s*\/FontDescriptor[\s\S]*?>>/g)].map(
    ([descriptor]) => ({
      name: /\/FontName\s*\/([^\s/]+)/.exec(descriptor)?.[1] ?? '',
      embedded: /\/FontFile[23]?\b/.test(descriptor),
      type3: false,
    }),
  )
  const type3 = [...source.matchAll(/\/Subtype\s*\/Type3/g)].map(() => ({
    name: '',
    embedded: true,
    type3: true,
  }))
  return [...descriptors, ...type3]
}
