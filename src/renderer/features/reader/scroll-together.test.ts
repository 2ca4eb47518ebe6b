import { describe, expect, it } from 'vitest'
import type { ReadingPlace } from '#domain/structure/corresponding.ts'
import { makeScrollTogether, type Moved, type PlaceInOther, type ScrollTogether } from './scroll-together.ts'

const PAIRS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { 'art-1': 'art-4', 'art-2': 'art-5' },
  b: { 'art-4': 'art-1', 'art-5': 'art-2' },
}

const inOther: PlaceInOther = (textId, { unitId, share }) => {
  const other = PAIRS[textId]?.[unitId]
  return other === undefined ? undefined : { unitId: other, share }
}

function moved(together: ScrollTogether, textId: string, from: string): Moved & { at: ReadingPlace } {
  const text = {
    at: { unitId: from, share: 0 } as ReadingPlace,
    place: () => text.at,
    goTo: (place: ReadingPlace) => {
      text.at = place
      // As on the screen: whoever is moved has moved.
      together.scrolled(textId)
    },
  }
  together.join(textId, text)
  return text
}

function twoTexts(): {
  readonly together: ScrollTogether
  readonly a: ReturnType<typeof moved>
  readonly b: ReturnType<typeof moved>
} {
  const together = makeScrollTogether()
  const a = moved(together, 'a', 'art-1')
  const b = moved(together, 'b', 'art-9')
  together.link(inOther)
  return { together, a, b }
}

describe('two texts that are scrolled together', () => {
  it('stand at the same provision, as far into it', () => {
    const { together, a, b } = twoTexts()
    together.lead('a')
    a.goTo({ unitId: 'art-2', share: 0.5 })
    expect(b.at).toEqual({ unitId: 'art-5', share: 0.5 })
    together.lead('b')
    b.goTo({ unitId: 'art-4', share: 0.25 })
    expect(a.at).toEqual({ unitId: 'art-1', share: 0.25 })
  })

  it('stay where they are when there is no counterpart', () => {
    const { together, a, b } = twoTexts()
    together.lead('a')
    a.goTo({ unitId: 'art-2', share: 0 })
    a.goTo({ unitId: 'art-3', share: 0 })
    expect(b.at.unitId).toBe('art-5')
  })

  it('are not driven by the one that follows', () => {
    const { together, a, b } = twoTexts()
    together.lead('a')
    b.goTo({ unitId: 'art-5', share: 0 })
    expect(a.at.unitId).toBe('art-1')
  })

  it('are read apart when they are not linked, and come together again', () => {
    const { together, a, b } = twoTexts()
    together.lead('a')
    together.link(undefined)
    a.goTo({ unitId: 'art-2', share: 0 })
    expect(b.at.unitId).toBe('art-9')
    together.link(inOther)
    expect(b.at.unitId).toBe('art-5')
  })
})
