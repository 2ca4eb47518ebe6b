import { firstWhere } from '../../shared/first-where.ts'

/**
 * A text as it is compared: without the differences that a new scan or a new file makes everywhere. White space
 * runs are one space, letters are lower case, quotation marks and dashes are plain, invisible marks are gone.
 */
export interface FoldedText {
  readonly text: string
  /** The UTF-16 offset in the original of every unit of `text`, and of its end. */
  readonly offsets: Uint32Array
}

const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
}

/** Soft hyphen, zero-width characters and direction marks: never printed. The Arabic tatweel only stretches. */
const INVISIBLE = /[\u00AD\u0640\u200B-\u200F\u2060\uFEFF]/

/** Folds a text. Linear; every unit of the result comes from one unit of the original, in order. */
export function foldText(original: string): FoldedText {
  const offsets = new Uint32Array(original.length + 1)
  const parts: string[] = []
  let length = 0
  let lastIsSpace = true
  for (let i = 0; i < original.length; i++) {
    const folded = foldUnit(original.charAt(i))
    if (folded === '' || (folded === ' ' && lastIsSpace)) continue
    lastIsSpace = folded === ' '
    offsets[length++] = i
    parts.push(folded)
  }
  offsets[length] = original.length
  return { text: parts.join(''), offsets: offsets.slice(0, length + 1) }
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code <= 32 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return ' '
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : unit
  if (code === 0x2028 || code === 0x2029) return ' '
  const plain = PLAIN[unit]
  if (plain !== undefined) return plain
  if (INVISIBLE.test(unit)) return ''
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}

/** The first folded position whose original offset is `offset` or later. */
export function foldedPosition(folded: FoldedText, offset: number): number {
  return firstWhere(folded.text.length, (n) => (folded.offsets[n] ?? 0) >= offset)
}

/** The original range of a folded one that is not empty: from its first character to after its last. */
export function originalRange(
  folded: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  return { start: folded.offsets[start] ?? 0, end: (folded.offsets[end - 1] ?? 0) + 1 }
}
