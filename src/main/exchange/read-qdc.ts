import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { parseHex } from '#domain/codebook/colours.ts'
import {
  LONGEST_EXPLANATION,
  withoutAbsent,
  type ExchangedCodebook,
  type ExchangedTheme,
} from '#domain/codebook/exchanged.ts'
import { CodebookFileError, DEEPEST_THEME, MOST_THEMES } from './codebook-file.ts'
import { readDescription } from './theme-description.ts'

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/

/** A `Code` element that is being read. */
interface OpenCode {
  readonly attributes: Readonly<Record<string, string>>
  readonly children: ExchangedTheme[]
  description: string | undefined
}

/**
 * Reads a REFI-QDA codebook. The parser knows the five entities of XML and no others; a document type declaration,
 * the only way to make more, is refused unread. Names are taken without their prefix: programs differ in it.
 *
 * @throws CodebookFileError
 */
export function readQdc(xml: string, name: string): ExchangedCodebook {
  const parser = new SaxesParser()
  const path: string[] = []
  const open: OpenCode[] = []
  const themes: ExchangedTheme[] = []
  let sets = 0
  let count = 0
  let isCodebook = false
  let words: string | undefined

  parser.on('doctype', () => {
    throw new CodebookFileError('unsafe', parser.line)
  })
  parser.on('error', (cause) => {
    throw new CodebookFileError('damaged', parser.line, { cause })
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const element = localName(tag.name)
    path.push(element)
    // Every code nests in the one element that holds them all: a path longer than that is no codebook.
    if (path.length > DEEPEST_THEME + 4) throw new CodebookFileError('too-large', parser.line)
    if (path.length === 1) isCodebook = element === 'CodeBook'
    if (element === 'Set') sets++
    if (element === 'Code') {
      if (++count > MOST_THEMES) throw new CodebookFileError('too-large', parser.line)
      open.push({ attributes: tag.attributes, children: [], description: undefined })
    }
    if (element === 'Description' && path.at(-2) === 'Code') words = ''
  })
  const hear = (more: string): void => {
    if (words === undefined) return
    words += more
    if (words.length > LONGEST_EXPLANATION) throw new CodebookFileError('too-large', parser.line)
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', () => {
    const element = path.pop()
    const code = open.at(-1)
    if (element === 'Description' && code && words !== undefined) {
      code.description = words
      words = undefined
    }
    if (element !== 'Code' || !code) return
    open.pop()
    const siblings = open.at(-1)?.children ?? themes
    siblings.push(themeOf(code))
  })
  parser.write(xml).close()

  if (!isCodebook) throw new CodebookFileError('not-a-codebook')
  if (themes.length === 0) throw new CodebookFileError('empty')
  const withExamples = (list: readonly ExchangedTheme[]): number =>
    list.reduce((sum, t) => sum + (t.examples ? 1 : 0) + withExamples(t.children), 0)
  const leftOut = [
    { what: 'sets', count: sets },
    { what: 'unlinked-examples', count: withExamples(themes) },
  ] as const
  return { name, themes, leftOut: leftOut.filter((left) => left.count > 0) }
}

function themeOf({ attributes, children, description }: OpenCode): ExchangedTheme {
  const described = readDescription(description ?? '')
  const { name = '' } = attributes
  const { code } = described
  const label = code !== undefined && name.startsWith(`${code} `) ? name.slice(code.length + 1) : name
  const guid = GUID.exec(attributes['guid']?.trim().toLowerCase() ?? '')?.[1]
  return withoutAbsent({
    ...described,
    label,
    colour: parseHex(attributes['color'] ?? ''),
    codable: !['false', '0'].includes(attributes['isCodable']?.trim() ?? ''),
    guid,
    children,
  })
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
