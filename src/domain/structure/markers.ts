import { letterValue, romanValue } from './numerals.ts'

/** How a paragraph or point is marked at the start of its line. */
export type MarkerStyle = 'digit-dot' | 'digit-paren' | 'letter' | 'roman' | 'bullet'

/** One reading of a marker; `(i)` has two. */
export interface MarkerReading {
  readonly style: MarkerStyle
  readonly value: number
}

/** A marker that opens a block. */
export interface Marker {
  /** As printed, without brackets and stops: `1`, `a`, `iv`. Empty for a dash or bullet. */
  readonly number: string
  /** Length of the marker with its punctuation and the white space after it, in UTF-16 units. */
  readonly length: number
  readonly readings: readonly MarkerReading[]
}

const DIGITS = /^(?:(\d{1,3})[.)](?!\d)|\((\d{1,3})\))\s*/
const LETTERS = /^(?:\(([a-z]{1,5})\)|([a-z]{1,5})\))\s*/i
const BULLET = /^[–—•·-]\s+/

/** Reads the marker at the start of a block, or nothing. Only the neighbours tell which reading is meant. */
export function readMarker(words: string): Marker | undefined {
  const digits = DIGITS.exec(words)
  if (digits) {
    const number = digits[1] ?? digits[2] ?? ''
    const style = digits[1] === undefined || digits[0].trimEnd().endsWith(')') ? 'digit-paren' : 'digit-dot'
    return { number, length: digits[0].length, readings: [{ style, value: Number(number) }] }
  }
  const letters = LETTERS.exec(words)
  if (letters) {
    const number = letters[1] ?? letters[2] ?? ''
    const letter = letterValue(number)
    const roman = romanValue(number)
    const readings: MarkerReading[] = []
    if (letter !== undefined) readings.push({ style: 'letter', value: letter })
    if (roman !== undefined) readings.push({ style: 'roman', value: roman })
    return readings.length === 0 ? undefined : { number, length: letters[0].length, readings }
  }
  const bullet = BULLET.exec(words)
  return bullet
    ? { number: '', length: bullet[0].length, readings: [{ style: 'bullet', value: 0 }] }
    : undefined
}

/**
 * Gives each marker its level, 0 for the outermost. A marker that continues an open list stays in it; one that
 * starts a list (1, a, i) opens a level below. Where two readings fit, the one that the next marker continues is
 * meant: `(h) (i) (j)` are letters, `(h) (i) (ii)` are a letter and two numerals below it. A marker that neither
 * continues nor starts a list gets no level: it is text.
 */
export function levelsOf(markers: readonly Marker[]): (number | undefined)[] {
  const open: MarkerReading[] = []
  return markers.map((marker, i) => {
    const next = markers[i + 1]
    const choice = continuing(open, marker, next) ?? starting(marker, next)
    if (!choice) return undefined
    const level = choice.level ?? open.length
    open.length = level
    open.push(choice.reading)
    return level
  })
}

interface Choice {
  readonly level?: number
  readonly reading: MarkerReading
}

function continuing(
  open: readonly MarkerReading[],
  marker: Marker,
  next: Marker | undefined,
): Choice | undefined {
  const choices = open.flatMap((list, level) =>
    marker.readings
      .filter(
        (reading) =>
          reading.style === list.style && (list.style === 'bullet' || reading.value === list.value + 1),
      )
      .map((reading) => ({ level, reading })),
  )
  const doubtful = marker.readings.length > 1 && next !== undefined
  const other = doubtful ? starting(marker, next) : undefined
  const continued = choices.find((choice) => !doubtful || continues(choice.reading, next))
  if (continued) return continued
  return other && continues(other.reading, next) ? undefined : choices.at(-1)
}

function starting(marker: Marker, next: Marker | undefined): Choice | undefined {
  const first = marker.readings.filter((reading) => reading.style === 'bullet' || reading.value === 1)
  const reading = first.find((r) => continues(r, next)) ?? first[0]
  return reading && { reading }
}

function continues(reading: MarkerReading, next: Marker | undefined): boolean {
  return (next?.readings ?? []).some((r) => r.style === reading.style && r.value === reading.value + 1)
}
