import { foldWords } from '../text/folded-text.ts'

/** An agreement as it is named in a note. */
export interface Titled {
  readonly id: string
  /** Titles that it goes by, the one that is shown first. */
  readonly titles: readonly string[]
}

/** An agreement that somebody may mean, and the address of one of its provisions that was typed behind its title. */
export interface Meant<A extends Titled> {
  readonly agreement: A
  readonly address: string
}

/** What somebody may mean who has typed some words behind `@`. */
export interface LinkReading<A extends Titled> {
  /** The one agreement that stands before a comma; what stands behind it is the address of a provision. */
  readonly named: Meant<A> | undefined
  /** Agreements whose titles begin so, or hold these words, the likeliest first. */
  readonly begun: readonly Meant<A>[]
}

/** So many agreements are offered. */
const MOST_BEGUN = 8

/** A letter alone begins too many titles to say anything; a sign of these scripts is a word. */
const TELLING = /[^\s]{2}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Reads `Alliance Treaty, art 5` or a beginning of it: the title of an agreement, in part or in whole, a comma of any
 * script, and the address of a provision. Titles may hold commas themselves: the longest that is one whole counts. Of
 * agreements that share a title the one that was `chosen` is meant; without a choice all are offered.
 */
export function readLink<A extends Titled>(
  agreements: readonly A[],
  typed: string,
  chosen?: string,
): LinkReading<A> {
  const whole = ranked(agreements, typed).flat()
  let named: Meant<A> | undefined
  let isSure = false
  const begun: Meant<A>[] = []
  for (const { title, address } of splitAtCommas(typed)) {
    const [exact = [], ...less] = ranked(agreements, title)
    const matches = [...exact, ...less.flat()]
    const agreement = exact.find(({ id }) => id === chosen) ?? only(exact) ?? only(matches)
    if (agreement) named ??= { agreement, address }
    else begun.push(...matches.map((match) => ({ agreement: match, address })))
    if (exact.length > 0) {
      isSure = agreement !== undefined
      break
    }
  }
  const offered = new Map<string, Meant<A>>()
  for (const meant of [...whole.map((agreement) => ({ agreement, address: '' })), ...begun]) {
    const { id } = meant.agreement
    if (!(isSure && id === named?.agreement.id) && !offered.has(id)) offered.set(id, meant)
    if (offered.size === MOST_BEGUN) break
  }
  return { named, begun: [...offered.values()] }
}

/** Each way to take what was typed apart, the longest title first. */
function splitAtCommas(typed: string): { readonly title: string; readonly address: string }[] {
  return [...typed.matchAll(/[,،，、]/gu)]
    .map(({ index }) => ({ title: typed.slice(0, index), address: typed.slice(index + 1).trim() }))
    .reverse()
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined
}

/** The agreements that fit, in one list for each way in which a title can, the best first. */
function ranked<A extends Titled>(agreements: readonly A[], typed: string): readonly A[][] {
  const found: A[][] = [[], [], [], [], []]
  const wanted = TELLING.test(typed) ? wordsOf(typed) : ''
  if (wanted === '') return found
  const words = wanted.split(' ').map((word) => ` ${word}`)
  for (const agreement of agreements) {
    let best = found.length
    for (const title of agreement.titles)
      best = Math.min(best, rankOf(foldedTitle(title), ` ${wanted}`, words))
    found[best]?.push(agreement)
  }
  return found
}

/** How well a title fits: 0 for the whole of it, then less and less; 5 for not at all. */
function rankOf(title: string, wanted: string, words: readonly string[]): number {
  if (title.startsWith(wanted)) return title.length === wanted.length ? 0 : 1
  if (title.includes(wanted)) return 2
  if (words.every((word) => title.includes(word))) return 3
  // Scripts without spaces: words are not told apart.
  return /^ [\u2E80-\uFFFF]/.test(wanted) && title.includes(wanted.slice(1)) ? 4 : 5
}

/** Titles as they are compared: those of a whole library are asked for with every letter. */
const folded = new Map<string, string>()
const MOST_FOLDED = 20_000

function foldedTitle(title: string): string {
  const known = folded.get(title)
  if (known !== undefined) return known
  if (folded.size >= MOST_FOLDED) folded.clear()
  // Every word has a space before it, so that one that begins somewhere is found at once.
  const words = ` ${wordsOf(title)}`
  folded.set(title, words)
  return words
}

function wordsOf(words: string): string {
  return foldWords(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
