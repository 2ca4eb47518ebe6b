import type { After, Candidate } from './candidate.ts'
import { bracketedName } from './bracketed-name.ts'
import { continuesReference, isLetter, REFERENCE_WORDS } from './openers.ts'

const CLOSE =
  /[)\]）】"”»*_]{0,3}[ \t\u00A0\u3000]{0,4}(?:(?:[.:：．。、–—−‑ـ-]{1,4}|\/(?=\s))[*_]{0,2}[ \t\u00A0\u3000]*)*\*{0,3}/y
const SPACES = /[ \t\u00A0\u3000\u200E\u200F]*/y
const FOOTNOTE = /(?:\[\^?\d{1,3}\]|\*{1,2}|†)[ \t]*/y
const WORD = /[\p{L}\u200C]{1,24}\.?/uy
const MARKER = /[(（]?(?:\d{1,3}|[a-z]{1,4}|[一二三四五六七八九十]{1,3})[.)）、]|§|[-–—•]/iy

type Context = Pick<Candidate, 'end' | 'close' | 'after'>

/**
 * Looks on from the end of a number, over its punctuation, to the words after it. Behind a counted number (`第一条`)
 * a name in brackets may be glued to it.
 */
export function contextAfter(text: string, from: number, isCounted = false): Context {
  // Most numbers in a text are followed by a space and a small letter: references.
  const next = text.charCodeAt(from + 1)
  if (text.charCodeAt(from) === 32 && next >= 97 && next <= 122) {
    const isMark = ').'.includes(text.charAt(from + 2) || ' ')
    if (!isMark) return { end: from + 1, close: '', after: afterAt(text, from, from + 1, '') }
  }
  if (isCounted) {
    const name = bracketedName(text.slice(from, from + LONGEST_BRACKETS))
    if (name) return { end: from, close: '', after: afterName(text, from + name.length) }
  }
  const closing = exec(CLOSE, text, from)
  let at = from + closing.length
  at += exec(FOOTNOTE, text, at).length
  at += exec(SPACES, text, at).length
  const close = closing.replace(/[\s*_]/g, '')
  return { end: at, close, after: afterAt(text, from, at, close) }
}

/** A longer bracket is no name. */
const LONGEST_BRACKETS = 80

/** `제1조(목적)` opens an article; `제1조(목적)에 따라` refers to it. */
function afterName(text: string, at: number): After {
  return continuesReference(text, at) ? 'reference' : 'capital'
}

function exec(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function afterAt(text: string, from: number, at: number, close: string): After {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code) || code === 10 || code === 13) return 'line end'
  const isApart = at > from
  if (isLetter(code)) return lettersAt(text, at, isApart, close)
  if (!isApart) return 'punctuation'
  if (exec(MARKER, text, at) !== '') return 'marker'
  // A name in brackets or quotation marks may be a heading's; a comma or a bracket at the end may not.
  if ('([“„«"‘\'「《（'.includes(text.charAt(at))) return 'capital'
  return code > 0x7f && !',;)]»”،؛'.includes(text.charAt(at)) ? 'capital' : 'punctuation'
}

function lettersAt(text: string, at: number, isApart: boolean, close: string): After {
  const char = text.charAt(at)
  if (/\d/.test(char)) return 'marker'
  const isCased = char.toLowerCase() !== char.toUpperCase()
  const word = exec(WORD, text, at).toLowerCase()
  if (close === '' && REFERENCE_WORDS.has(word)) return 'reference'
  if (isCased) return char === char.toLowerCase() ? 'lower' : 'capital'
  // Chinese writes no spaces: what is glued to a number goes on with the sentence more often than not.
  return !isApart && continuesReference(text, at) ? 'reference' : isApart ? 'capital' : 'glued'
}
