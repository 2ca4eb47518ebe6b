import { spliceBetweenTexts } from '../library/changes/text-correction.ts'
import { spliceBetween } from '../rich-text/splice.ts'
import { citationLabel } from '../structure/citation-label.ts'
import type { Provision } from '../structure/provision.ts'
import { treeOf } from '../structure/tree.ts'
import type { StructuredText } from '../text/carry/alike.ts'

/** Longer words are cut. UTF-16 units. */
const LONGEST = 600

/** What has become of a text from one state to the next. */
export interface TextChange {
  /** The words that were corrected: where they stand, what they were and what they are. */
  readonly words?: { readonly label: string; readonly was: string; readonly is: string }
  /** Provisions that are called otherwise, are new or gone, by label and heading; in reading order. */
  readonly outline?: { readonly was: readonly string[]; readonly is: readonly string[] }
}

/** What has become of a text, as a person would say it. */
export function textChange(before: StructuredText, after: StructuredText): TextChange {
  const words = wordsBetween(before.text, after)
  const outline = spliceBetween(outlineOf(before.provisions), outlineOf(after.provisions))
  return {
    ...(words ? { words } : {}),
    ...(outline ? { outline: { was: outline.remove, is: outline.insert } } : {}),
  }
}

/** A line for each provision: how it is cited and what it is headed, two spaces in for each level. */
function outlineOf(provisions: readonly Provision[]): string[] {
  const tree = treeOf(provisions)
  return provisions.map((provision) => {
    const { heading, depth } = provision
    const label = citationLabel(tree, provision)
    const name = heading === undefined ? '' : ` — ${heading.replace(/\s+/g, ' ').trim()}`
    return `${'  '.repeat(depth)}${label}${name}`
  })
}

/** The stretch that differs, as whole words. */
function wordsBetween(before: string, after: StructuredText): TextChange['words'] {
  const splice = spliceBetweenTexts(before, after.text)
  if (!splice) return undefined
  const { at, remove, insert } = splice
  let start = at
  while (start > 0 && !isSpace(before.charAt(start - 1))) start--
  // What follows the change is the same in both.
  let more = 0
  const behind = at + remove.length
  while (behind + more < before.length && !isSpace(before.charAt(behind + more))) more++
  const tree = treeOf(after.provisions)
  const provision = tree.at(Math.min(at, Math.max(0, after.text.length - 1)))
  return {
    label: provision ? citationLabel(tree, provision) : '',
    was: clipped(before.slice(start, behind + more)),
    is: clipped(after.text.slice(start, at + insert.length + more)),
  }
}

function clipped(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}
