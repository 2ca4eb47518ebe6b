import { insideOf } from './block-drafts.ts'
import { blocksOf, type Block } from './blocks.ts'
import { linesOf } from './lines.ts'
import { trimmedRange } from './opening.ts'
import type { Draft } from './provision-ids.ts'
import { signaturesFrom } from './signatures.ts'

/** The testimonium in a range of a text, and the signatures after it. */
export function closingDrafts(
  text: string,
  from: number,
  to: number,
  depth: number,
  hardWrapped: boolean,
): Draft[] {
  const lines = linesOf(text, from, to)
  const at = signaturesFrom(lines)
  const closingLines = at < 0 ? lines : lines.slice(0, at)
  const closing = trimmedRange(closingLines)
  if (!closing) return []
  const signatures = at < 0 ? undefined : trimmedRange(lines.slice(at))
  const blocks = blocksOf(text, closingLines, hardWrapped).map(withoutInitial)
  const inside = blocks.length > 1 ? insideOf(text, blocks, depth + 1, 'paragraph') : { drafts: [] }
  const textStart = inside.drafts.length > 0 ? (inside.own?.start ?? closing.end) : closing.start
  return [
    { kind: 'testimonium', depth, ...closing, textStart, confidence: 0.95 },
    ...inside.drafts,
    ...(signatures
      ? [{ kind: 'signatures' as const, depth, ...signatures, textStart: signatures.start, confidence: 0.9 }]
      : []),
  ]
}

/** A longer line is no name. */
const LONGEST_NAME = 60

/** `A. Carver` is a name, and no point A. */
function withoutInitial(block: Block): Block {
  const isInitial = block.words.length <= LONGEST_NAME && /^\p{Lu}\. ?\p{Lu}/u.test(block.words)
  return isInitial ? { ...block, marker: undefined, level: undefined } : block
}
