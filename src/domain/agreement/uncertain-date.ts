/**
 * A date as far as it is known: a year, a month or a day, and whether it is doubted. Treaty research is full of
 * dates that are known to the year only, or that two sources give differently.
 */
export interface UncertainDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; years before 1000 are padded with zeros. */
  readonly iso: string
  /** True when the analyst doubts it: shown with a question mark. */
  readonly uncertain?: boolean
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the parts form a date of the Gregorian calendar (29 February only in leap years). */
function isCalendarDate(year: number, month?: number, day?: number): boolean {
  if (month === undefined) return true
  if (month < 1 || month > 12) return false
  if (day === undefined) return true
  if (day < 1 || day > (DAYS[month - 1] ?? 0)) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return !(month === 2 && day === 29 && !leap)
}

/** Makes a date from its parts, or nothing when they form no date. */
export function dateOf(year: number, month?: number, day?: number): UncertainDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999 || !isCalendarDate(year, month, day))
    return undefined
  const parts = [String(year).padStart(4, '0')]
  if (month !== undefined) parts.push(String(month).padStart(2, '0'))
  if (month !== undefined && day !== undefined) parts.push(String(day).padStart(2, '0'))
  return { iso: parts.join('-') }
}

/**
 * Reads what an analyst types: `1949-04-04`, `1949-04`, `1949`, each with an optional `?` for doubt, and
 * `4 April 1949` or `April 4, 1949`. Returns nothing when it is no date.
 */
export function parseUncertainDate(input: string): UncertainDate | undefined {
  const trimmed = input.trim()
  const uncertain = trimmed.endsWith('?')
  const body = uncertain ? trimmed.slice(0, -1).trim() : trimmed
  const date = parseIso(body) ?? parseNamed(body)
  return date && uncertain ? { ...date, uncertain } : date
}

function parseIso(body: string): UncertainDate | undefined {
  const match = ISO.exec(body)
  if (!match) return undefined
  const [, year, month, day] = match
  return dateOf(
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  )
}

function parseNamed(body: string): UncertainDate | undefined {
  const dayFirst = /^(?:(\d{1,2})\s+)?([A-Za-z]+)\.?,?\s+(\d{4})$/.exec(body)
  const monthFirst = /^([A-Za-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(body)
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = name === undefined ? undefined : monthNumber(name)
  if (month === undefined || year === undefined) return undefined
  return dateOf(Number(year), month, day === undefined ? undefined : Number(day))
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The number of an English month, full or cut to three letters or more: `Sept` → 9. */
export function monthNumber(name: string): number | undefined {
  const lower = name.toLowerCase()
  if (lower.length < 3) return undefined
  const index = MONTHS.findIndex((month) => month.startsWith(lower))
  return index < 0 ? undefined : index + 1
}

/** Writes a date for a reader of the given locale, with a question mark when doubted: `4 April 1949`, `1975?`. */
export function formatUncertainDate(date: UncertainDate, locale = 'en-GB'): string {
  const match = ISO.exec(date.iso)
  if (!match) return date.iso
  const [, year, month, day] = match
  // Noon in UTC keeps the calendar day whatever the reader's time zone.
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), 12))
  const known = day === undefined ? (month === undefined ? 'year' : 'month') : 'day'
  return `${formatOf(locale, known).format(moment)}${date.uncertain ? '?' : ''}`
}

/** How exactly a date is known. */
type Known = 'year' | 'month' | 'day'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once for each: making one takes longer than writing hundreds of dates. */
function formatOf(locale: string, known: Known): Intl.DateTimeFormat {
  const key = `${locale} ${known}`
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(known === 'year' ? {} : { month: 'long' }),
      ...(known === 'day' ? { day: 'numeric' } : {}),
    })
  formats.set(key, made)
  return made
}

/** Orders dates by what is known; a year comes before its months, a month before its days. */
export function compareUncertainDates(a: UncertainDate, b: UncertainDate): number {
  return a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0
}
