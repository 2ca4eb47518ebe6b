import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import { normaliseText } from '#domain/text/normalise.ts'
import { decodeDocument } from './decode-document.ts'
import { docxOf, listed, numberingOf, paragraph } from './docx.testing.ts'
import { pdfOf } from './pdf.testing.ts'

/** Cases for each format: what fits a few seconds, or all of them in the whole fault suite. */
const RUNS = process.env['PACTA_FAULTS'] === 'full' ? 10_000 : 400

/** A small valid file of each format, to be spoiled. */
const VALID: Readonly<Record<string, Uint8Array>> = {
  'x.txt': Buffer.from('TREATY\n\nArticle 1\n\nСтороны, the Parties — 締約國 🤝 shall consult.\n'),
  'x.html': Buffer.from(
    '<!doctype html><html><body><main><h1>T</h1><ol type="i"><li>a<li>b</ol><table><tr><td>(a)</td><td>x</td></tr></table></main></body></html>',
  ),
  'x.md': Buffer.from(
    '---\ntitle: T\n---\n# T\n\n## **Art. 1** x\n\n<sup>1</sup> a[^1] *b*\n\n| c | d |\n\n[^1]: e\n',
  ),
  'x.xml': Buffer.from(
    '<?xml version="1.0"?><treaty><meta><name>T</name></meta><body><chapter number="CHAPTER I" name="x"><article number="ARTICLE 1">y</article></chapter></body></treaty>',
  ),
  'x.akn': Buffer.from(
    '<akomaNtoso><act><body><article><num>1</num><paragraph><num>1.</num><content><p>x</p></content></paragraph></article></body></act></akomaNtoso>',
  ),
  'x.json': Buffer.from('{"treaty_en":"T","articles":[{"article":"一","content_en":"x","content_zh":"一"}]}'),
  'x.docx': docxOf({
    body: paragraph('x', listed(1, 0)) + paragraph('y', listed(1, 1)),
    numbering: numberingOf(['upperRoman', 'Article %1'], ['lowerLetter', '(%2)']),
  }),
  'x.pdf': pdfOf([[{ x: 60, y: 700, words: 'Article 1' }], [{ x: 60, y: 700, words: 'Peace.' }]]),
}

/** Replaces, removes, repeats and cuts bytes. */
function spoiled(valid: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: Math.max(0, valid.length - 1) })
  const change = fc.oneof(
    fc.record({
      kind: fc.constant('replace' as const),
      at: place,
      bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('remove' as const), at: place, count: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ kind: fc.constant('repeat' as const), at: place, count: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant('cut' as const), at: place }),
  )
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let bytes = Buffer.from(valid)
    for (const each of changes) {
      const { at } = each
      if (each.kind === 'replace')
        bytes.set(each.bytes.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length))
      if (each.kind === 'remove')
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + each.count)])
      if (each.kind === 'repeat') {
        bytes = Buffer.concat([bytes.subarray(0, at + each.count), bytes.subarray(at)])
      }
      if (each.kind === 'cut') bytes = bytes.subarray(0, at)
    }
    return bytes
  })
}

/** Reads, or refuses with an error the user can be told about; what is read is whole and its hints lie in it. */
async function survives(bytes: Uint8Array, name: string): Promise<void> {
  const before = Buffer.from(bytes)
  try {
    const { texts } = await decodeDocument(bytes, name)
    expect(texts.length).toBeGreaterThan(0)
    for (const { text, hints } of texts) {
      expect(normaliseText(text).text).toBe(text)
      for (const { start, end } of hints) expect(start >= 0 && start < end && end <= text.length).toBe(true)
    }
  } catch (error) {
    if (!(error instanceof PactaError)) throw error
    expect(error.code).not.toBe('internal')
  }
  expect(before.equals(bytes)).toBe(true)
}

describe('bad input', () => {
  // A damaged PDF makes its library fail a second time where nobody waits; decode-pdf ignores that, and the test
  // runner, which would call it a failure of the test, has to as well. Other lost failures still end the run.
  const listeners = process.listeners('unhandledRejection')
  beforeAll(() => {
    process.removeAllListeners('unhandledRejection')
  })
  afterAll(() => {
    for (const listener of listeners) process.on('unhandledRejection', listener)
  })

  it('is read or refused, never a crash: any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), (bytes) => survives(bytes, 'x')),
      { numRuns: RUNS },
    )
  })

  it.each(Object.keys(VALID))('is read or refused, never a crash: %s with bytes spoiled', async (name) => {
    const valid = VALID[name] ?? new Uint8Array()
    await expect(decodeDocument(valid, name)).resolves.toBeDefined()
    await fc.assert(
      fc.asyncProperty(spoiled(valid), (bytes) => survives(bytes, name)),
      { numRuns: RUNS },
    )
  })
})
