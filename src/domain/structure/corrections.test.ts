import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STRUCTURE, TREATY } from '../library/fixture.testing.ts'
import {
  indent,
  markAsFurniture,
  mergeWithPrevious,
  outdent,
  relabel,
  splitAt,
  type Provisions,
} from './corrections.ts'
import { expectTree, wordsOutside } from './invariants.testing.ts'

const { provisions } = STRUCTURE

function outline(list: Provisions): string[] {
  return list.map((p) => `${'  '.repeat(p.depth)}${p.id}`)
}

describe('splitAt', () => {
  it('cuts the innermost provision, and leaves the others as they are', () => {
    const offset = TREATY.indexOf('Each Party will assist')
    const split = splitAt(provisions, TREATY, offset, { kind: 'paragraph', number: '2' })
    const second = split.find((p) => p.id === 'art-2~2')
    expect(second).toMatchObject({ kind: 'paragraph', number: '2', start: offset, depth: 0 })
    expect(split.find((p) => p.id === 'art-2')?.end).toBe(offset - 1)
    expect(split.filter((p) => !p.id.startsWith('art-2'))).toEqual(provisions.filter((p) => p.id !== 'art-2'))
  })

  it('does nothing at the start of a provision, or outside all', () => {
    expect(splitAt(provisions, TREATY, TREATY.indexOf('Article 2\n'))).toBe(provisions)
    expect(splitAt(provisions, TREATY, TREATY.length + 5)).toBe(provisions)
  })

  it('is undone by merging', () => {
    const offset = TREATY.indexOf('Each Party will assist')
    const again = mergeWithPrevious(splitAt(provisions, TREATY, offset), TREATY, 'art-2~2')
    expect(again).toEqual(provisions)
  })
})

describe('mergeWithPrevious', () => {
  it('joins a point to the one before it', () => {
    const merged = mergeWithPrevious(provisions, TREATY, 'art-1.2.b')
    expect(outline(merged)).not.toContain('    art-1.2.b')
    const [before, after] = [merged, provisions].map((list) => list.find((p) => p.id === 'art-1.2.a'))
    expect(before?.end).toBe(provisions.find((p) => p.id === 'art-1.2.b')?.end)
    expect(before?.start).toBe(after?.start)
  })

  it('joins an article with paragraphs to the last words before it; its paragraphs stay', () => {
    const merged = mergeWithPrevious(provisions, TREATY, 'art-2')
    expectTree(TREATY, merged)
    expect(merged.find((p) => p.id === 'art-1.2.b')?.end).toBe(provisions.find((p) => p.id === 'art-2')?.end)
  })

  it('joins a first child to its parent', () => {
    const merged = mergeWithPrevious(provisions, TREATY, 'art-1.2.a')
    expect(outline(merged)).toContain('    art-1.2.b')
    expectTree(TREATY, merged)
  })

  it('gives the last words before it nothing when all its words are inside it', () => {
    const split = splitAt(mergeWithPrevious(provisions, TREATY, 'art-1'), TREATY, 149)
    const merged = mergeWithPrevious(split, TREATY, 'preamble~2')
    expect(merged.find((p) => p.id === 'preamble.r-2')).toEqual(split.find((p) => p.id === 'preamble.r-2'))
    expectTree(TREATY, merged)
  })

  it('does nothing to the first provision', () => {
    expect(mergeWithPrevious(provisions, TREATY, 'title')).toBe(provisions)
  })
})

describe('relabel', () => {
  it('sets the label and keeps the id', () => {
    const changed = relabel(provisions, 'art-2', { kind: 'article', number: 'IV', heading: 'Help' }).find(
      (p) => p.id === 'art-2',
    )
    expect(changed).toMatchObject({ number: 'IV', arabic: '4', heading: 'Help' })
    expect(changed).not.toHaveProperty('confidence')
  })
})

describe('indent and outdent', () => {
  it('puts an article under the one before it, and back', () => {
    const inside = indent(provisions, 'art-3')
    expect(outline(inside)).toContain('  art-3')
    expectTree(TREATY, inside)
    expect(outdent(inside, TREATY, 'art-3')).toEqual(provisions)
  })

  it('hands the younger siblings over when one leaves its parent', () => {
    const out = outdent(provisions, TREATY, 'art-1.1')
    expect(outline(out).slice(5, 9)).toEqual(['art-1', 'art-1.1', '  art-1.2', '    art-1.2.a'])
    expectTree(TREATY, out)
  })
})

describe('markAsFurniture', () => {
  it('takes everything inside with it', () => {
    const marked = markAsFurniture(provisions, 'art-1')
    expect(marked.filter((p) => p.id.startsWith('art-1')).map((p) => [p.id, p.kind])).toEqual([
      ['art-1', 'furniture'],
    ])
  })
})

describe('corrections', () => {
  it('keep the tree a tree, lose no word, and leave untouched ids alone, in any order', () => {
    const step = fc.record({
      op: fc.constantFrom('split', 'merge', 'relabel', 'indent', 'outdent', 'furniture'),
      at: fc.nat({ max: TREATY.length }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let list: Provisions = provisions
        for (const { op, at } of steps) {
          const target = list[at % list.length]
          if (!target) continue
          const next = apply(list, op, at, target.id)
          expectTree(TREATY, next)
          expect(wordsOutside(TREATY, next)).toBe('')
          const before = new Set(list.map((p) => p.id))
          expect(next.filter((p) => !before.has(p.id)).length).toBeLessThanOrEqual(op === 'split' ? 1 : 0)
          list = next
        }
      }),
      { numRuns: 1000 },
    )
  })
})

function apply(list: Provisions, op: string, at: number, id: string): Provisions {
  switch (op) {
    case 'split':
      return splitAt(list, TREATY, at)
    case 'merge':
      return mergeWithPrevious(list, TREATY, id)
    case 'relabel':
      return relabel(list, id, { kind: 'article', number: '7' })
    case 'indent':
      return indent(list, id)
    case 'outdent':
      return outdent(list, TREATY, id)
    default:
      return markAsFurniture(list, id)
  }
}
