import type { DecodedBody } from './decoded-body.ts'
import type { DecodedText } from './decoded-document.ts'
import { textBuilder } from './text-builder.ts'

/** A treaty as the open-treaties collection writes it: every language version of a field has its own key. */
export interface OpenTreaty {
  readonly [key: string]: unknown
  readonly articles: readonly OpenArticle[]
}

interface OpenArticle {
  readonly [key: string]: unknown
}

/** Whether a JSON value is a treaty of this form. */
export function isOpenTreaty(value: unknown): value is OpenTreaty {
  return (
    isRecord(value) &&
    Array.isArray(value['articles']) &&
    value['articles'].length > 0 &&
    value['articles'].every(isRecord) &&
    languagesOf(value['articles']).length > 0
  )
}

/** Reads an open-treaties file: one text for each language, the numbers as that language prints them. */
export function decodeOpenTreaties(treaty: OpenTreaty): DecodedBody {
  const notes = new Set<string>()
  const texts = languagesOf(treaty.articles).map((language) => {
    const builder = textBuilder()
    const title = wordsIn(treaty, `treaty_${language}`)
    const preamble = wordsIn(treaty, `preamble_${language}`)
    const heading = builder.block(title)
    if (heading) builder.hint({ ...heading, kind: 'title' })
    builder.open({ kind: 'preamble' })
    builder.block(preamble)
    builder.close()
    for (const article of treaty.articles) {
      const words = wordsIn(article, `content_${language}`)
      if (words === '') continue
      const { label, number } = numberOf(article, language)
      const name = wordsIn(article, `title_${language}`)
      builder.open({ kind: 'article', number, heading: name })
      builder.block(label)
      builder.line(name)
      builder.block(words)
      builder.close()
    }
    const { text, hints, notes: changes } = builder.result()
    for (const change of changes) notes.add(change)
    return { language: tagOf(language, text), ...(title ? { title } : {}), text, hints } satisfies DecodedText
  })
  const title = texts.find((text) => text.title)?.title
  return { texts: texts.filter((t) => t.text !== ''), metadata: title ? { title } : {}, notes: [...notes] }
}

/** The languages of the articles' contents; English first, since most readers have it. */
function languagesOf(articles: readonly OpenArticle[]): string[] {
  const found = new Set<string>()
  for (const article of articles) {
    for (const [key, value] of Object.entries(article)) {
      const language = /^content_([a-z]{2,3})$/.exec(key)?.[1]
      if (language && typeof value === 'string' && value.trim() !== '') found.add(language)
    }
  }
  return [...found].sort((a, b) => Number(b === 'en') - Number(a === 'en'))
}

const ARTICLE_WORDS: Readonly<Record<string, string>> = {
  en: 'Article',
  fr: 'Article',
  es: 'Artículo',
  ru: 'Статья',
  ar: 'المادة',
}

/** An article put in after another: `八之二` is article 8 bis. */
const ADDED: Readonly<Record<number, string>> = { 2: 'bis', 3: 'ter', 4: 'quater', 5: 'quinquies' }

/** The collection numbers its articles in Chinese; other languages print arabic digits. */
function numberOf(article: OpenArticle, language: string): { label: string; number: string } {
  const raw = article['article']
  const printed = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : ''
  const [stem = '', added] = printed.split('之')
  if (language === 'zh') return { label: `第${stem}條${added ? `之${added}` : ''}`, number: printed }
  const latin = ADDED[hanNumber(added ?? '') ?? 0]
  const number = `${hanNumber(stem) ?? stem}${latin ? ` ${latin}` : ''}`
  return { label: `${ARTICLE_WORDS[language] ?? 'Article'} ${number}`.trim(), number }
}

/** A Chinese numeral below ten thousand: `一百零三` is 103. */
function hanNumber(numeral: string): number | undefined {
  let total = 0
  let digit = 0
  for (const sign of numeral) {
    const value = '零一二三四五六七八九'.indexOf(sign)
    const unit = { 十: 10, 百: 100, 千: 1000 }[sign]
    if (value >= 0) digit = value
    else if (unit) {
      total += (digit || 1) * unit
      digit = 0
    } else return undefined
  }
  return total + digit || undefined
}

/** Traditional signs make `zh-Hant`: the two scripts are read by different people. */
function tagOf(language: string, text: string): string {
  if (language !== 'zh') return language
  const count = (signs: RegExp): number => text.match(signs)?.length ?? 0
  return count(/[條國約與為爲]/g) > count(/[条国约与为]/g) ? 'zh-Hant' : 'zh-Hans'
}

function wordsIn(record: Readonly<Record<string, unknown>>, key: string): string {
  const value = record[key]
  return typeof value === 'string' ? value.trim() : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
