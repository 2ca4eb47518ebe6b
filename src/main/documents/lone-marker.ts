/**
 * A number, letter or dash that stands alone in the first cell of a row: the table then only indents, and the marker
 * belongs before the words of the next cell. `Tea` in a tariff is none: letters and digits need their punctuation.
 */
const LONE_MARKER = /^(?:\(?(?:\p{L}|[ivxlcdm]{1,6}|[IVXLCDM]{1,6}|\d{1,3}(?:\.\d{1,3})*)[.)]{1,2}|[–—•-])$/u

/** Whether the words of a cell are nothing but such a marker. */
export function isLoneMarker(words: string): boolean {
  return LONE_MARKER.test(words)
}
