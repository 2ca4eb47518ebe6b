import { foldPattern } from './fold.ts'

/** `\b` of regular expressions knows only ASCII. */
const EDGE = '(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))'

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
