import { Parser } from 'htmlparser2'

/** The characters of an HTML fragment: tags go, `br` is a line end, entities are characters, scripts go whole. */
export function plainWords(fragment: string): string {
  let words = ''
  let silent = 0
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'script' || name === 'style') silent++
      if (name === 'br') words += '\n'
    },
    onclosetag: (name) => {
      if (name === 'script' || name === 'style') silent--
    },
    ontext: (text) => {
      if (silent === 0) words += text
    },
  })
  parser.end(fragment)
  return words
}
