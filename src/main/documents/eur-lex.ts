import type { StructureHint } from '#domain/structure/hint.ts'
import type { HtmlEvent } from './html-events.ts'
import { readProvisionLabel } from './provision-label.ts'

/** Classes of EUR-Lex pages, in its three styles: older acts, acts since 2023 (`oj-`), consolidated texts. */
const ARTICLE = /(?:^|\s)(?:oj-ti-art|ti-art|title-article-norm)(?:\s|$)/
const ARTICLE_HEADING = /(?:^|\s)(?:oj-sti-art|sti-art|stitle-article-norm)(?:\s|$)/
const DIVISION =
  /(?:^|\s)(?:(?:oj-)?ti-(?:section-1|grseq-1|annotation)|(?:oj-)?doc-ti|title-division-1|title-annex-1|(?:oj-)?final|(?:oj-)?signatory)(?:\s|$)/

/**
 * The articles of a EUR-Lex page that marks them by classes only. Each block of the events must stand in the text,
 * in order.
 */
export function articleStarts(events: readonly HtmlEvent[], text: string): StructureHint[] {
  const hints: StructureHint[] = []
  let from = 0
  let current: { start: number; number?: string; heading?: string } | undefined
  let end = 0
  const close = (): void => {
    if (current) hints.push({ kind: 'article', end, ...current })
    current = undefined
  }
  for (const event of events) {
    if (event.kind !== 'block') continue
    const words = event.words.trimEnd()
    const start = text.indexOf(words, from)
    if (start < 0) continue
    if (ARTICLE.test(event.classes)) {
      close()
      const { number } = readProvisionLabel(words)
      current = { start, ...(number ? { number } : {}) }
    } else if (DIVISION.test(event.classes)) close()
    else if (current && ARTICLE_HEADING.test(event.classes)) current.heading = words
    from = start + words.length
    end = from
  }
  close()
  return hints
}
