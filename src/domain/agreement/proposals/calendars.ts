import { dateOf, type UncertainDate } from '../uncertain-date.ts'

const DAY = 86_400_000

/** Since the act of 31 March 1925 Iran's months have the lengths that are counted with here. */
const FIRST_SOLAR_YEAR = 1304
const LAST_SOLAR_YEAR = 1500

/** A date of the solar calendar of Iran; nothing before its months had their present lengths. */
export function fromSolar(year: number, month: number, day: number): UncertainDate | undefined {
  if (year < FIRST_SOLAR_YEAR || year > LAST_SOLAR_YEAR) return undefined
  const length = month <= 6 ? 31 : month < 12 || isSolarLeap(year) ? 30 : 29
  if (day < 1 || day > length) return undefined
  // 1 Farvardin 1403 was 20 March 2024.
  let days = 0
  for (let y = 1403; y < year; y++) days += isSolarLeap(y) ? 366 : 365
  for (let y = year; y < 1403; y++) days -= isSolarLeap(y) ? 366 : 365
  days += (month - 1) * 30 + Math.min(month - 1, 6) + day - 1
  return onDay(Date.UTC(2024, 2, 20) + days * DAY)
}

/** The cycle of 33 years agrees with the observed equinox for the years 1178 to 1633. */
function isSolarLeap(year: number): boolean {
  return (25 * year + 11) % 33 < 8
}

/** A date of the lunar calendar, whose months begin by sight: doubted, because it may be a day or two off. */
export function fromLunar(year: number, month: number, day: number): UncertainDate | undefined {
  if (year < 1200 || year > 1600 || day < 1 || day > 30) return undefined
  // The arithmetical calendar with its cycle of 30 years; 1 Muharram 1 was 19 July 622 (Gregorian).
  const days = (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1
  const date = onDay(Date.UTC(622, 6, 19) + days * DAY)
  return date && { ...date, uncertain: true }
}

function onDay(moment: number): UncertainDate | undefined {
  const date = new Date(moment)
  return dateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}
