import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityPage } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import { MARKS_IN_A_ROW, unpacked, type MarksRow } from './projection-db.ts'
import type { LibraryLot } from './projection-store.ts'
import { fetchLibrary } from './rebuild.ts'

type Texts = EntityPage['texts']

/** A main process that hands out these pages; the number of each says at what position of the journal. */
function handingOut(pages: readonly { readonly texts: Texts; readonly seq: number }[]): Client {
  let asked = 0
  return {
    invoke: () => {
      const page = pages[asked++]
      const isLast = asked === pages.length
      return Promise.resolve({ json: '[]', total: pages.length, ...(isLast ? {} : { next: asked }), ...page })
    },
  } as unknown as Client
}

async function fetched(client: Client): Promise<{ lots: LibraryLot[]; seq: number; shares: number[] }> {
  const shares: number[] = []
  const lots: LibraryLot[] = []
  const all = fetchLibrary(client, (share) => shares.push(share))
  for (;;) {
    const next = await all.next()
    if (next.done) return { lots, seq: next.value, shares }
    lots.push(next.value)
  }
}

const marked = (id: string, annotations: number, assessments: number): Texts[number] => ({
  id,
  annotations: Array.from({ length: annotations }, (_, n) => JSON.stringify({ id: `a${n}` })),
  assessments: Array.from({ length: assessments }, (_, n) => JSON.stringify({ id: `s${n}` })),
})

describe('the library, fetched as rows', () => {
  it('has the marks of a text in rows of a bounded size, none lost and in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.nat(1000), async (annotations, assessments) => {
        const text = marked('t', annotations, assessments)
        const { lots } = await fetched(handingOut([{ texts: [text], seq: 1 }]))
        const rows = lots.flatMap((lot) => lot.marks).map((row) => unpacked(row) as MarksRow)
        expect(rows.map(({ id }) => id)).toEqual(rows.map((_, n) => `t/${n}`))
        expect(rows.flatMap((row) => row.annotations).map((a) => JSON.stringify(a))).toEqual(text.annotations)
        expect(rows.flatMap((row) => row.assessments).map((a) => JSON.stringify(a))).toEqual(text.assessments)
        const sizes = rows.map((row) => row.annotations.length + row.assessments.length)
        expect(sizes.slice(0, -1).every((size) => size === MARKS_IN_A_ROW)).toBe(true)
        expect(sizes.every((size) => size > 0 && size <= MARKS_IN_A_ROW)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('begins anew when something changes between two pages', async () => {
    const pages = [
      { texts: [marked('t', 1, 0)], seq: 1 },
      { texts: [marked('u', 1, 0)], seq: 2 },
      { texts: [marked('t', 2, 0)], seq: 2 },
      { texts: [marked('u', 1, 0)], seq: 2 },
    ]
    const { lots, seq, shares } = await fetched(handingOut(pages))
    expect(seq).toBe(2)
    expect(lots.map(({ isFirst }) => isFirst)).toEqual([true, true, false])
    expect(lots.flatMap(({ marks }) => marks.map(({ id }) => id))).toEqual(['t/0', 't/0', 'u/0'])
    expect(shares[0]).toBe(0)
  })
})
