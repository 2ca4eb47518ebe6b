/** HTML that is safe to put into a page: made only by `html` and `text` below. */
export interface Html {
  readonly html: string
}

/** Words as HTML: every character that means something to a parser is written out. */
export function text(words: string): Html {
  return { html: words.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`) }
}

/** Several pieces in a row. */
export function join(pieces: readonly Html[]): Html {
  return { html: pieces.map((piece) => piece.html).join('') }
}

/** Builds HTML from a template; strings put into it are words and are escaped, `Html` is taken as it is. */
export function html(parts: TemplateStringsArray, ...values: readonly (Html | string | number)[]): Html {
  return {
    html: parts.reduce((whole, part, i) => {
      const value = values[i - 1]
      const between =
        value === undefined ? '' : typeof value === 'object' ? value.html : text(String(value)).html
      return whole + between + part
    }),
  }
}
