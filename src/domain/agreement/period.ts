/** A period as an agreement states it: `ten years`, `90 days`. Days are not turned into months. */
export interface Period {
  readonly count: number
  readonly unit: 'year' | 'month' | 'day'
}

/** A period as a reader reads it: `10 years`, `1 month`. */
export function formatPeriod({ count, unit }: Period): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** Reads what `formatPeriod` writes and what people type: `10 years`, `6 Months`, `1 year`. */
export function parsePeriod(input: string): Period | undefined {
  const match = /^(\d{1,4}(?:\.\d{1,2})?)\s+(year|month|day)s?$/i.exec(input.trim())
  const [, digits = '', word = ''] = match ?? []
  const unit = (['year', 'month', 'day'] as const).find((one) => one === word.toLowerCase())
  const count = Number(digits)
  return unit && count > 0 ? { count, unit } : undefined
}
