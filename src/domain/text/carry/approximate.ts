/** A place where a pattern stands, perhaps with errors. */
export interface Occurrence {
  readonly start: number
  readonly end: number
  /** Insertions, deletions and replacements of UTF-16 units that turn the pattern into what stands there. */
  readonly distance: number
}

const WORD = 32

/**
 * Finds every place in `text` between `from` and `to` that differs from `pattern` in at most `limit` units, the
 * best one where they overlap, in reading order.
 *
 * Myers' bit-parallel algorithm (G. Myers, "A fast bit-vector algorithm for approximate string matching based on
 * dynamic programming", J. ACM 46(3), 1999) in blocks of 32 rows (H. Hyyrö, "A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances", Nordic J. Computing 10, 2003). Time: length × ⌈pattern / 32⌉.
 */
export function findAlike(
  text: string,
  pattern: string,
  limit: number,
  from = 0,
  to: number = text.length,
): Occurrence[] {
  if (pattern === '' || from >= to) return []
  const column = new Column(pattern)
  const ends: { end: number; distance: number }[] = []
  for (let i = from; i < to; i++) {
    const distance = column.advance(text.charCodeAt(i), 0)
    if (distance > limit) continue
    const last = ends.at(-1)
    if (!last || i + 1 - last.end > pattern.length / 2) ends.push({ end: i + 1, distance })
    // Of equals that touch, the longer: a wrong last letter is replaced, not lost.
    else if (distance < last.distance || (distance === last.distance && i === last.end))
      ends[ends.length - 1] = { end: i + 1, distance }
  }
  const reversed = ends.length > 0 ? reverse(pattern) : ''
  return ends.map(({ end, distance }) => ({
    start: startOf(text, reversed, end, Math.max(from, end - pattern.length - distance)),
    end,
    distance,
  }))
}

/** Reads backward from a known end: the start with the fewest errors, the longest of equals. */
function startOf(text: string, reversed: string, end: number, earliest: number): number {
  const column = new Column(reversed)
  let best = Infinity
  let start = earliest
  for (let i = end - 1; i >= earliest; i--) {
    const distance = column.advance(text.charCodeAt(i), 1)
    if (distance <= best) {
      best = distance
      start = i
    }
  }
  return start
}

/** How many single-unit edits turn one string into the other. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a.length + b.length
  const column = new Column(a)
  let distance = a.length
  for (let i = 0; i < b.length; i++) distance = column.advance(b.charCodeAt(i), 1)
  return distance
}

/** 1 for equal strings, 0 for strings with nothing in common. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer
}

/** One column of the edit matrix, as differences between neighbouring rows, 32 rows to a block. */
class Column {
  private readonly blocks: number
  private readonly lastBit: number
  private readonly equal = new Map<number, Int32Array>()
  private readonly none: Int32Array
  private readonly plus: Int32Array
  private readonly minus: Int32Array
  private distance: number

  constructor(pattern: string) {
    this.blocks = Math.ceil(pattern.length / WORD)
    this.lastBit = 1 << ((pattern.length - 1) % WORD)
    this.none = new Int32Array(this.blocks)
    this.plus = new Int32Array(this.blocks).fill(-1)
    this.minus = new Int32Array(this.blocks)
    this.distance = pattern.length
    for (let i = 0; i < pattern.length; i++) {
      const code = pattern.charCodeAt(i)
      let rows = this.equal.get(code)
      if (!rows) this.equal.set(code, (rows = new Int32Array(this.blocks)))
      const block = Math.floor(i / WORD)
      rows[block] = (rows[block] ?? 0) | (1 << (i % WORD))
    }
  }

  /**
   * Takes the next unit of the text; the distance of the whole pattern to the best stretch that ends there.
   * `top` is 0 when the stretch may begin anywhere, 1 when it begins where the text does.
   */
  advance(code: number, top: 0 | 1): number {
    const rows = this.equal.get(code) ?? this.none
    const { plus, minus, blocks } = this
    let carry: number = top
    for (let b = 0; b < blocks; b++) {
      let eq = rows[b] ?? 0
      const pv = plus[b] ?? 0
      const mv = minus[b] ?? 0
      const xv = eq | mv
      if (carry < 0) eq |= 1
      const xh = ((((eq & pv) + pv) | 0) ^ pv) | eq
      let ph = mv | ~(xh | pv)
      let mh = pv & xh
      const high = b === blocks - 1 ? this.lastBit : 1 << (WORD - 1)
      const out = (ph & high) !== 0 ? 1 : (mh & high) !== 0 ? -1 : 0
      ph = (ph << 1) | (carry > 0 ? 1 : 0)
      mh = (mh << 1) | (carry < 0 ? 1 : 0)
      plus[b] = mh | ~(xv | ph)
      minus[b] = ph & xv
      carry = out
    }
    this.distance += carry
    return this.distance
  }
}

function reverse(pattern: string): string {
  let reversed = ''
  for (let i = pattern.length - 1; i >= 0; i--) reversed += pattern.charAt(i)
  return reversed
}
