import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { setThemes } from '#domain/library/changes/annotation-changes.ts'
import { annotationOf, AUTHOR, STRUCTURE, TEXT } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import { textModel } from './library-model.ts'
import { ShownTexts } from './shown-texts.ts'

const QUOTES = [
  'twenty years',
  'once a year',
  'each other',
  'An attack',
  'the peace of the Inner Sea',
] as const

function made(n: number): Annotation {
  return { ...annotationOf(QUOTES[n % QUOTES.length] ?? ''), id: `made-${n}` }
}

/** A window with one text at hand, and the journal that it hears of. */
class Reader {
  readonly texts = new ShownTexts()
  readonly recorded = new Map<string, Annotation>()
  told = 0

  constructor() {
    this.texts.record(TEXT.id, textModel(STRUCTURE, [], []))
    this.texts.on(TEXT.id, () => this.told++)
  }

  get shown(): string[] {
    return this.texts.get(TEXT.id)?.annotations.map(({ id }) => id) ?? []
  }

  /** The journal tells of an annotation that has been made. */
  record(annotation: Annotation): void {
    this.recorded.set(annotation.id, annotation)
    this.texts.record(TEXT.id, textModel(STRUCTURE, [...this.recorded.values()], []), [
      create('annotation', annotation),
    ])
  }
}

let reader: Reader
beforeEach(() => {
  reader = new Reader()
})

describe('an annotation that is foreseen', () => {
  it('is shown at once, and nothing is drawn again when the journal has it', () => {
    const annotation = made(0)
    const takeBack = reader.texts.foresee([create('annotation', annotation)])
    expect(reader.shown).toEqual(['made-0'])
    const drawn = reader.texts.get(TEXT.id)
    reader.record(annotation)
    takeBack()
    expect(reader.texts.get(TEXT.id)).toBe(drawn)
    expect(reader.texts.recorded(TEXT.id)?.annotations).toEqual([annotation])
    expect(reader.told).toBe(1)
  })

  it('goes again when it was refused', () => {
    const takeBack = reader.texts.foresee([create('annotation', made(0))])
    takeBack()
    expect(reader.shown).toEqual([])
    expect(reader.told).toBe(2)
  })

  it('stays while other changes are recorded', () => {
    const other = made(1)
    reader.record(other)
    reader.texts.foresee([create('annotation', made(0))])
    const themed = { ...other, themeIds: ['default.IMP.6'] }
    reader.texts.record(
      TEXT.id,
      textModel(STRUCTURE, [themed], []),
      setThemes(other, themed.themeIds, AUTHOR),
    )
    expect(new Set(reader.shown)).toEqual(new Set(['made-0', 'made-1']))
  })

  it('is shown as the journal has it when that is not as it was foreseen', () => {
    reader.texts.foresee([create('annotation', made(0))])
    const otherwise = { ...made(0), themeIds: [] }
    reader.record(otherwise)
    expect(reader.texts.get(TEXT.id)?.annotations).toEqual([otherwise])
  })

  it('of a text that is not at hand is shown nowhere', () => {
    reader.texts.foresee([create('annotation', { ...made(0), textId: 'another' })])
    expect(reader.texts.get('another')).toBeUndefined()
    expect(reader.told).toBe(0)
  })

  it('goes with its text', () => {
    const takeBack = reader.texts.foresee([create('annotation', made(0))])
    reader.texts.record(TEXT.id, undefined)
    takeBack()
    expect(reader.texts.get(TEXT.id)).toBeUndefined()
  })
})

describe('what is shown of a text', () => {
  it('is what is recorded and what is on its way, whatever comes first', () => {
    const step = fc.record({
      n: fc.nat(8),
      what: fc.constantFrom('foreseen', 'recorded', 'recorded otherwise', 'refused'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const one = new Reader()
        const onTheWay = new Map<string, () => void>()
        for (const { n, what } of steps) {
          const annotation = made(n)
          const { id } = annotation
          if (what === 'foreseen' && !onTheWay.has(id) && !one.recorded.has(id))
            onTheWay.set(id, one.texts.foresee([create('annotation', annotation)]))
          else if (what.startsWith('recorded') && !one.recorded.has(id)) {
            one.record(what === 'recorded' ? annotation : { ...annotation, themeIds: [] })
            onTheWay.get(id)?.()
            onTheWay.delete(id)
          } else if (what === 'refused') {
            onTheWay.get(id)?.()
            onTheWay.delete(id)
          }
          const expected = textModel(
            STRUCTURE,
            [...one.recorded.values(), ...[...onTheWay.keys()].map((key) => made(Number(key.slice(5))))],
            [],
          )
          const shown = one.texts.get(TEXT.id)
          expect(shown?.annotations).toEqual(expected.annotations)
          expect(shown?.spans.overlapping(0, 2000)).toEqual(expected.spans.overlapping(0, 2000))
          expect(one.texts.recorded(TEXT.id)?.annotations.length).toBe(one.recorded.size)
        }
      }),
    )
  })
})
