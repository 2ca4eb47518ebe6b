import { PactaError } from '#contract/errors.ts'
import { encodingName, type TextEncoding } from '#domain/text/encodings.ts'
import { detectEncoding } from './detect-encoding.ts'
import { joinSurrogates } from './join-surrogates.ts'
import { windows1252 } from './windows-1252.ts'

/** The characters of a file, and the encoding they were written in, named as WHATWG does. */
export interface DecodedCharacters {
  readonly characters: string
  readonly encoding: string
  /** How the encoding was found, where that is not certain, and what could not be read; one sentence each. */
  readonly notes: readonly string[]
}

/** How a mark-up language names its encoding at the top of a file: the XML declaration, the `meta` of HTML. */
const DECLARED =
  /^[^>]{0,5}<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]+)|<meta[^>]{1,200}\bcharset\s*=\s*["']?([\w:.-]+)/i
const DECLARED_WITHIN = 4096

/** With more broken characters than this the encoding is not what it was taken for. */
const MOST_BROKEN = 0.01

/**
 * Turns bytes into characters. What a person says decides; then a byte order mark; else UTF-8 when the bytes are UTF-8;
 * else what the markup declares; else what the letters say. A few broken characters are replaced, and it is said.
 *
 * @throws PactaError `file-encoding` or `file-mixed-encoding`.
 */
export function decodeBytes(name: string, bytes: Uint8Array, chosen?: TextEncoding): DecodedCharacters {
  if (chosen !== undefined) {
    const { characters, broken } = charactersOf(bytes, chosen)
    return {
      characters,
      encoding: chosen,
      notes: [`Read as ${encodingName(chosen)}, as was asked for.`, ...brokenNote(broken)],
    }
  }
  const whole = joinSurrogates(bytes)
  const { encoding, is } = encodingOf(name, whole.bytes)
  const { characters, broken } = charactersOf(whole.bytes, encoding)
  if (broken > characters.length * MOST_BROKEN && broken > 1) throw new PactaError('file-encoding', { name })
  return {
    characters,
    encoding,
    notes: [...encodingNote(encoding, is), ...brokenNote(broken + whole.halves)],
  }
}

interface FoundEncoding {
  readonly encoding: string
  /** By a mark, the bytes themselves or the markup; or by what its letters are. */
  readonly is: 'certain' | 'guessed'
}

function encodingOf(name: string, bytes: Uint8Array): FoundEncoding {
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return { encoding: marked, is: 'certain' }
  const detected = detectEncoding(bytes)
  if (detected === 'utf-8' || detected === 'utf-16le' || detected === 'utf-16be')
    return { encoding: detected, is: 'certain' }
  const declared = declaredEncoding(bytes)
  if (declared !== undefined) return { encoding: declared, is: 'certain' }
  if (detected === 'mixed') throw new PactaError('file-mixed-encoding', { name })
  if (detected === undefined) throw new PactaError('file-encoding', { name })
  return { encoding: detected, is: 'guessed' }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  return undefined
}

/** The declared encoding, unless no such encoding is known or it claims UTF, which the bytes have disproved. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1')
  const match = DECLARED.exec(head)
  const label = match?.[1] ?? match?.[2]
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith('utf-') ? undefined : encoding
  } catch {
    return undefined
  }
}

/** The characters, with U+FFFD for each that is none; and how many these are. */
function charactersOf(bytes: Uint8Array, encoding: string): { characters: string; broken: number } {
  if (encoding === 'windows-1252') return { characters: windows1252(bytes), broken: 0 }
  const characters = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const replaced = characters.match(/\uFFFD/g)?.length ?? 0
  return { characters, broken: replaced === 0 || decodesWhole(bytes, encoding) ? 0 : replaced }
}

/** Whether every U+FFFD was in the file itself. */
function decodesWhole(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function encodingNote(encoding: string, is: FoundEncoding['is']): string[] {
  if (encoding === 'utf-8') return []
  return is === 'certain'
    ? [`Read as ${encodingName(encoding)}.`]
    : [`Read as ${encodingName(encoding)}, to judge by its letters; the file does not say.`]
}

function brokenNote(broken: number): string[] {
  if (broken === 0) return []
  return [
    broken === 1
      ? 'A character that was broken in the file was replaced by “\uFFFD”.'
      : `${broken} characters that were broken in the file were replaced by “\uFFFD”.`,
  ]
}
