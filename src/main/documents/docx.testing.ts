import { zipOf, type ZipEntry } from './zip.testing.ts'

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** What a test's document is made of: the XML inside `w:body`, and the other parts it needs. */
export interface DocxParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly others?: readonly ZipEntry[]
}

/** Writes a Word document. */
export function docxOf({ body, styles, numbering, footnotes, others = [] }: DocxParts): Uint8Array {
  const part = (root: string, inner: string): string =>
    `<?xml version="1.0"?><w:${root} ${NAMESPACE}>${inner}</w:${root}>`
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content:
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', content: part('document', `<w:body>${body}</w:body>`) },
    ...(styles === undefined ? [] : [{ name: 'word/styles.xml', content: part('styles', styles) }]),
    ...(numbering === undefined
      ? []
      : [{ name: 'word/numbering.xml', content: part('numbering', numbering) }]),
    ...(footnotes === undefined
      ? []
      : [{ name: 'word/footnotes.xml', content: part('footnotes', footnotes) }]),
    ...others,
  ])
}

/** A paragraph; `properties` is XML for `w:pPr`. */
export function paragraph(words: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`
}

/** Properties that put a paragraph into a list. */
export function listed(listId: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listId}"/></w:numPr>`
}

/** Levels of a numbering, each `[format, text]`. */
export function numberingOf(...levels: readonly (readonly [string, string])[]): string {
  const inner = levels
    .map(
      ([format, text], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')
  return `<w:abstractNum w:abstractNumId="0">${inner}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
}
