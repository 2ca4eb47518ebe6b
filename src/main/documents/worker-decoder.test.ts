import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { decodeDocument } from './decode-document.ts'
import type { Decode } from './decoded-document.ts'
import { pdfOf } from './pdf.testing.ts'
import { workerDecoder } from './worker-decoder.ts'

/** A script that runs the worker's source, translated as the scripts of this repository are. */
function workerScript(): string {
  const translator = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs')
  const script = join(temporaryFolder(), 'worker.mjs')
  const source = pathToFileURL(join(import.meta.dirname, 'decode-worker.ts')).href
  writeFileSync(
    script,
    `import { register } from '${pathToFileURL(translator).href}'\nregister()\nawait import('${source}')\n`,
  )
  return script
}

const large = Buffer.from('Article 1\n\nThe Parties shall consult.\n\n'.repeat(5000))

/** The decoder of one test. */
function decoder(): Decode {
  return workerDecoder(workerScript())
}

describe('workerDecoder', () => {
  it('gives what decodeDocument gives, and says how far it is', async () => {
    const decode = decoder()
    const shares: number[] = []
    const pdf = pdfOf([[{ x: 60, y: 700, words: 'Article 1' }]])
    expect(await decode(pdf, 'x.pdf', { progress: (share) => shares.push(share) })).toEqual(
      await decodeDocument(pdf, 'x.pdf'),
    )
    expect(shares.at(-1)).toBe(1)
    expect(await decode(large, 'x.txt')).toEqual(await decodeDocument(large, 'x.txt'))
  })

  it('fails as decodeDocument fails', async () => {
    const decode = decoder()
    const broken = Buffer.from('%PDF-1.7\nnothing')
    await expect(decode(broken, 'x.pdf')).rejects.toMatchObject({
      code: 'file-corrupt',
      details: { name: 'x.pdf' },
    })
  })

  it('stops when told to, before and while it works', async () => {
    const decode = decoder()
    await expect(decode(large, 'x.txt', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
    const controller = new AbortController()
    const reading = decode(large, 'x.txt', { signal: controller.signal })
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('says so when its script is not there', async () => {
    const lost = workerDecoder(join(import.meta.dirname, 'gone.js'))
    await expect(lost(large, 'x.txt')).rejects.toMatchObject({ code: 'internal' })
  })
})
