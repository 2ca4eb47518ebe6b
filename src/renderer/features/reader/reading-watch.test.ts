import { describe, expect, it } from 'vitest'
import { makeReadingWatch, type Seen } from './reading-watch.ts'

const short = (isEndSeen = true): Seen => ({ id: 'short', length: 80, isEndSeen })
const long = (isEndSeen: boolean): Seen => ({ id: 'long', length: 1200, isEndSeen })

/** What a watch says second by second. */
function read(...seconds: readonly (readonly Seen[])[]): string[] {
  const watch = makeReadingWatch()
  return [...new Set(seconds.flatMap((seen) => watch.look(seen, 1)))]
}

describe('what has been read', () => {
  it('has been on the screen for a few seconds, in one go or in several', () => {
    expect(read([short()], [short()])).toEqual([])
    expect(read([short()], [short()], [short()])).toEqual(['short'])
    expect(read([short()], [], [short()], [], [short()])).toEqual(['short'])
  })

  it('takes longer the longer it is', () => {
    const second = [long(true)]
    expect(read(...Array.from({ length: 19 }, () => second))).toEqual([])
    expect(read(...Array.from({ length: 20 }, () => second))).toEqual(['long'])
  })

  it('has been seen to its end, now or before', () => {
    const above = Array.from({ length: 40 }, () => [long(false)])
    expect(read(...above)).toEqual([])
    expect(read(...above, [long(true)])).toEqual(['long'])
    expect(read([long(true)], ...above)).toEqual(['long'])
  })

  it('is not said again of what the analyst has said not to be read', () => {
    const watch = makeReadingWatch()
    watch.leave('short')
    expect(watch.look([short()], 10)).toEqual([])
  })
})
