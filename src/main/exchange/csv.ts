/** A file that is not CSV. `line` counts from 1. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
  readonly line: number

  constructor(line: number) {
    super(`A quotation mark is not closed, line ${line}`)
    this.line = line
  }
}

/** What a spreadsheet would run as a formula, or would read as one of our own marks against that. */
const FORMULA = /^'*[=+\-@\t\r\n]/

/**
 * Writes rows as CSV: RFC 4180, line ends CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it, which spreadsheets do not show (OWASP, "CSV injection"); `readCsv` takes it off again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Reads CSV into rows, with the separator that its first line uses: comma, semicolon or tab. Line ends inside
 * quotation marks are kept as they are; empty lines are left out.
 *
 * @throws CsvError when a quotation mark is not closed.
 */
export function readCsv(text: string): string[][] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const separator = separatorOf(source)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < source.length) {
    const cell = source.charAt(at) === '"' ? quotedCell(source, at) : bareCell(source, at, separator)
    row.push(FORMULA.test(cell.value) && cell.value.startsWith("'") ? cell.value.slice(1) : cell.value)
    at = cell.end
    if (source.charAt(at) === separator) {
      at++
      // A separator at the very end has an empty cell behind it.
      if (at === source.length) row.push('')
      continue
    }
    at += source.startsWith('\r\n', at) ? 2 : 1
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

interface Cell {
  readonly value: string
  /** Where the separator or the line end after it stands. */
  readonly end: number
}

function bareCell(source: string, start: number, separator: string): Cell {
  let end = start
  while (end < source.length && !`${separator}\r\n`.includes(source.charAt(end))) end++
  return { value: source.slice(start, end), end }
}

function quotedCell(source: string, start: number): Cell {
  let value = ''
  let from = start + 1
  for (;;) {
    const mark = source.indexOf('"', from)
    if (mark < 0) throw new CsvError(source.slice(0, start).split('\n').length)
    value += source.slice(from, mark)
    if (source.charAt(mark + 1) !== '"') {
      // What stands between a closing mark and the separator is not RFC 4180; it is kept rather than lost.
      let end = mark + 1
      while (end < source.length && !',;\t\r\n'.includes(source.charAt(end))) end++
      return { value: value + source.slice(mark + 1, end), end }
    }
    value += '"'
    from = mark + 2
  }
}

function separatorOf(source: string): string {
  const [head = ''] = source.split(/\r?\n/, 1)
  const count = (mark: string): number => head.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}
