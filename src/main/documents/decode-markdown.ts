import { parse } from 'yaml'
import type { DecodedBody } from './decoded-body.ts'
import type { DocumentMetadata } from './decoded-document.ts'
import type { DroppedTally } from './dropped.ts'
import { markupFree } from './markdown-inline.ts'
import { textBuilder, type TextBuilder } from './text-builder.ts'

const FRONT_MATTER = /^---[ \t]*\n([\s\S]{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/
const FENCE = /^ {0,3}(?:```|~~~)/
const TABLE_RULE = /^\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$/
const FOOTNOTE = /^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$/
/** A bullet, and what follows it. */
const BULLET = /^(\s*)[-*+][ \t]+(.*)$/
/** A number or letter that an item prints itself, and so needs no bullet: `a)`, `(ii)`, `1.`. */
const OWN_MARKER = /^(?:\(?[\p{L}\d]{1,5}[.)]|[–—•-])\s/u

/**
 * Reads Markdown: the front matter becomes metadata, the mark-up goes, headings become lines of their own with a
 * hint, footnotes move to the end.
 */
export function decodeMarkdown(markdown: string, dropped: DroppedTally): DecodedBody {
  const { metadata, language, body } = splitFrontMatter(
    markdown.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''),
  )
  if (body.length < markdown.length - 5 && Object.keys(metadata).length > 0) dropped.add('frontMatter')
  const builder = textBuilder()
  const footnotes: string[] = []
  let paragraph: string[] = []
  const endParagraph = (): void => {
    builder.block(markupFree(paragraph.join('\n'), dropped))
    paragraph = []
  }
  for (const line of body.split('\n')) {
    const heading = HEADING.exec(line)
    const footnote = FOOTNOTE.exec(line)
    const underlined = paragraph.length === 1 && UNDERLINE.exec(line)
    if (underlined) {
      writeHeading(builder, markupFree(paragraph.join(''), dropped), underlined[1]?.startsWith('=') ? 1 : 2)
      paragraph = []
    } else if (line.trim() === '' || RULE.test(line) || FENCE.test(line)) {
      endParagraph()
    } else if (heading) {
      endParagraph()
      writeHeading(builder, markupFree(heading[2] ?? '', dropped), heading[1]?.length ?? 1)
    } else if (footnote) {
      endParagraph()
      footnotes.push(`[${footnote[1]}] ${markupFree(footnote[2] ?? '', dropped)}`)
    } else if (TABLE_RULE.test(line)) {
      dropped.add('tables')
    } else {
      paragraph.push(lineWords(line))
    }
  }
  endParagraph()
  for (const footnote of footnotes) {
    const span = builder.block(footnote)
    if (span) builder.hint({ ...span, kind: 'note' })
  }
  dropped.add('footnotes', footnotes.length)
  const { text, hints, notes } = builder.result()
  const { title } = metadata
  return {
    texts: [{ text, hints, ...(title ? { title } : {}), ...(language ? { language } : {}) }],
    metadata,
    notes,
  }
}

/** Whether characters look like Markdown rather than plain text: front matter, or headings marked with `#`. */
export function looksLikeMarkdown(characters: string): boolean {
  const head = characters.slice(0, 200_000).replace(/\r\n?/g, '\n')
  if (/^\uFEFF?---\n[\w-]+:/.test(head)) return FRONT_MATTER.test(head.replace(/^\uFEFF/, ''))
  return (head.match(/^#{1,6} \S.*$/gm)?.length ?? 0) >= 2
}

function writeHeading(builder: TextBuilder, words: string, level: number): void {
  const span = builder.block(words)
  if (span) builder.hint({ ...span, kind: 'heading', level, heading: words })
}

/** One line without the marks at its start. */
function lineWords(line: string): string {
  const unquoted = line.replace(/^ {0,3}(?:> ?)+/, '')
  if (/^\s*\|.*\|\s*$/.test(unquoted)) {
    return unquoted
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
      .join('\t')
  }
  const [, , item = ''] = BULLET.exec(unquoted) ?? []
  if (item === '') return unquoted.trimStart()
  return OWN_MARKER.test(item.replace(/^(?:\*+|<sup>)/, '')) ? item : `– ${item}`
}

interface FrontMatter {
  readonly metadata: DocumentMetadata
  readonly language?: string
  readonly body: string
}

/** Takes the front matter off; one that is not a YAML mapping is part of the text. */
function splitFrontMatter(markdown: string): FrontMatter {
  const match = FRONT_MATTER.exec(markdown)
  const fields = match && fieldsOf(match[1] ?? '')
  if (!match || !fields) return { metadata: {}, body: markdown }
  const find = (...names: string[]): string | undefined =>
    names.map((name) => fields[name]).find((value) => typeof value === 'string' && value.trim() !== '') as
      | string
      | undefined
  const title = find('title')
  const signedOn = find('signed', 'date_signed', 'signature_date', 'date_document')
  const inForceOn = find('entry_into_force', 'date_into_force', 'in_force')
  const source = find('source', 'url')
  const language = find('language', 'lang')
  const parties = fields['parties']
  return {
    body: markdown.slice(match[0].length),
    metadata: {
      ...(title ? { title } : {}),
      ...(signedOn ? { signedOn } : {}),
      ...(inForceOn ? { inForceOn } : {}),
      ...(source ? { source } : {}),
      ...(Array.isArray(parties) ? { parties: parties.filter((p) => typeof p === 'string') } : {}),
    },
    ...(language && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? { language } : {}),
  }
}

function fieldsOf(yaml: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // The failsafe schema leaves dates and numbers as they are written.
    const value: unknown = parse(yaml, { schema: 'failsafe', maxAliasCount: 10 })
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
