import { describe, expect, it } from 'vitest'
import { proposeRecord } from '#domain/agreement/proposals/propose-record.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { TEXT, TREATY } from '#domain/library/fixture.testing.ts'
import type { DocumentMetadata } from './decoded-document.ts'
import type { ReadDocument } from './read-document.ts'
import { proposedFacts, type ProposedFacts } from './proposed-facts.ts'

function factsOf(content: string, metadata: DocumentMetadata = {}): ProposedFacts {
  const provisions = detectStructure(content)
  const read: ReadDocument = {
    texts: [{ text: content, provisions, isFlat: false }],
    proposals: proposeRecord(content, provisions),
    format: 'text',
    metadata,
    dropped: [],
    notes: [],
  }
  return proposedFacts(read, 'treaty.txt', TEXT)
}

describe('proposedFacts', () => {
  it('gives each fact the words of the text that say it', () => {
    const { signedOn } = factsOf(TREATY)
    expect(signedOn).toMatchObject({
      value: { iso: '1951-03-04' },
      status: 'proposed',
      source: { kind: 'text' },
    })
    const source = signedOn?.source
    if (source?.kind !== 'text') throw new Error('no words')
    expect(source.textId).toBe(TEXT.id)
    expect(TREATY.slice(source.start, source.end)).toBe(source.quote)
  })

  it('lets what the file states win, and keeps the words that say otherwise', () => {
    const { title, signedOn } = factsOf(TREATY, { title: 'The Ardia Treaty', signedOn: '1951-03-05' })
    expect(title).toMatchObject({ value: 'The Ardia Treaty', source: { kind: 'reference' } })
    expect(signedOn).toMatchObject({
      value: { iso: '1951-03-05' },
      source: { kind: 'reference', citation: 'stated in the file “treaty.txt”' },
      otherwise: [{ value: { iso: '1951-03-04' }, source: { kind: 'text' } }],
    })
  })

  it('says once what both say', () => {
    expect(factsOf(TREATY, { signedOn: '1951-03-04' }).signedOn?.otherwise).toBeUndefined()
  })

  it('proposes nothing that neither says', () => {
    expect(factsOf('Article 1\n\nPeace.\n')).toEqual({})
  })
})
