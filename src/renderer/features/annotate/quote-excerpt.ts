const LONGEST = 180

/** A quotation short enough for a list: its beginning and its end, cut between words. */
export function quoteExcerpt(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').trim()
  if (words.length <= LONGEST) return words
  const head = words.slice(0, LONGEST * 0.7)
  const tail = words.slice(-LONGEST * 0.25)
  const from = tail.indexOf(' ')
  const to = head.lastIndexOf(' ')
  return `${head.slice(0, to < 0 ? head.length : to)} … ${tail.slice(from + 1)}`
}
