import { touches, type Annotation } from '../annotation/annotation.ts'
import { familyOf, inCodebookOrder, type Theme } from '../codebook/theme.ts'
import type { ProvisionId, ThemeId } from '../shared/id.ts'
import { isKept } from '../shared/trash.ts'
import { citationLabel } from '../structure/citation-label.ts'
import type { ProvisionTree } from '../structure/tree.ts'
import type { MatrixRows } from './brief.ts'

/** How often each theme occurs in each article: the figure as data, before any drawing. */
export interface ThemeMatrix {
  readonly columns: readonly { readonly provisionId: ProvisionId; readonly label: string }[]
  readonly rows: readonly {
    readonly theme: Theme
    readonly counts: readonly number[]
    readonly total: number
  }[]
}

/**
 * Counts annotations by theme and article. An annotation counts once in every article that its span touches, and
 * once in every row under which one of its themes falls; a row's total counts each annotation once. Columns are all
 * articles of the text in order, with the preamble, so that an empty column shows that nothing was coded there; rows
 * are the chosen themes, or those used, in codebook order.
 */
export function themeMatrix(
  tree: ProvisionTree,
  annotations: readonly Annotation[],
  themes: readonly Theme[],
  wanted: { readonly rows: MatrixRows; readonly themeIds: readonly ThemeId[] } = {
    rows: 'themes',
    themeIds: [],
  },
): ThemeMatrix {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const rowOf = (id: ThemeId): ThemeId => (wanted.rows === 'families' ? familyOf(byId, id) : id)
  const units = tree.units.filter((unit) => unit.kind === 'article' || unit.kind === 'preamble')
  const counts = new Map<ThemeId, { readonly cells: number[]; total: number }>()
  for (const annotation of annotations.filter(isKept)) {
    const touched = units.flatMap((unit, i) => (touches(annotation, unit.start, unit.end) ? [i] : []))
    for (const id of new Set(annotation.themeIds.map(rowOf))) {
      const row = counts.get(id) ?? { cells: units.map(() => 0), total: 0 }
      for (const column of touched) row.cells[column] = (row.cells[column] ?? 0) + 1
      if (touched.length > 0) row.total++
      counts.set(id, row)
    }
  }
  const shown = new Set(wanted.themeIds.length > 0 ? wanted.themeIds.map(rowOf) : counts.keys())
  return {
    columns: units.map((unit) => ({ provisionId: unit.id, label: citationLabel(tree, unit) })),
    rows: inCodebookOrder(themes)
      .filter((theme) => shown.has(theme.id))
      .map((theme) => {
        const { cells, total } = counts.get(theme.id) ?? { cells: units.map(() => 0), total: 0 }
        return { theme, counts: cells, total }
      }),
  }
}
