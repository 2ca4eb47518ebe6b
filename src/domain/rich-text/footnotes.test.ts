import { describe, expect, it } from 'vitest'
import { numberFootnotes } from './footnotes.ts'
import { paragraph, plainText, run, type RichNode } from './rich-text.ts'
import { runsOf } from './runs.ts'

const footnote = (body: string): RichNode => ({ type: 'footnote', version: 1, body })
const words = (...children: readonly RichNode[]): RichNode => ({ ...paragraph(''), children })

describe('footnotes', () => {
  const first = words(run('One'), footnote('See the Charter.'), run(' and two'), footnote('Later.'))
  const table: RichNode = {
    type: 'table',
    children: [
      { type: 'tablerow', children: [{ type: 'tablecell', children: [words(footnote('In a cell.'))] }] },
    ],
  }

  it('are numbered in reading order, in tables too', () => {
    const { blocks, footnotes } = numberFootnotes([first, paragraph('Nothing'), table], 3)
    expect(footnotes).toEqual(['See the Charter.', 'Later.', 'In a cell.'])
    expect(blocks.slice(0, 1).flatMap((block) => runsOf(block))).toEqual([
      { text: 'One' },
      { text: '', note: 3 },
      { text: ' and two' },
      { text: '', note: 4 },
    ])
  })

  it('leave blocks without any as they are', () => {
    const plain = paragraph('Nothing')
    expect(numberFootnotes([plain]).blocks[0]).toBe(plain)
  })

  it('are found among the words', () => {
    expect(plainText([first])).toBe('One [See the Charter.] and two [Later.]')
  })
})
