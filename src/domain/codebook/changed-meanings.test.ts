import { expect, test } from 'vitest'
import { changedMeanings } from './changed-meanings.ts'
import type { FrozenTheme } from './theme.ts'

const BEFORE: FrozenTheme = {
  id: 'a',
  code: 'SEC.1',
  label: 'Mutual defence',
  definition: 'Help when attacked',
}
const nameOf = (id: string): string => `theme ${id}`

test('what is said otherwise is told with what was said before, and nothing else', () => {
  const after: FrozenTheme = {
    ...BEFORE,
    parentId: 'sec',
    definition: 'Help by arms',
    exclude: 'Consultation',
  }
  expect(changedMeanings(BEFORE, after, nameOf)).toEqual([
    { field: 'Below', was: '', is: 'theme sec' },
    { field: 'Definition', was: 'Help when attacked', is: 'Help by arms' },
    { field: 'When not to use', was: '', is: 'Consultation' },
  ])
  expect(changedMeanings(BEFORE, BEFORE, nameOf)).toEqual([])
})
