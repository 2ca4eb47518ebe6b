import { ARABIC, CYRILLIC, HAN, HANGUL, readingOf, type Script } from './frequent-letters.ts'
import { latinEncoding } from './latin-encoding.ts'
import { wideEncoding } from './wide-encoding.ts'

/** More is not needed to tell encodings apart. */
const SAMPLE_BYTES = 256 * 1024

/** What the bytes of a text without a byte order mark are written in; `mixed` when parts are UTF-8 and parts not. */
export type DetectedEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5'
  | 'euc-kr'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1254'
  | 'windows-1256'
  | 'koi8-r'
  | 'ibm866'
  | 'mixed'

interface Candidate {
  readonly encoding: DetectedEncoding
  readonly script: Script
  /** How many bytes a letter has. */
  readonly width: 1 | 2
}

/** The encodings in which another script stands beside Latin letters. */
const CANDIDATES: readonly Candidate[] = [
  { encoding: 'gb18030', script: HAN, width: 2 },
  { encoding: 'big5', script: HAN, width: 2 },
  { encoding: 'euc-kr', script: HANGUL, width: 2 },
  { encoding: 'windows-1251', script: CYRILLIC, width: 1 },
  { encoding: 'koi8-r', script: CYRILLIC, width: 1 },
  { encoding: 'ibm866', script: CYRILLIC, width: 1 },
  { encoding: 'windows-1256', script: ARABIC, width: 1 },
]

/** A script explains a file when its words make this share of the bytes beyond ASCII … */
const MOST_OF_IT = 0.5
/** … or when it has so many letters: beside French an Arabic text may be short. */
const MANY_LETTERS = 20
/** A file may have been cut, or damaged; more than this is none of the encoding's characters. */
const MOST_BROKEN = 0.01
/** Fewer frequent letters than this may be chance. */
const FEW_LETTERS = 3

/**
 * Finds the encoding of text bytes without a byte order mark; nothing when they look like none that Pacta knows.
 * UTF-8 is certain. Else each encoding is tried, and the one in which the words are made of the letters that are
 * frequent in its script is a good guess; so it is shown to the analyst.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | undefined {
  const isUtf8 = decodes(bytes, 'utf-8')
  if (!isUtf8 || bytes.subarray(0, SAMPLE_BYTES).includes(0)) {
    const wide = wideEncoding(bytes)
    if (wide) return wide
  }
  if (isUtf8) return 'utf-8'
  if (isMixed(bytes)) return 'mixed'
  const sample = sampleAroundHigh(bytes)
  const high = sample.filter((byte) => byte >= 0x80).length
  let best: { encoding: DetectedEncoding; score: number } | undefined
  for (const { encoding, script, width } of CANDIDATES) {
    const text = new TextDecoder(encoding).decode(sample)
    const { letters, frequent } = readingOf(text, script)
    const explained = (letters * width) / high
    if ((text.match(/\uFFFD/g)?.length ?? 0) > letters * MOST_BROKEN + 1) continue
    if (frequent < script.enough || letters * frequent < FEW_LETTERS) continue
    if (explained < MOST_OF_IT && letters < MANY_LETTERS) continue
    const score = (explained * frequent) / script.enough
    if (!best || score > best.score) best = { encoding, score }
  }
  return best?.encoding ?? latinEncoding(sample)
}

/** UTF-8 with foreign bytes in it: more whole UTF-8 characters than bytes that are none. */
function isMixed(bytes: Uint8Array): boolean {
  const decoded = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE_BYTES * 8))
  const broken = decoded.match(/\uFFFD/g)?.length ?? 0
  // eslint-disable-next-line no-control-regex -- every character beyond ASCII
  const whole = (decoded.match(/[^\u0000-\u007F]/gu)?.length ?? 0) - broken
  return whole >= 4 && whole > broken
}

/** The part of a long file where its first letters beyond ASCII stand: it may open in English. */
function sampleAroundHigh(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  return bytes.subarray(Math.max(0, first - 1000), first + SAMPLE_BYTES)
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
