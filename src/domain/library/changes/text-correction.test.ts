import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposed } from '../../agreement/fact.ts'
import { expectTree } from '../../structure/invariants.testing.ts'
import { ownRange } from '../../structure/splice-provisions.ts'
import { anchorHolds, anchorOf } from '../../text/anchor.ts'
import { spliceText } from '../../text/carry/carry-splice.ts'
import { AGREEMENT, AUTHOR, libraryState, STRUCTURE, TEXT, TREATY } from '../fixture.testing.ts'
import type { LibraryState } from '../library-state.ts'
import { applyOperations } from '../apply.ts'
import { inverseAll } from '../operation.ts'
import { addAnnotation } from './annotation-changes.ts'
import { correctWords, spliceBetweenTexts, type CorrectedWords } from './text-correction.ts'

const HASH = 'c'.repeat(64)
const { provisions } = STRUCTURE

function words(state: LibraryState, content = TREATY): CorrectedWords {
  return {
    content,
    text: state.find('text', TEXT.id) ?? TEXT,
    agreement: state.find('agreement', AGREEMENT.id) ?? AGREEMENT,
    structure: state.find('structure', TEXT.id) ?? STRUCTURE,
    annotations: state.annotationsOf(TEXT.id),
    assessments: state.assessmentsOf(TEXT.id),
  }
}

function annotated(...quotes: readonly string[]): LibraryState {
  const state = libraryState()
  for (const [n, quote] of quotes.entries()) {
    const start = TREATY.indexOf(quote)
    const anchor = anchorOf(TREATY, start, start + quote.length)
    const annotation = {
      id: `a-${n}`,
      textId: TEXT.id,
      target: { kind: 'span' as const, anchor },
      themeIds: [],
    }
    applyOperations(state, addAnnotation(annotation, AUTHOR))
  }
  return state
}

function replacing(was: string, is: string): { at: number; remove: string; insert: string } {
  return { at: TREATY.indexOf(was), remove: was, insert: is }
}

describe('correctWords', () => {
  it('moves what stands behind, and leaves its words as they are', () => {
    const state = annotated('twenty years')
    const outcome = correctWords(words(state), 'art-2', replacing('it deems', 'that Party deems'))
    if (outcome.kind !== 'corrected') throw new Error(outcome.kind)
    expect(outcome.requoted).toEqual([])
    applyOperations(state, outcome.operations(HASH))
    const [annotation] = state.annotationsOf(TEXT.id)
    expect(annotation?.target.anchor.quote).toBe('twenty years')
    expect(annotation && anchorHolds(outcome.content, annotation.target.anchor)).toBe(true)
    expect(state.find('text', TEXT.id)?.content).toEqual({ hash: HASH, length: outcome.content.length })
  })

  it('names every annotation that will quote the corrected words', () => {
    const state = annotated('Each Party will assist the other as it deems necessary')
    const outcome = correctWords(words(state), 'art-2', replacing('deems', 'considers'))
    expect(outcome).toMatchObject({
      kind: 'corrected',
      requoted: [{ annotationId: 'a-0', is: 'Each Party will assist the other as it considers necessary' }],
    })
  })

  it('takes no annotation its last words', () => {
    const outcome = correctWords(words(annotated('deems')), 'art-2', replacing(' deems necessary', ''))
    expect(outcome).toEqual({ kind: 'unquoted', annotationIds: ['a-0'] })
  })

  it('does not reach into another provision, and leaves none without a word', () => {
    const state = libraryState()
    const outside = replacing('necessary.\n\nArticle 3', 'necessary.\n\nArticle 4')
    expect(correctWords(words(state), 'art-2', outside)).toEqual({ kind: 'out of place' })
    const point = replacing('(b) any measure taken under Article 2.', ' ')
    expect(correctWords(words(state), 'art-1.2.b', point)).toEqual({ kind: 'out of place' })
  })

  it('corrects the heading with the words', () => {
    const state = libraryState()
    const outcome = correctWords(words(state), 'art-2', replacing('Mutual assistance', 'Mutual defence'))
    if (outcome.kind !== 'corrected') throw new Error(outcome.kind)
    applyOperations(state, outcome.operations(HASH))
    expect(state.find('structure', TEXT.id)?.provisions.find((p) => p.id === 'art-2')?.heading).toBe(
      'Mutual defence',
    )
  })

  it('takes the sources of facts along', () => {
    const state = libraryState()
    const at = TREATY.indexOf('twenty years')
    const source = { kind: 'text' as const, textId: TEXT.id, start: at, end: at + 12, quote: 'twenty years' }
    const agreement = { ...AGREEMENT, signedAt: proposed('Port Arden', source) }
    const outcome = correctWords(
      { ...words(state), agreement },
      'art-2',
      replacing('as it deems', 'as deems'),
    )
    if (outcome.kind !== 'corrected') throw new Error(outcome.kind)
    const update = outcome.operations(HASH).find(({ ref }) => ref.kind === 'agreement')
    expect(JSON.stringify(update)).toContain(`"start":${at - 3}`)
  })

  it('keeps the tree sound and every annotation on its words, and can be taken back', () => {
    const insert = fc.constantFrom('', ' ', 'the ', 'shall not', 'ماده ', '\n', '1. ')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(20), insert), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const state = annotated(
            'twenty years',
            'Each Party will assist',
            'peace of the Inner Sea;',
            'Article 2\nMutual',
          )
          const before = JSON.stringify([...state.annotationsOf(TEXT.id)].map((a) => a.target))
          let content = TREATY
          const done = []
          for (const [which, where, length, added] of changes) {
            const now = words(state, content)
            const id = now.structure.provisions[which % now.structure.provisions.length]?.id ?? ''
            const own = ownRange(now.structure.provisions, content, id)
            if (!own) continue
            const at = own.start + (where % (own.end - own.start + 1))
            const remove = content.slice(at, Math.min(at + length, own.end))
            const outcome = correctWords(now, id, { at, remove, insert: added })
            if (outcome.kind !== 'corrected') continue
            const operations = outcome.operations(HASH)
            applyOperations(state, operations)
            done.push(...operations)
            content = outcome.content
            expectTree(content, words(state).structure.provisions)
            for (const { target } of state.annotationsOf(TEXT.id))
              expect(anchorHolds(content, target.anchor)).toBe(true)
          }
          applyOperations(state, inverseAll(done))
          expect(words(state).structure.provisions).toEqual(provisions)
          expect(JSON.stringify([...state.annotationsOf(TEXT.id)].map((a) => a.target))).toBe(before)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('spliceBetweenTexts', () => {
  it('makes the one of the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (head, before, after) => {
        const splice = spliceBetweenTexts(head + before, head + after)
        expect(splice ? spliceText(head + before, splice) : head + before).toBe(head + after)
      }),
    )
  })
})
