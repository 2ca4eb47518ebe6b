import { describe, expect, it } from 'vitest'
import { drawingsOf, lanes, type Mark } from './mark-painter.ts'

function mark(name: Mark['name'], start: number, end: number, lane = 0): Mark {
  return { name, start, end, lane, boxes: [{ x: start, y: 10, width: end - start, height: 20 }] }
}

describe('lines under the words', () => {
  it('stand in the first lane where nothing overlaps', () => {
    const laneOf = lanes()
    expect([laneOf(0, 5), laneOf(5, 9), laneOf(12, 20)]).toEqual([0, 0, 0])
  })

  it('keep clear of one another where marks overlap, and share the last lane where there is no more room', () => {
    const laneOf = lanes()
    expect([laneOf(0, 50), laneOf(10, 20), laneOf(15, 30), laneOf(16, 18), laneOf(25, 40)]).toEqual([
      0, 1, 2, 2, 1,
    ])
  })
})

describe('drawings', () => {
  it('are one for each family, with every mark in it', () => {
    const drawings = drawingsOf([
      mark('theme-security', 0, 10),
      mark('theme-political', 5, 9, 1),
      mark('theme-security', 40, 60),
    ])
    expect([...drawings.keys()]).toEqual(['theme-security', 'theme-political'])
    expect(drawings.get('theme-security')).toEqual({
      ground: 'M0 10h10v20h-10zM40 10h20v20h-20z',
      line: 'M0 28h10v1h-10zM0 30h10v1h-10zM40 28h20v1h-20zM40 30h20v1h-20z',
      at: '0-10 40-60',
    })
    expect(drawings.get('theme-political')?.line, 'below the line of what it overlaps').toBe(
      'M5 31h4v1.5h-4z',
    )
  })
})
