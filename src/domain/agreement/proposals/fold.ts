const folded = new Map<string, string>()

/**
 * Text in one form for look-up, unit by unit, so that offsets stay: lower case, without accents, Arabic and Persian
 * letters and all decimal digits one, every white space a blank.
 */
export function foldText(text: string): string {
  let result = ''
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x61 && code <= 0x7a) result += text.charAt(i)
    else if (code >= 0x41 && code <= 0x5a) result += String.fromCharCode(code + 32)
    else result += foldUnit(text.charAt(i))
  }
  return result
}

/** Folds what a pattern says and leaves its syntax alone, which is ASCII. */
export function foldPattern(pattern: string): string {
  let result = ''
  for (const unit of pattern) result += unit.charCodeAt(0) < 0x80 ? unit : foldUnit(unit)
  return result
}

const SAME: Readonly<Record<string, string>> = {
  ى: 'ی',
  ي: 'ی',
  ك: 'ک',
  ة: 'ه',
  '’': "'",
  '‘': "'",
  '´': "'",
  '，': ',',
  '、': '、',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '،': ',',
  '؛': ';',
  '–': '-',
  '‐': '-',
  '‑': '-',
}

function foldUnit(unit: string): string {
  const known = folded.get(unit)
  if (known !== undefined) return known
  const result = foldedUnit(unit)
  folded.set(unit, result)
  return result
}

function foldedUnit(unit: string): string {
  if (/\s/.test(unit)) return ' '
  const digit = digitOf(unit.charCodeAt(0))
  if (digit !== undefined) return String(digit)
  const lower = unit.toLowerCase()
  const parts = lower.normalize('NFD')
  // Only marks are taken away: Korean syllables and the like stay whole.
  const base = parts.length > 1 && /^\p{M}+$/u.test(parts.slice(1)) ? parts.charAt(0) : lower
  const one = base.length === 1 ? base : unit
  return SAME[one] ?? one
}

function digitOf(code: number): number | undefined {
  for (const zero of [0x660, 0x6f0, 0xff10]) if (code >= zero && code < zero + 10) return code - zero
  return undefined
}
