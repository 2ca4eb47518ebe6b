import { phrases } from './grammar.ts'
import { GRAMMARS } from './grammars/grammars.ts'
import { linesOf, type Line } from './lines.ts'
import { isInvocation, isLetter, isSalutation } from './openers.ts'

/** A longer line is a sentence. */
const LONGEST_TITLE = 240

const INSTRUMENTS: readonly string[] = GRAMMARS.flatMap(({ instruments }) => phrases(instruments))

/**
 * Where another agreement begins, or the same one in another language, in the words between the last provision of one
 * and the first of the next: at a line behind a blank one that says what it is, and is no sentence. Undefined where
 * no line does.
 */
export function nextTextStart(text: string, from: number, to: number): number | undefined {
  const lines = linesOf(text, from, to)
  const at = lines.findIndex((line, i) => i > 0 && lines[i - 1]?.words === '' && isTitle(line.words))
  return (lines[at] ?? letterHead(lines))?.wordsStart
}

/** `II`, `No. 2`, `Nota III`: what stands above one of several letters. */
const LETTER_NUMBER = /^(?:\p{L}{1,6}[.°º]? ?)?(?:[IVX]{1,4}|[1-9]|[٢-٩۲-۹]|[二三四五])[.)]?$/u

/** Where another letter begins: at its number, else at its salutation. */
function letterHead(lines: readonly Line[]): Line | undefined {
  const salutation = lines.findIndex((line, i) => i > 0 && isSalutation(line.words))
  if (salutation < 0) return undefined
  return (
    lines.slice(0, salutation).find((line, i) => i > 0 && LETTER_NUMBER.test(line.words)) ?? lines[salutation]
  )
}

function isTitle(words: string): boolean {
  if (words === '' || words.length > LONGEST_TITLE || /[.;:,。；：，،؛]$/.test(words)) return false
  if (isInvocation(words)) return true
  const lower = words.toLowerCase()
  return INSTRUMENTS.some((name) => {
    const at = lower.indexOf(name)
    if (at < 0) return false
    // Chinese and Korean join the word to others; elsewhere it stands for itself.
    return (
      name.charCodeAt(0) >= 0x3000 ||
      (!isLetter(lower.charCodeAt(at - 1)) && !isLetter(lower.charCodeAt(at + name.length)))
    )
  })
}
