import { trimSpan } from './anchor.ts'
import { segmenterOf } from './segmenter.ts'
import type { Stretch } from './word-steps.ts'

/** What ends with a dot and no sentence does. */
const ABBREVIATED = /(?:^|[\s(])(?:art|arts|para|paras|no|nos|p|pp|cf|vol|sec|ст|п|ч|г)\.\s*$/iu

/**
 * The sentence at an offset, inside a stretch of the text (a paragraph); without white space at its ends. A dot behind
 * `Art.` or `para.` ends none. Nothing where no word stands.
 */
export function sentenceAt(
  content: string,
  within: Stretch,
  offset: number,
  language: string,
): Stretch | undefined {
  const words = content.slice(within.start, within.end)
  let start = 0
  for (const { segment, index } of segmenterOf(language, 'sentence').segment(words)) {
    const end = index + segment.length
    if (ABBREVIATED.test(words.slice(start, end)) && end < words.length) continue
    if (offset < within.start + end || end === words.length)
      return trimSpan(content, within.start + start, within.start + end)
    start = end
  }
  return undefined
}
