import type { Annotation } from '#domain/annotation/annotation.ts'
import { levelLabel, type BindingnessLevel } from '#domain/bindingness/scale.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'

/** So many themes are named; the list of annotations says the rest. */
const MOST_NAMED = 6

/**
 * What a screen reader says of a provision: where it is, what is marked in it and how far it binds. `Art 5, 3
 * annotations: POL.6, SEC.1, bindingness 4: …`.
 */
export function unitSummary(
  label: string,
  annotations: readonly Annotation[],
  level: BindingnessLevel | undefined,
  themes: ReadonlyMap<ThemeId, Theme>,
): string {
  const codes = [...new Set(annotations.flatMap(({ themeIds }) => themeIds))].flatMap(
    (id) => themes.get(id)?.code ?? [],
  )
  const named = codes.slice(0, MOST_NAMED).join(', ')
  const more = codes.length > MOST_NAMED ? ` and ${codes.length - MOST_NAMED} more` : ''
  const count = annotations.length === 1 ? '1 annotation' : `${annotations.length} annotations`
  return [
    label,
    annotations.length > 0 && (named === '' ? count : `${count}: ${named}${more}`),
    level !== undefined && `bindingness ${level}: ${levelLabel(level)}`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}
