import type { FrozenTheme } from './theme.ts'

/** One thing that is said of a theme otherwise than before; an empty word where nothing was or is said. */
export interface ChangedMeaning {
  readonly field: string
  readonly was: string
  readonly is: string
}

/** What is said of a theme otherwise than in an earlier version, in the order in which its page says it. */
export function changedMeanings(
  before: FrozenTheme,
  after: FrozenTheme,
  nameOf: (id: string) => string,
): ChangedMeaning[] {
  const parentOf = ({ parentId }: FrozenTheme): string => (parentId === undefined ? '' : nameOf(parentId))
  const fields: readonly (readonly [string, (theme: FrozenTheme) => string])[] = [
    ['Code', ({ code }) => code],
    ['Name', ({ label }) => label],
    ['Below', parentOf],
    ['Definition', ({ definition = '' }) => definition],
    ['When to use', ({ include = '' }) => include],
    ['When not to use', ({ exclude = '' }) => exclude],
  ]
  return fields.flatMap(([field, read]) => {
    const [was, is] = [read(before), read(after)]
    return was === is ? [] : [{ field, was, is }]
  })
}
