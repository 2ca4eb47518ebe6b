import { describe, expect, it } from 'vitest'
import { STRUCTURE, TREATY } from '../library/fixture.testing.ts'
import { describeText, describeTree } from './describe.ts'
import { detectStructure } from './detect.ts'

describe('describeTree', () => {
  it('indents by depth, and says what is doubted', () => {
    expect(describeTree(STRUCTURE.provisions)).toContain(
      'art 1 — Consultation\n  art 1(1)\n  art 1(2)\n    art 1(2)(a)\n',
    )
    const gap = detectStructure('Article 1\n\nOne.\n\nArticle 2\n\nTwo.\n\nArticle 4\n\nFour.\n')
    expect(describeTree(gap)).toBe('art 1\nart 2\nart 4 (gap?)\n')
  })
})

describe('describeText', () => {
  it('puts the words of each provision under its label', () => {
    expect(describeText(TREATY, STRUCTURE.provisions)).toContain(
      '    [art 1(2)(b)]\n      any measure taken under Article 2.\n[art 2] — Mutual assistance\n  An attack on one Party',
    )
  })
})
