import type { DocumentMetadata } from './decoded-document.ts'
import { foldSpace } from './text-builder.ts'
import { childOf, childrenOf, findElement, wordsOf, type XmlElement } from './xml-tree.ts'

/** FRBR names languages by ISO 639-2, in either of its two forms; BCP 47 wants the two-letter code where there is one. */
const SHORT_CODES: Readonly<Record<string, string>> = {
  ara: 'ar',
  chi: 'zh',
  deu: 'de',
  dut: 'nl',
  eng: 'en',
  fas: 'fa',
  fra: 'fr',
  fre: 'fr',
  ger: 'de',
  ita: 'it',
  kor: 'ko',
  nld: 'nl',
  per: 'fa',
  por: 'pt',
  rus: 'ru',
  spa: 'es',
  ukr: 'uk',
  zho: 'zh',
}

/** What the FRBR part and the preface of an Akoma Ntoso document say about it. */
export function akomaNtosoMetadata(root: XmlElement): {
  readonly metadata: DocumentMetadata
  readonly language?: string
} {
  const work = findElement(root, 'FRBRWork')
  const expression = findElement(root, 'FRBRExpression')
  const alias = childOf(work, 'FRBRalias')?.attributes['value']
  const title = foldSpace(wordsOf(findElement(findElement(root, 'preface'), 'docTitle'))) || alias
  const signedOn = childrenOf(work, 'FRBRdate').find(({ attributes }) =>
    /sign|adopt|conclu/i.test(attributes['name'] ?? ''),
  )?.attributes['date']
  const source = childOf(work, 'FRBRuri')?.attributes['value']
  const code = childOf(expression, 'FRBRlanguage')?.attributes['language']?.toLowerCase()
  const language = code === undefined ? undefined : (SHORT_CODES[code] ?? code)
  return {
    metadata: {
      ...(title ? { title } : {}),
      ...(signedOn ? { signedOn } : {}),
      ...(source ? { source } : {}),
    },
    ...(language && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? { language } : {}),
  }
}
