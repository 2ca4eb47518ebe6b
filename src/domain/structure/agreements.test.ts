import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citationLabel } from './citation-label.ts'
import { readStructure } from './detect.ts'
import { expectTree, wordsOutside } from './invariants.testing.ts'
import type { Provision } from './provision.ts'
import { treeOf } from './tree.ts'

/*
 * Agreements in the forms that real ones have, written for this project, each with the outline that a person reads off
 * it. They were written before the engine was tried on them, so that the forms are not those that it was made for.
 *
 * A case begins with `=== name`, its text ends before `---`, behind which stand its provisions parted by `|`: title,
 * divisions, articles, closings, annexes, but not what stands inside an article. A name behind a dash must be the
 * provision's own. A number may be given in figures, however it is printed.
 */
const FOLDER = 'src/domain/structure/agreements'
const INSIDE: ReadonlySet<Provision['kind']> = new Set([
  'paragraph',
  'point',
  'recital',
  'flush',
  'furniture',
])

interface Case {
  readonly name: string
  readonly text: string
  readonly expected: readonly string[]
}

const CASES = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(`${FOLDER}/${file}`, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((one): Case => {
      const [, name = '', text = '', expected = ''] = /^(.*)\n([^]*?)^--- ([^]*)$/m.exec(one) ?? []
      return { name: `${file} ${name}`, text, expected: expected.trim().split(' | ') }
    }),
)

/** The outline of a text, each label and name as far as the expectation gives them. */
function outline(text: string, expected: readonly string[]): string[] {
  const { provisions } = readStructure(text)
  expectTree(text, provisions)
  const tree = treeOf(provisions)
  const inFigures = treeOf(provisions.map((p) => (p.arabic === undefined ? p : { ...p, number: p.arabic })))
  return provisions
    .filter(({ kind }) => !INSIDE.has(kind))
    .map((p, i) => {
      const [label = '', name] = (expected[i] ?? '').split(' — ')
      const printed = citationLabel(tree, p)
      const figures = citationLabel(inFigures, inFigures.find(p.id) ?? p)
      return `${figures === label ? figures : printed}${name === undefined ? '' : ` — ${p.heading ?? ''}`}`
    })
}

describe('an agreement of a form that nobody showed the engine', () => {
  it.each(CASES)('$name', ({ text, expected }) => {
    expect(outline(text, expected)).toEqual(expected)
  })

  it.each(CASES)('has a sound tree whatever is lost of it: $name', ({ text }) => {
    const lost = [
      text.replace(/\s+/g, ' '),
      text.replace(/\s+/g, ''),
      text.toUpperCase(),
      text.slice(text.length / 3),
    ]
    for (const one of lost) {
      const { provisions } = readStructure(one)
      expectTree(one, provisions)
      expect(wordsOutside(one, provisions)).toBe('')
    }
  })
})
