import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workerScript } from './worker-script.testing.ts'
import { pdfOf } from './pdf.testing.ts'
import { readDocument, type Read } from './read-document.ts'
import { workerReader } from './worker-reader.ts'

const large = Buffer.from('Article 1\n\nThe Parties shall consult.\n\n'.repeat(5000))

function reader(): Read {
  return workerReader(workerScript(join(import.meta.dirname, 'read-worker.ts'))).read
}

describe('workerReader', () => {
  it('gives what readDocument gives, and says how far it is', async () => {
    const read = reader()
    const shares: number[] = []
    const pdf = pdfOf([[{ x: 60, y: 700, words: 'Article 1' }]])
    expect(await read(pdf, 'x.pdf', { progress: (share) => shares.push(share) })).toEqual(
      await readDocument(pdf, 'x.pdf'),
    )
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    const known = { language: 'nl', withProposals: true }
    expect(await read(large, 'x.txt', known)).toEqual(await readDocument(large, 'x.txt', known))
  })

  it('fails as readDocument fails', async () => {
    const broken = Buffer.from('%PDF-1.7\nnothing')
    await expect(reader()(broken, 'x.pdf')).rejects.toMatchObject({
      code: 'file-corrupt',
      details: { name: 'x.pdf' },
    })
  })

  it('stops when told to, before it works and in the middle of the structure', async () => {
    const read = reader()
    await expect(read(large, 'x.txt', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
    const controller = new AbortController()
    const reading = read(large, 'x.txt', {
      signal: controller.signal,
      progress: (share) => {
        if (share >= 0.5) controller.abort()
      },
    })
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('reads the next file in the thread of the last, also after a bad one and a cancelled one', async () => {
    const { read, prepare } = workerReader(workerScript(join(import.meta.dirname, 'read-worker.ts')))
    prepare()
    const wanted = await readDocument(large, 'x.txt')
    expect(await read(large, 'x.txt')).toEqual(wanted)
    await expect(read(Buffer.from('%PDF-1.7\nnothing'), 'x.pdf')).rejects.toMatchObject({
      code: 'file-corrupt',
    })
    const controller = new AbortController()
    const cancelled = read(large, 'x.txt', { signal: controller.signal })
    const beside = read(large, 'x.txt')
    controller.abort()
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
    expect(await beside).toEqual(wanted)
    expect(await read(large, 'x.txt')).toEqual(wanted)
  })

  it('leaves this thread free while it works', async () => {
    let turns = 0
    let isDone = false
    const turn = (): void => {
      turns++
      if (!isDone) setImmediate(turn)
    }
    turn()
    let turnsBefore = 0
    const reading = reader()(large, 'x.txt', {
      progress: (share) => {
        if (share === 0.5) turnsBefore = turns
      },
    })
    await reading
    isDone = true
    expect(turns - turnsBefore).toBeGreaterThan(10)
  })

  it('says so when its script is not there', async () => {
    const lost = workerReader(join(import.meta.dirname, 'gone.js'))
    await expect(lost.read(large, 'x.txt')).rejects.toMatchObject({ code: 'internal' })
  })
})
