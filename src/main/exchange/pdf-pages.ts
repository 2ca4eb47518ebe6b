/** Counts the pages of a PDF as Chromium writes it: page objects stand uncompressed, one `/Type /Page` each. */
export function countPages(pdf: Uint8Array): number {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  return source.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0
}
