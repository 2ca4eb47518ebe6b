import { describe, expect, it } from 'vitest'
import { threadOf } from './thread.ts'

const FISHING = 'a joint council settles every quarrel about fishing grounds beyond the northern reef.'
const PORTS = 'each party opens the port of arden to merchant ships that carry salt or timber.'
const DUES = 'the dues are the same for all.'

/** Pairs of what is stitched together, in the order of the old text. */
function stitched(before: string, after: string): [string, string][] {
  return threadOf(before, after).stitches.map(({ old, now }) => [
    before.slice(old.start, old.end),
    after.slice(now.start, now.end),
  ])
}

describe('threadOf', () => {
  it('stitches the words that stand once in either text, wherever they went', () => {
    const rows = stitched(`${FISHING} ${PORTS}`, `${PORTS} ${FISHING}`)
    expect(rows[0]).toEqual(['a joint council settles', 'a joint council settles'])
    expect(rows.at(-1)).toEqual(['carry salt or timber', 'carry salt or timber'])
    expect(rows.every(([old, now]) => old === now)).toBe(true)
  })

  it('takes no words that stand twice', () => {
    const before = `${FISHING} ${DUES} ${PORTS} ${DUES}`
    const rows = stitched(before, before).filter(([old]) => DUES.includes(old))
    expect(rows).toEqual([])
  })

  it('takes no few words that run along with nothing', () => {
    expect(stitched(`${FISHING} so help us all.`, `${PORTS} so help us all.`)).toEqual([])
  })

  it('takes nothing from a passage that has got a copy, though letters are misread in one of the two', () => {
    const misread = FISHING.replace('joint', 'jomt').replace('beyond', 'heyond')
    expect(stitched(FISHING, `${misread} ${FISHING}`)).toEqual([])
  })

  it('leaves numbers out: they change when articles are numbered anew', () => {
    const before = `${FISHING} see article 4. ${PORTS}`
    expect(stitched(before, before.replace('4', '9')).length).toBe(stitched(before, before).length)
  })
})
