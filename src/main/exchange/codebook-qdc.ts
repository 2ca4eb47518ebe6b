import { createHash } from 'node:crypto'
import type { ExchangedCodebook, ExchangedTheme } from '#domain/codebook/exchanged.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import { CodebookFileError } from './codebook-file.ts'
import { writeDescription } from './theme-description.ts'

/** The namespace of REFI-QDA codebooks, version 1.0. */
export const QDC_NAMESPACE = 'urn:QDA-XML:codebook:1.0'

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A fixed UUID of our own, under which the names of themes become GUIDs. */
const THEMES = Buffer.from('9d1f0c52b6c84f0e8f2b6a7f3a4d1e90', 'hex')

/** The GUID by which other programs know a theme: its own, or one that follows from its id, always the same. */
export function guidOf(theme: Pick<Theme, 'id' | 'guid'>): string {
  if (theme.guid !== undefined) return theme.guid
  return GUID.test(theme.id) ? theme.id : nameGuid(theme.id)
}

/** A version 5 UUID (RFC 9562, 5.5): the SHA-1 of a name, with the version and the variant set in it. */
function nameGuid(name: string): string {
  const bytes = createHash('sha1').update(THEMES).update(name, 'utf8').digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * Writes a codebook as REFI-QDA `.qdc`, valid against the standard's schema. A theme is called by its code and its
 * label; everything else that is said of it is in its description.
 *
 * @throws CodebookFileError `empty`: the schema knows no codebook without themes.
 */
export function writeQdc(codebook: ExchangedCodebook): string {
  if (codebook.themes.length === 0) throw new CodebookFileError('empty')
  const guids = new Set<string>()
  const guidFor = (theme: ExchangedTheme): string => {
    let guid = theme.guid ?? nameGuid(`${theme.code} ${theme.label}`)
    // Two themes with one GUID, as from two imports of one file, would be one theme elsewhere.
    for (let copy = 2; guids.has(guid); copy++) guid = nameGuid(`${theme.guid} ${theme.code} ${copy}`)
    guids.add(guid)
    return guid
  }
  const element = (theme: ExchangedTheme, indent: string): string => {
    const name = theme.code === undefined ? theme.label : `${theme.code} ${theme.label}`
    const colour = theme.colour === undefined ? '' : ` color="${theme.colour}"`
    const head = `guid="${guidFor(theme)}" name="${escaped(name)}" isCodable="${theme.codable}"${colour}`
    const description = writeDescription(theme)
    const inside = [
      ...(description === '' ? [] : [`${indent}  <Description>${escaped(description)}</Description>\n`]),
      ...theme.children.map((child) => element(child, `${indent}  `)),
    ].join('')
    return inside === ''
      ? `${indent}<Code ${head}/>\n`
      : `${indent}<Code ${head}>\n${inside}${indent}</Code>\n`
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<CodeBook xmlns="${QDC_NAMESPACE}" origin="Pacta">\n`,
    '  <Codes>\n',
    ...codebook.themes.map((theme) => element(theme, '    ')),
    '  </Codes>\n',
    '</CodeBook>\n',
  ].join('')
}

/** What XML 1.0 has no way to write at all: control characters, half surrogate pairs, two non-characters. */
// eslint-disable-next-line no-control-regex -- control characters are what is meant
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Words inside an element or an attribute. White space that a parser would turn into a space is written out. */
function escaped(words: string): string {
  return words
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(IMPOSSIBLE, '\uFFFD')
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
