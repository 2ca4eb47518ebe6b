import { foldPattern } from './fold.ts'

/**
 * What stands in words. Written as what does not: an engine builds a class of all letters anew for every pattern, and
 * the hundreds of patterns of a vocabulary would take half a second.
 */
const IN_WORDS =
  '[^\\s\\0-/:-@\\[-`{-©«-±´¶-¸»¿×÷،؛؟٪-٭۔\\u2000-\\u206f\\u20a0-\\u20cf№™\\u2190-\\u2bff\\u3000-\\u3004\\u3008-\\u3020〰\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65]'

/** `\b` of regular expressions knows only ASCII. */
const EDGE = `(?:(?<!${IN_WORDS})(?=${IN_WORDS})|(?<=${IN_WORDS})(?!${IN_WORDS}))`

/** A Pattern of a vocabulary as a regular expression for folded text. */
export function compile(pattern: string, flags = ''): RegExp {
  const source = foldPattern(pattern)
    .replaceAll('\\b', EDGE)
    .replaceAll('\u200c', '[\\u200c ]?')
    .replace(/ss/g, '(?:ss|ß)')
    .replace(/ /g, '\\s+')
    .replace(/\\s\+\?/g, '\\s*')
  return new RegExp(source, `${flags}u`)
}

/** Makes something of a table once. */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}
