import type { ProvisionKind } from '#domain/structure/provision.ts'

/** The words that name a division, as markup in Pacta's languages prints them before the number. */
const WORDS: readonly (readonly [ProvisionKind, RegExp])[] = [
  ['article', /^(?:art(?:icle|[íi]culo|igo|ikel|icolo)?\b\.?|статья|المادة|ماده|第.+[条條])/iu],
  ['chapter', /^(?:chapter|chapitre|cap[íi]tulo|capitolo|kapitel|hoofdstuk|глава|الفصل|فصل|第.+章)/iu],
  ['section', /^(?:section|secci[óo]n|se[cç][ãç][ãa]?o|sezione|abschnitt|afdeling|раздел|第.+[节節])/iu],
  ['part', /^(?:part|partie|parte|teil|deel|часть|الباب|بخش|第.+[编編部])/iu],
  ['titleDivision', /^(?:title|titre|t[íi]tulo|titolo|titel)\b/iu],
  [
    'annex',
    /^(?:annex|annexe|anexo|anhang|anlage|allegato|bijlage|appendix|schedule|protocol|приложение|附件)/iu,
  ],
]

/** A label such as `CHAPTER IV` taken apart. */
export interface ProvisionLabel {
  readonly kind?: ProvisionKind
  /** Without the word and the punctuation around it. */
  readonly number?: string
}

/** What a printed label names, and its number. */
export function readProvisionLabel(label: string): ProvisionLabel {
  const words = label.trim()
  const [kind] = WORDS.find(([, word]) => word.test(words)) ?? []
  const wrapped = /^第(.+)[条條章节節编編部]$/u.exec(words)?.[1]
  const bare = words.replace(/^\p{L}{2,}\.?\s+/u, '')
  const number = (wrapped ?? (bare === words && /^\p{L}{5,}$/u.test(words) ? '' : bare))
    .replace(/^[\s(№º°]+|[\s.:)–—-]+$/gu, '')
    .slice(0, 40)
  return { ...(kind ? { kind } : {}), ...(number ? { number } : {}) }
}
