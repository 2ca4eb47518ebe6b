import type { ProvisionId } from '../shared/id.ts'
import type { TextSplice } from '../text/carry/carry-splice.ts'
import type { Provisions } from './corrections.ts'
import type { Provision } from './provision.ts'

/** The words of a provision that stand in none inside it: its marker, its heading and its own text. UTF-16 offsets. */
export function ownRange(
  provisions: Provisions,
  text: string,
  id: ProvisionId,
): { readonly start: number; readonly end: number } | undefined {
  const index = provisions.findIndex((p) => p.id === id)
  const own = provisions[index]
  if (!own) return undefined
  const next = provisions[index + 1]
  let end = next && next.start < own.end ? next.start : own.end
  while (end > own.start && text.charAt(end - 1).trim() === '') end--
  return { start: own.start, end }
}

/**
 * The provisions after a change of words in one of them: what stands behind moves, what holds it grows or shrinks.
 * Nothing when the change reaches out of the provision's own words, or would leave none.
 */
export function spliceProvisions(
  provisions: Provisions,
  text: string,
  id: ProvisionId,
  splice: TextSplice,
): Provisions | undefined {
  const range = ownRange(provisions, text, id)
  const gone = splice.at + splice.remove.length
  if (!range || splice.at < range.start || gone > range.end) return undefined
  const left = text.slice(range.start, splice.at) + splice.insert + text.slice(gone, range.end)
  if (left.trim() === '') return undefined
  const at = provisions.findIndex((p) => p.id === id)
  const shift = splice.insert.length - splice.remove.length
  return provisions.map((p, i) => {
    if (i > at) return { ...p, start: p.start + shift, end: p.end + shift, textStart: p.textStart + shift }
    if (i === at) return corrected(p, text, splice)
    if (p.end < range.end) return p
    const hasText = p.textStart < p.end
    return { ...p, end: p.end + shift, textStart: hasText ? p.textStart : p.end + shift }
  })
}

function corrected(p: Provision, text: string, splice: TextSplice): Provision {
  const { at, remove, insert } = splice
  const gone = at + remove.length
  const shift = insert.length - remove.length
  const end = p.end + shift
  const heading = correctedHeading(p, text, splice)
  const renamed = heading === undefined ? p : { ...p, heading }
  if (p.textStart === p.end) return { ...renamed, end, textStart: end }
  if (p.textStart <= at) return { ...renamed, end }
  return {
    ...renamed,
    end,
    textStart: Math.min(p.textStart >= gone ? p.textStart + shift : at + insert.length, end),
  }
}

/** The heading with the change in it, when the change is in the heading and something is left of it. */
function correctedHeading(
  { start, heading }: Provision,
  text: string,
  { at, remove, insert }: TextSplice,
): string | undefined {
  if (heading === undefined) return undefined
  const from = text.indexOf(heading, start)
  const inside = from >= 0 && at >= from && at + remove.length <= from + heading.length
  if (!inside) return undefined
  const after = heading.slice(0, at - from) + insert + heading.slice(at - from + remove.length)
  return after.trim() === '' ? undefined : after
}
