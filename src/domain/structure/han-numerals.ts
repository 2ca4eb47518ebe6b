const HAN_DIGITS = '零一二三四五六七八九'
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Numerals as contracts write them, which cannot be altered with a stroke. */
const FORMAL: Readonly<Record<string, string>> = {
  壹: '一',
  貳: '二',
  贰: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陸: '六',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
}

/** The value of a Chinese numeral up to 9999 (`二百八十七` → 287; positional `一〇五` → 105). */
export function hanValue(printed: string): number {
  const plain = printed.replace(/[壹貳贰叁參肆伍陸陆柒捌玖拾]/g, (sign) => FORMAL[sign] ?? sign)
  const signs = plain.replace(/〇/g, '零').replace(/廿/g, '二十').replace(/卅/g, '三十').split('')
  if (!signs.some((sign) => sign in HAN_UNITS))
    return signs.reduce((value, sign) => value * 10 + HAN_DIGITS.indexOf(sign), 0)
  let total = 0
  let digit: number | undefined
  for (const sign of signs) {
    const unit = HAN_UNITS[sign]
    if (unit === undefined) digit = HAN_DIGITS.indexOf(sign)
    else {
      total += (digit === undefined || digit === 0 ? 1 : digit) * unit
      digit = undefined
    }
  }
  return total + (digit ?? 0)
}
