/** Words on a test's page, in points from the lower left corner. */
export interface PlacedWords {
  readonly x: number
  readonly y: number
  readonly words: string
  readonly size?: number
}

/** Writes a PDF with a page for each list of words, in Courier: every letter is six tenths of its size wide. */
export function pdfOf(pages: readonly (readonly PlacedWords[])[], extra = ''): Uint8Array {
  const objects: string[] = []
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')
  objects.push('<</Type/Catalog/Pages 2 0 R>>')
  objects.push(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  objects.push('<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>')
  pages.forEach((words, i) => {
    const content = words
      .map(({ x, y, words: line, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(line)}) Tj ET`)
      .join('\n')
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${5 + i * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
    )
    objects.push(`<</Length ${content.length}>>\nstream\n${content}\nendstream`)
  })
  return fileOf(objects, extra)
}

/** Writes a PDF whose pages hold one picture each and no words. */
export function scannedPdf(pages: number): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, i) => `${5 + i} 0 R`).join(' ')}]>>`,
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream',
    '<</Length 20>>\nstream\nq 600 0 0 800 0 0 cm /I Do Q\nendstream'.replace('20', '31'),
  ]
  for (let i = 0; i < pages; i++) {
    objects.push(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</I 3 0 R>>>>>>',
    )
  }
  return fileOf(objects, '')
}

/** A trailer entry that says the file is encrypted with a password that is not empty. */
export const ENCRYPTED = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`

function fileOf(objects: readonly string[], extra: string): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  objects.forEach((object, i) => {
    offsets.push(file.length)
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${extra}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function escaped(words: string): string {
  return words.replace(/[()\\]/g, '\\$&')
}
