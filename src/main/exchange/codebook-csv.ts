import {
  countThemes,
  isCode,
  LONGEST_EXPLANATION,
  withoutAbsent,
  type ExchangedCodebook,
  type ExchangedTheme,
} from '#domain/codebook/exchanged.ts'
import { parseHex } from '#domain/codebook/colours.ts'
import { CodebookFileError, DEEPEST_THEME, MOST_THEMES } from './codebook-file.ts'
import { CsvError, readCsv, writeCsv } from './csv.ts'
import { protectLines, unprotectLines } from './marked-lines.ts'

/** The columns, in the order they are written, with the other names under which they are read. */
const COLUMNS = {
  code: ['Code'],
  parent: ['Parent', 'Parent code'],
  label: ['Label', 'Name', 'Theme', 'Tag', 'Title'],
  definition: ['Definition', 'Description', 'Memo', 'Comment'],
  include: ['When to use', 'Include', 'Inclusion criteria'],
  exclude: ['When not to use', 'Exclude', 'Exclusion criteria'],
  signals: ['Signals', 'Keywords'],
  sources: ['Sources', 'Source'],
  examples: ['Examples', 'Example'],
  colour: ['Colour', 'Color'],
  shortcut: ['Number key', 'Shortcut'],
  codable: ['Can be given', 'isCodable'],
  guid: ['GUID', 'Id'],
} as const

type Column = keyof typeof COLUMNS

const COLUMN_NAMES = Object.keys(COLUMNS) as Column[]

/** A line between two examples of one cell. */
const BETWEEN = /^---$/

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Writes a codebook as CSV, one theme in a row after the one it stands below. `forExcel` puts the byte order mark
 * before it by which Excel knows that it is UTF-8.
 */
export function writeCodebookCsv(codebook: ExchangedCodebook, forExcel: boolean): string {
  const rows = (themes: readonly ExchangedTheme[], parent: string): string[][] =>
    themes.flatMap((theme) => {
      const cells: Record<Column, string> = {
        code: theme.code ?? '',
        parent,
        label: theme.label,
        definition: theme.definition ?? '',
        include: theme.include ?? '',
        exclude: theme.exclude ?? '',
        signals: theme.signals ?? '',
        sources: theme.sources ?? '',
        examples: (theme.examples ?? []).map((quote) => protectLines(quote, BETWEEN)).join('\n---\n'),
        colour: theme.colour ?? '',
        shortcut: theme.shortcut?.toString() ?? '',
        codable: theme.codable ? 'yes' : 'no',
        guid: theme.guid ?? '',
      }
      return [COLUMN_NAMES.map((name) => cells[name]), ...rows(theme.children, cells.code)]
    })
  const head = COLUMN_NAMES.map((name) => COLUMNS[name][0])
  return `${forExcel ? '\uFEFF' : ''}${writeCsv([head, ...rows(codebook.themes, '')])}`
}

/**
 * Reads a codebook from CSV. Only a column of labels is needed. A theme whose parent is not in the file stands
 * outermost; how many did is said.
 *
 * @throws CodebookFileError when there is no such column, no theme, too much, or an open quotation mark.
 */
export function readCodebookCsv(text: string, name: string): ExchangedCodebook {
  const [head = [], ...body] = rowsOf(text)
  const place = placesOf(head)
  if (!place.has('label')) throw new CodebookFileError('not-a-codebook')
  const rows = body.map((cells) => readRow(cells, place)).filter((row) => row.theme.label !== '')
  if (rows.length === 0) throw new CodebookFileError('empty')
  if (rows.length > MOST_THEMES) throw new CodebookFileError('too-large')
  const { themes, unknownParents } = treeOf(rows)
  const examples = rows.filter((row) => row.theme.examples !== undefined).length
  const unknownColumns = head.filter((_, i) => ![...place.values()].includes(i)).length
  const leftOut = [
    { what: 'unknown-columns', count: unknownColumns },
    { what: 'unknown-parents', count: unknownParents },
    { what: 'unlinked-examples', count: examples },
  ] as const
  return { name, themes, leftOut: leftOut.filter(({ count }) => count > 0) }
}

function rowsOf(text: string): string[][] {
  try {
    return readCsv(text)
  } catch (cause) {
    if (cause instanceof CsvError) throw new CodebookFileError('damaged', cause.line, { cause })
    throw cause
  }
}

function placesOf(head: readonly string[]): Map<Column, number> {
  const plain = head.map((cell) => cell.trim().toLowerCase())
  const found = COLUMN_NAMES.map((name): [Column, number] => [
    name,
    plain.findIndex((cell) => COLUMNS[name].some((known) => known.toLowerCase() === cell)),
  ])
  return new Map(found.filter(([, at]) => at >= 0))
}

interface Row {
  readonly parent: string
  readonly theme: ExchangedTheme
}

function readRow(cells: readonly string[], place: ReadonlyMap<Column, number>): Row {
  const cell = (name: Column): string | undefined => {
    const at = place.get(name)
    const value = at === undefined ? undefined : cells[at]
    if ((value?.length ?? 0) > LONGEST_EXPLANATION) throw new CodebookFileError('too-large')
    return value === '' ? undefined : value
  }
  const code = cell('code')
  const shortcut = Number(cell('shortcut'))
  const guid = cell('guid')?.toLowerCase()
  const theme: ExchangedTheme = withoutAbsent({
    label: cell('label') ?? '',
    code: code !== undefined && isCode(code) ? code : undefined,
    definition: cell('definition'),
    include: cell('include'),
    exclude: cell('exclude'),
    signals: cell('signals'),
    sources: cell('sources'),
    examples: splitExamples(cell('examples')),
    colour: parseHex(cell('colour') ?? ''),
    shortcut: Number.isInteger(shortcut) && shortcut >= 1 && shortcut <= 9 ? shortcut : undefined,
    codable: !['no', 'false', '0'].includes(cell('codable')?.trim().toLowerCase() ?? ''),
    guid: guid !== undefined && GUID.test(guid) ? guid : undefined,
    children: [],
  })
  return { parent: cell('parent') ?? '', theme }
}

function splitExamples(cell: string | undefined): string[] | undefined {
  const quotes = cell
    ?.split(/(?:^|\r?\n)---(?:\r?\n|$)/)
    .map((quote) => unprotectLines(quote, BETWEEN))
    .filter((quote) => quote !== '')
  return quotes?.length === 0 ? undefined : quotes
}

/** Puts rows below their parents. The first theme with a code is the one that the code means. */
function treeOf(rows: readonly Row[]): { themes: ExchangedTheme[]; unknownParents: number } {
  const byCode = new Map<string, Row>()
  for (const row of rows) {
    const { code } = row.theme
    if (code !== undefined && !byCode.has(code)) byCode.set(code, row)
  }
  const children = new Map<Row | undefined, Row[]>()
  let unknownParents = 0
  for (const row of rows) {
    const parent = row.parent === '' ? undefined : byCode.get(row.parent)
    const isKnown = parent !== undefined && !isBelow(parent, row, byCode)
    if (row.parent !== '' && !isKnown) unknownParents++
    const key = isKnown ? parent : undefined
    children.set(key, [...(children.get(key) ?? []), row])
  }
  const build = (row: Row, depth: number): ExchangedTheme => {
    if (depth > DEEPEST_THEME) throw new CodebookFileError('too-large')
    return { ...row.theme, children: (children.get(row) ?? []).map((child) => build(child, depth + 1)) }
  }
  const themes = (children.get(undefined) ?? []).map((row) => build(row, 1))
  // A ring whose members name one another would be reached from nowhere: `isBelow` has opened every one.
  if (countThemes(themes) !== rows.length) throw new CodebookFileError('damaged')
  return { themes, unknownParents }
}

/** Whether going up from a row leads to another. */
function isBelow(row: Row, other: Row, byCode: ReadonlyMap<string, Row>): boolean {
  const passed = new Set<Row>()
  for (let at: Row | undefined = row; at; at = at.parent === '' ? undefined : byCode.get(at.parent)) {
    if (at === other) return true
    if (passed.has(at)) return false
    passed.add(at)
  }
  return false
}
