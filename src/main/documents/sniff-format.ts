import { wideEncoding } from './wide-encoding.ts'

/** What the first bytes of a file say it is, before any of it is read as characters. */
export type ContainerFormat =
  | { readonly is: 'pdf' }
  | { readonly is: 'zip' }
  | { readonly is: 'ole' }
  | { readonly is: 'unsupported'; readonly kind: string }
  | { readonly is: 'binary' }
  | { readonly is: 'characters' }

const SIGNATURES: readonly (readonly [string, ContainerFormat])[] = [
  ['504b0304', { is: 'zip' }],
  ['504b0506', { is: 'zip' }],
  ['d0cf11e0a1b11ae1', { is: 'ole' }],
  ['7b5c727466', { is: 'unsupported', kind: 'an RTF document' }],
  ['526172211a07', { is: 'unsupported', kind: 'a RAR archive' }],
  ['377abcaf271c', { is: 'unsupported', kind: 'a 7-Zip archive' }],
  ['1f8b', { is: 'unsupported', kind: 'a compressed file' }],
  ['89504e47', { is: 'binary' }],
  ['ffd8ff', { is: 'binary' }],
  ['47494638', { is: 'binary' }],
  ['49492a00', { is: 'binary' }],
  ['4d4d002a', { is: 'binary' }],
  ['7f454c46', { is: 'binary' }],
]

/** Readers of PDF accept a header anywhere in the first kilobyte. */
const PDF_HEADER_WITHIN = 1024
const PROBE_BYTES = 64 * 1024
/** Control characters other than white space: a text has none, save for a stray one from an old word processor. */
const MOST_CONTROLS = 0.01
/** In a short text one stray control is a large share. */
const FEW_CONTROLS = 2

/** Looks at the content, not at the name: a wrong extension misleads people, not Pacta. */
export function sniffContainer(bytes: Uint8Array): ContainerFormat {
  const head = Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN))
  const hex = head.toString('hex', 0, 16)
  const [, found] = SIGNATURES.find(([signature]) => hex.startsWith(signature)) ?? []
  if (found) return found
  const latin = head.toString('latin1')
  if (latin.includes('%PDF-') && (/^\W*%PDF-/.test(latin) || hasPdfObjects(bytes))) return { is: 'pdf' }
  if (/^(?:From|MIME-Version|Subject|Date):[^\n]*\n/i.test(latin) && /multipart\/related/i.test(latin)) {
    return { is: 'unsupported', kind: 'a web archive (MHTML)' }
  }
  return looksBinary(bytes) ? { is: 'binary' } : { is: 'characters' }
}

/** A text may speak of `%PDF-`; only a file of that format is made of objects. */
function hasPdfObjects(bytes: Uint8Array): boolean {
  return /\d \d+ obj\b/.test(Buffer.from(bytes.subarray(0, PROBE_BYTES)).toString('latin1'))
}

function looksBinary(bytes: Uint8Array): boolean {
  const probe = bytes.subarray(0, PROBE_BYTES)
  const controls = probe.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length
  if (controls <= FEW_CONTROLS + probe.length * MOST_CONTROLS) return false
  const isMarked = (probe[0] === 0xff && probe[1] === 0xfe) || (probe[0] === 0xfe && probe[1] === 0xff)
  return !isMarked && wideEncoding(probe) === undefined
}

/** What the characters of a file are written in. */
export type CharacterFormat = 'xml' | 'html' | 'json' | 'markdown' | 'text'

const HTML_TAG =
  /<(?:!doctype\s+html|html|head|body|div|p|table|h[1-6]|article|main|meta|span|br)\b[^<>]{0,500}>/gi

/** Tells the formats of characters apart; `looksLikeMarkdown` is asked last, since anything may be plain text. */
export function sniffCharacters(
  characters: string,
  fileName: string,
  looksLikeMarkdown: (characters: string) => boolean,
): CharacterFormat {
  const head = characters.slice(0, 20_000).replace(/^[\uFEFF\s]+/, '')
  const extension = /\.([a-z\d]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase()
  if (/^(?:<\?xml|<!--|<!doctype|<[\w:.-]+[\s/>])/i.test(head)) {
    const root =
      /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\])?[^>]*>|\s)*<([\w:.-]+)/i.exec(head)
    const name = root?.[1]?.toLowerCase().replace(/^.*:/, '')
    if (name === 'html' || /^<!doctype\s+html/i.test(head)) return 'html'
    if (head.startsWith('<?xml') || name === 'akomantoso' || name === 'treaty') return 'xml'
  }
  if (/^[{[]/.test(head) && (extension === 'json' || isJson(characters))) return 'json'
  if (extension === 'md' || extension === 'markdown' || looksLikeMarkdown(characters)) return 'markdown'
  const tags = head.match(HTML_TAG)?.length ?? 0
  if (tags >= 3 || (tags > 0 && /^html?$/.test(extension ?? ''))) return 'html'
  return 'text'
}

function isJson(characters: string): boolean {
  try {
    JSON.parse(characters.replace(/^\uFEFF/, ''))
    return true
  } catch {
    return false
  }
}
