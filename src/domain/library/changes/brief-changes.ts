import { change, changeList, create, type Operation } from '../operation.ts'
import { LEXICAL_VERSION, paragraph, RICH_TEXT_SCHEMA, type RichNode } from '../../rich-text/rich-text.ts'
import type { Author } from '../../shared/author.ts'
import type { BriefId } from '../../shared/id.ts'
import type { Brief, Paper } from '../../brief/brief.ts'

/** A new brief with the given blocks, or with one empty paragraph to type in. */
export function createBrief(
  input: {
    readonly id: BriefId
    readonly title: string
    readonly language: string
    readonly paper: Paper
    readonly blocks?: readonly RichNode[]
  },
  author: Author,
): Operation[] {
  return [
    create('brief', {
      blocks: [paragraph('')],
      ...input,
      schema: RICH_TEXT_SCHEMA,
      lexical: LEXICAL_VERSION,
      createdAt: author.at,
      createdBy: author.name,
    }),
  ]
}

/** The brief with other blocks, written as the one run of blocks that changed; nothing when none did. */
export function setBlocks(brief: Brief, blocks: readonly RichNode[], author: Author): Operation[] {
  const operations = changeList('brief', brief, 'blocks', blocks)
  if (operations.length === 0) return []
  const written = { ...brief, lexical: LEXICAL_VERSION, updatedAt: author.at }
  return [...operations, ...change('brief', brief, written)]
}

/** The brief under another title; an empty title is refused by changing nothing. */
export function renameBrief(brief: Brief, title: string, author: Author): Operation[] {
  const trimmed = title.trim()
  if (trimmed === '' || trimmed === brief.title) return []
  return change('brief', brief, { ...brief, title: trimmed, updatedAt: author.at })
}

/** The brief on other paper. */
export function setPaper(brief: Brief, paper: Paper): Operation[] {
  return change('brief', brief, { ...brief, paper })
}

/** The brief moved to the trash. */
export function trashBrief(brief: Brief, author: Author): Operation[] {
  return change('brief', brief, { ...brief, trashed: { at: author.at, by: author.name } })
}
