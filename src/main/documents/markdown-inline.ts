import type { DroppedTally } from './dropped.ts'
import { plainWords } from './html-words.ts'

/** Characters that Markdown lets a backslash protect. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g
/** Stands for a protected character while marks are removed: one of Unicode's private use, followed by its code. */
const SHIELD = '\uE000'

/**
 * The words of a paragraph without their mark-up: emphasis, code, links, images, HTML tags. A raised number at the
 * start of a paragraph (`<sup>1</sup> The Parties`) is its number and gets a blank after it.
 */
export function markupFree(paragraph: string, dropped: DroppedTally): string {
  let words = paragraph.replaceAll(SHIELD, '').replace(ESCAPED, (_, mark: string) => shield(mark))
  const strip = (pattern: RegExp, replacement: string, code?: 'images' | 'links' | 'formatting'): void => {
    words = words.replace(pattern, (...match: string[]) => {
      if (code) dropped.add(code)
      return replacement.replace('$1', match[1] ?? '')
    })
  }
  strip(/!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '', 'images')
  strip(/\[\^([^\]\s]{1,40})\]/g, '[$1]')
  strip(/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/g, '$1', 'links')
  strip(/\[([^\]\n]{1,500})\]\[[^\]\n]{0,200}\]/g, '$1', 'links')
  strip(/<(https?:[^>\s]{1,2000})>/g, '$1')
  strip(/`{1,3}([^`]{1,2000})`{1,3}/g, '$1', 'formatting')
  strip(/(?:\*\*\*|\*\*)(?=\S)/g, '', 'formatting')
  strip(/(?<=\S)(?:\*\*\*|\*\*)/g, '', 'formatting')
  strip(/(?<![\p{L}\p{N}*])\*(?=[^\s*])/gu, '', 'formatting')
  strip(/(?<=[^\s*])\*(?!\*)/g, '', 'formatting')
  strip(/(?<![\p{L}\p{N}_])_{1,2}(?=[^\s_])/gu, '', 'formatting')
  strip(/(?<=[^\s_])_{1,2}(?![\p{L}\p{N}_])/gu, '', 'formatting')
  strip(/^<sup>([^<]{1,12})<\/sup>[ \t]*/gm, '$1 ')
  if (/[<&]/.test(words)) words = plainWords(words)
  return words.replace(/\uE000([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

function shield(mark: string): string {
  return SHIELD + mark.charCodeAt(0).toString(16).padStart(2, '0')
}
