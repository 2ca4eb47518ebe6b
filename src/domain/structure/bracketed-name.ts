/** A name in brackets, as Korean and Chinese articles have: `(목적)`, `【生效】`. What only counts is a point: `（一）`, `(a)`. */
const BRACKETED = /^([(（【〔[])([^()（）【】〔〕[\]\n]{1,60})([)）】〕\]])/
const COUNTS =
  /^(?:[\p{N}\s.,、-]+|[一二三四五六七八九十百]+|[甲乙丙丁戊己庚辛壬癸]|[가나다라마바사아자차카타파하]|\p{L}|[ivxlc]+)$/iu

/** The name in brackets with which some words begin: the name itself, and the length of it with its brackets. */
export function bracketedName(words: string): { readonly name: string; readonly length: number } | undefined {
  const match = BRACKETED.exec(words)
  const name = match?.[2]
  if (!match || name === undefined || COUNTS.test(name.trim())) return undefined
  return { name, length: match[0].length }
}
