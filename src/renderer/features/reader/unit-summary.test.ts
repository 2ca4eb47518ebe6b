import { describe, expect, it } from 'vitest'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { defaultCodebook } from '#domain/codebook/default-codebook.ts'
import { isCodable } from '#domain/codebook/theme.ts'
import { unitSummary } from './unit-summary.ts'

const all = defaultCodebook().themes.filter(isCodable)
const themes = new Map(all.map((theme) => [theme.id, theme]))

function under(...codes: readonly string[]): Annotation {
  return {
    themeIds: all.filter(({ code }) => codes.includes(code)).map(({ id }) => id),
  } as unknown as Annotation
}

describe('unitSummary', () => {
  it('says where, what is marked and how far it binds', () => {
    expect(unitSummary('art 5', [under('POL.6'), under('SEC.1', 'POL.6')], 4, themes)).toMatch(
      /^art 5, 2 annotations: POL\.6, SEC\.1, bindingness 4: /,
    )
  })

  it('says nothing of what is not there', () => {
    expect(unitSummary('art 5', [], undefined, themes)).toBe('art 5')
    expect(unitSummary('art 5', [under()], undefined, themes)).toBe('art 5, 1 annotation')
  })

  it('names a few of many themes', () => {
    const many = under(...all.slice(0, 9).map(({ code }) => code))
    expect(unitSummary('art 5', [many], undefined, themes)).toMatch(/ and 3 more$/)
  })
})
