/** A word of a text as it is compared, and where it stands. UTF-16 offsets. */
export interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** Letters of any script with their marks, digits, and the joiners inside Persian words. */
const RUN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200C\u200D]*/gu

/** Scripts that are written without spaces: their words are taken two characters at a time. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u

/** What does not make another word: vowel signs of Arabic and Hebrew, the tatweel, joiners, Latin accents apart. */
const SILENT = /[\u064B-\u065F\u0670\u0640\u0591-\u05C7\u200C\u200D]/g

/** Letters that Arabic and Persian keyboards write differently. */
const SAME: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', أ: 'ا', إ: 'ا', آ: 'ا', ة: 'ه' }

/** A word as it is compared: one form of each letter, no case. */
export function wordKey(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(SILENT, '')
    .replace(/[يىكأإآة]/g, (letter) => SAME[letter] ?? letter)
}

/**
 * The words of a stretch of text. Words of one letter and numbers are left out, because they say nothing of a theme.
 * Where a script has no spaces, each two neighbouring characters are a word: character bigrams do as well as a
 * dictionary for finding Chinese texts (Nie, Gao, Zhang, Zhou, "On the use of words and n-grams for Chinese
 * information retrieval", 2000).
 */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = []
  for (const match of text.slice(from, to).matchAll(RUN)) {
    const [run] = match
    const start = from + match.index
    if (UNSPACED.test(run)) words.push(...bigrams(run, start))
    else if (/\p{L}/u.test(run)) {
      const key = wordKey(run)
      if (key.length > 1) words.push({ key, start, end: start + run.length })
    }
  }
  return words
}

function bigrams(run: string, start: number): Word[] {
  const characters = Array.from(run)
  const words: Word[] = []
  let at = start
  characters.forEach((character, i) => {
    const next = characters[i + 1]
    if (next !== undefined) {
      words.push({ key: wordKey(character + next), start: at, end: at + character.length + next.length })
    }
    at += character.length
  })
  return words
}
