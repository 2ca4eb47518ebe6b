import type { ProvisionId } from '../shared/id.ts'
import { trimmedEnd } from './blocks.ts'
import { readNumeralAt } from './numeral-reading.ts'
import { arabicOf } from './numerals.ts'
import type { Provision, ProvisionKind } from './provision.ts'

/*
 * What a person corrects in a detected structure. Each correction is a pure function from provisions to provisions;
 * where it makes no sense it returns them unchanged. The ids of untouched provisions stay as they are, so that
 * annotations and addresses hold; to undo a correction is to keep the provisions from before.
 */

/** The provisions of one text, in reading order. */
export type Provisions = readonly Provision[]

/** What a provision is called: all of it, so that what is absent is removed. */
export interface ProvisionLabel {
  readonly kind: ProvisionKind
  /** As printed. */
  readonly number?: string
  readonly heading?: string
}

/**
 * Cuts the innermost provision at an offset in two. The second half begins with the first word at or behind the
 * offset, stands at the same level, takes over what stood inside behind the offset, and gets a new id. Unchanged
 * when either half would be empty.
 */
export function splitAt(
  provisions: Provisions,
  text: string,
  offset: number,
  label?: ProvisionLabel,
): Provisions {
  const index = provisions.findLastIndex((p) => p.start <= offset && offset < p.end)
  const whole = provisions[index]
  if (!whole) return provisions
  const start = firstWord(text, offset, whole.end)
  const end = trimmedEnd(text, whole.start, offset)
  // A child may begin with that very word: then the text is already split there.
  const next = provisions[index + 1]
  if (start >= whole.end || end <= whole.start || (next && next.start <= start && next.start >= offset))
    return provisions
  const inner = provisions.slice(index + 1).findIndex((p) => p.depth <= whole.depth || p.start >= start)
  const at = inner < 0 ? provisions.length : index + 1 + inner
  const first: Provision = { ...whole, end, textStart: Math.min(whole.textStart, end) }
  const second: Provision = {
    id: freeId(provisions, whole.id),
    depth: whole.depth,
    start,
    end: whole.end,
    textStart: start,
    ...named(label ?? { kind: whole.kind }),
  }
  return [
    ...provisions.slice(0, index),
    first,
    ...provisions.slice(index + 1, at),
    second,
    ...provisions.slice(at),
  ]
}

/**
 * Joins a provision to what stands before it: to the last words of its elder sibling, or to its parent's own text
 * when it is the first child. What stood inside it stays, one level up if need be. Unchanged for the first of a text.
 */
export function mergeWithPrevious(provisions: Provisions, text: string, id: ProvisionId): Provisions {
  const index = provisions.findIndex((p) => p.id === id)
  const merged = provisions[index]
  const before = provisions[index - 1]
  if (!merged || !before) return provisions
  const behind = subtreeEnd(provisions, index)
  const firstInside = behind > index + 1 ? provisions[index + 1] : undefined
  const isChild = before.depth < merged.depth
  const shift = isChild ? merged.depth - before.depth : 0
  // What stood inside keeps its place, so only the words before it move to the provision before.
  const ownEnd = firstInside ? trimmedEnd(text, merged.start, firstInside.start) : merged.end
  // It may have none: then the one before gets nothing, not even the white space between the two.
  const lastWords = ownEnd > merged.start ? ownEnd : 0
  return provisions.flatMap((p, i) => {
    if (i === index) return []
    if (i > index && i < behind) return shift > 0 ? [{ ...p, depth: p.depth - shift }] : [p]
    if (i === index - 1 && p.depth > merged.depth) return [lastWords > 0 ? joined(p, merged, lastWords) : p]
    if (i === index - 1) return [joined(p, merged, merged.end)]
    // The ancestors of those last words, up to the elder sibling, hold them as well.
    if (i < index && isAncestor(provisions, i, index - 1) && p.depth >= merged.depth)
      return [{ ...p, end: Math.max(p.end, p.depth === merged.depth ? merged.end : lastWords) }]
    return [p]
  })
}

function joined(before: Provision, merged: Provision, end: number): Provision {
  // A heading that had no text gets the merged words as its text.
  const hadText = before.textStart < before.end && before.textStart < merged.start
  return { ...before, end: Math.max(before.end, end), textStart: hadText ? before.textStart : merged.start }
}

/** Sets kind, number and heading by hand. The id stays: what refers to the provision still finds it. */
export function relabel(provisions: Provisions, id: ProvisionId, label: ProvisionLabel): Provisions {
  return provisions.map((p) => {
    if (p.id !== id) return p
    const { depth, start, end, textStart } = p
    return { id, depth, start, end, textStart, ...named(label) }
  })
}

/** Puts a provision, with all inside it, under its elder sibling. Unchanged when it has none. */
export function indent(provisions: Provisions, id: ProvisionId): Provisions {
  const index = provisions.findIndex((p) => p.id === id)
  const moved = provisions[index]
  if (!moved) return provisions
  const elder = elderSibling(provisions, index)
  if (elder < 0) return provisions
  const behind = subtreeEnd(provisions, index)
  return provisions.map((p, i) => {
    if (i === elder) return { ...p, end: Math.max(p.end, moved.end), textStart: ownText(p, moved.end) }
    return i >= index && i < behind ? { ...p, depth: p.depth + 1 } : p
  })
}

/**
 * Takes a provision, with all inside it, out of its parent: it becomes the parent's next sibling, and the siblings
 * behind it become its children, as in any outliner. Unchanged for one that has no parent.
 */
export function outdent(provisions: Provisions, text: string, id: ProvisionId): Provisions {
  const index = provisions.findIndex((p) => p.id === id)
  const moved = provisions[index]
  const parentAt = moved ? parentOf(provisions, index) : -1
  const parent = provisions[parentAt]
  if (!moved || !parent) return provisions
  const behind = subtreeEnd(provisions, index)
  const left = trimmedEnd(text, parent.start, moved.start)
  // A parent of nothing but this child would be left without a word.
  if (left <= parent.start) return provisions
  return provisions.map((p, i) => {
    if (i === parentAt) return { ...p, end: left, textStart: Math.min(p.textStart, left) }
    if (i === index) return { ...p, depth: parent.depth, end: parent.end, textStart: ownText(p, parent.end) }
    return i > index && i < behind ? { ...p, depth: p.depth - moved.depth + parent.depth } : p
  })
}

/** Marks a provision, with all inside it, as page furniture: no part of the agreement. Its words stay where they are. */
export function markAsFurniture(provisions: Provisions, id: ProvisionId): Provisions {
  const index = provisions.findIndex((p) => p.id === id)
  const marked = provisions[index]
  if (!marked) return provisions
  const behind = subtreeEnd(provisions, index)
  const { depth, start, end } = marked
  const furniture: Provision = { id, kind: 'furniture', depth, start, end, textStart: start }
  return [...provisions.slice(0, index), furniture, ...provisions.slice(behind)]
}

/** Marks a provision as looked at and right: nothing about it is doubted any more. */
export function markAsChecked(provisions: Provisions, id: ProvisionId): Provisions {
  return provisions.map((p) => {
    if (p.id !== id || (p.confidence === undefined && p.doubts === undefined)) return p
    const { confidence: _confidence, doubts: _doubts, ...checked } = p
    return checked
  })
}

function named({
  kind,
  number,
  heading,
}: ProvisionLabel): Pick<Provision, 'kind' | 'number' | 'arabic' | 'heading'> {
  const read =
    number === undefined ? undefined : readNumeralAt(number, 0, { letters: false, tolerant: false })
  const isWhole = read !== undefined && read.end === number?.length && kind !== 'point'
  const arabic = isWhole ? arabicOf(read.numeral) : undefined
  return {
    kind,
    ...(number === undefined ? {} : { number }),
    ...(arabic !== undefined && arabic !== number ? { arabic } : {}),
    ...(heading === undefined ? {} : { heading }),
  }
}

/** Where own text begins when the end moves: `end` keeps meaning "none". */
function ownText(p: Provision, end: number): number {
  return p.textStart === p.end ? Math.max(p.end, end) : p.textStart
}

function firstWord(text: string, offset: number, to: number): number {
  let at = offset
  while (at < to && text.charAt(at).trim() === '') at++
  return at
}

function freeId(provisions: Provisions, id: ProvisionId): ProvisionId {
  const used = new Set(provisions.map((p) => p.id))
  let times = 2
  while (used.has(`${id}~${times}`)) times++
  return `${id}~${times}`
}

/** The index behind the last provision inside the one at `index`. */
function subtreeEnd(provisions: Provisions, index: number): number {
  const depth = provisions[index]?.depth ?? 0
  let behind = index + 1
  while ((provisions[behind]?.depth ?? -1) > depth) behind++
  return behind
}

function parentOf(provisions: Provisions, index: number): number {
  const depth = provisions[index]?.depth ?? 0
  let at = index - 1
  while (at >= 0 && (provisions[at]?.depth ?? 0) >= depth) at--
  return at
}

function elderSibling(provisions: Provisions, index: number): number {
  const depth = provisions[index]?.depth ?? 0
  let at = index - 1
  while (at >= 0 && (provisions[at]?.depth ?? 0) > depth) at--
  return (provisions[at]?.depth ?? -1) === depth ? at : -1
}

function isAncestor(provisions: Provisions, ancestor: number, index: number): boolean {
  return ancestor < index && subtreeEnd(provisions, ancestor) > index
}
