import type { Agreement } from '#domain/agreement/agreement.ts'
import { confirmed, type Fact, type FactSource } from '#domain/agreement/fact.ts'
import { parseUncertainDate, type UncertainDate } from '#domain/agreement/uncertain-date.ts'
import type { Author } from '#domain/shared/author.ts'
import type { SampleAgreement } from './sample-format.ts'

/** The record of a sample agreement: every fact with its source, conflicts between sources kept. */
export function sampleRecord(sample: SampleAgreement, id: string, author: Author): Agreement {
  const sourceOf = (field: string): FactSource => {
    const citation = sample.citations?.[field]
    return citation === undefined ? { kind: 'analyst' } : { kind: 'reference', citation }
  }
  const fact = <T>(field: string, value: T): Fact<T> => confirmed(value, sourceOf(field))
  const dated = (field: 'signedOn' | 'inForceOn'): Fact<UncertainDate> | undefined => {
    const value = sample[field]
    if (value === undefined) return undefined
    const others = (sample.otherwise?.[field] ?? []).map((other) => ({
      value: dateOf(other.value),
      source: { kind: 'reference' as const, citation: other.citation },
    }))
    return { ...fact(field, dateOf(value)), ...(others.length > 0 ? { otherwise: others } : {}) }
  }
  const signedOn = dated('signedOn')
  const inForceOn = dated('inForceOn')
  const partyActions = sample.partyActions?.map(({ party, action, date, detail, citation }) => ({
    party,
    action,
    date: dateOf(date),
    ...(detail === undefined ? {} : { detail }),
    source: { kind: 'reference' as const, citation },
  }))
  return {
    id,
    title: fact('title', sample.title),
    ...(sample.shortTitle === undefined ? {} : { shortTitle: sample.shortTitle }),
    kind: fact('kind', sample.kind),
    parties: fact('parties', sample.parties),
    ...(signedOn ? { signedOn } : {}),
    ...(sample.signedAt === undefined ? {} : { signedAt: fact('signedAt', sample.signedAt) }),
    ...(inForceOn ? { inForceOn } : {}),
    ...(sample.term ? { term: fact('term', sample.term) } : {}),
    ...(sample.languages ? { languages: fact('languages', sample.languages) } : {}),
    ...(sample.articleCount === undefined ? {} : { articleCount: fact('articleCount', sample.articleCount) }),
    ...(partyActions ? { partyActions } : {}),
    ...(sample.relations ? { relations: sample.relations } : {}),
    createdAt: author.at,
    createdBy: author.name,
  }
}

function dateOf(written: string): UncertainDate {
  const date = parseUncertainDate(written)
  if (!date) throw new Error(`The sample holds a date that cannot be read: ${written}`)
  return date
}
