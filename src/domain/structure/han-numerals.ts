/** The values of the signs; 10 and more are units that the sign before them multiplies. */
const VALUES: ReadonlyMap<number, number> = new Map(
  (
    [
      ['〇零', 0],
      ['一壹', 1],
      ['二貳贰', 2],
      ['三叁參', 3],
      ['四肆', 4],
      ['五伍', 5],
      ['六陸陆', 6],
      ['七柒', 7],
      ['八捌', 8],
      ['九玖', 9],
      ['十拾', 10],
      ['廿', 20],
      ['卅', 30],
      ['百', 100],
      ['千', 1000],
    ] as const
  ).flatMap(([signs, value]) => signs.split('').map((sign): [number, number] => [sign.charCodeAt(0), value])),
)

/**
 * The value of a Chinese numeral up to 9999, also with the signs of contracts, which cannot be altered with a stroke
 * (`二百八十七` → 287; positional `一〇五` → 105; `拾貳` → 12).
 */
export function hanValue(printed: string): number {
  let total = 0
  let digit: number | undefined
  let positional = 0
  let hasUnits = false
  for (let i = 0; i < printed.length; i++) {
    const value = VALUES.get(printed.charCodeAt(i)) ?? -1
    if (value < 10) {
      positional = positional * 10 + value
      digit = value
    } else if (value === 20 || value === 30) {
      hasUnits = true
      total += value
      digit = undefined
    } else {
      hasUnits = true
      total += (digit === undefined || digit === 0 ? 1 : digit) * value
      digit = undefined
    }
  }
  return hasUnits ? total + (digit ?? 0) : positional
}
