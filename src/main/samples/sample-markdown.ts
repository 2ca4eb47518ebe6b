import { paragraph, run, RUN_FORMAT, type RichNode } from '#domain/rich-text/rich-text.ts'

const MARKS = /\*\*(.+?)\*\*|\*(.+?)\*/g

/** A paragraph with `**bold**` and `*italic*` words, as the sample writes them. */
export function markdownParagraph(words: string): RichNode {
  const runs: RichNode[] = []
  let at = 0
  for (const match of words.matchAll(MARKS)) {
    if (match.index > at) runs.push(run(words.slice(at, match.index)))
    const [, bold, italic] = match
    runs.push(bold === undefined ? run(italic ?? '', RUN_FORMAT.italic) : run(bold, RUN_FORMAT.bold))
    at = match.index + match[0].length
  }
  if (at < words.length) runs.push(run(words.slice(at)))
  return { ...paragraph(''), children: runs }
}
