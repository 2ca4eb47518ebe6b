import type { Annotation } from '#domain/annotation/annotation.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { announce } from '../../workspace/announce.ts'
import { notify } from '../../workspace/notify.ts'
import { isLookedAt, themesShown, toggleTheme, useThemeFilter } from '../../workspace/theme-filter.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** So much of a quotation is said. UTF-16 units. */
const SAID = 80

/** Says that an annotation has got a theme, and where it is when the theme filter hides it. */
export function tellGiven({ projection }: Workspace, annotation: Told, themeId: ThemeId): void {
  const { themes } = projection.catalog
  const code = themes.get(themeId)?.code ?? 'Theme'
  announce(`${code} given to ${wordsOf(projection, annotation)}`)
  const { themeIds, others } = useThemeFilter.getState()
  if (isLookedAt(annotation, themesShown(themes, themeIds))) return
  const title = `Coded ${code}. The filter ${others === 'hidden' ? 'hides it' : 'shows it in grey'}.`
  notify(title, { label: 'Show', run: () => toggleTheme(themeId) })
}

/** Says that an annotation has lost a theme. */
export function tellTaken({ projection }: Workspace, annotation: Told, themeId: ThemeId): void {
  const code = projection.catalog.themes.get(themeId)?.code ?? 'Theme'
  announce(`${code} taken from ${wordsOf(projection, annotation)}`)
}

/** Says that an annotation is gone. */
export function tellDeleted({ projection }: Workspace, annotation: Told): void {
  announce(`Annotation deleted: ${wordsOf(projection, annotation)}`)
}

type Told = Pick<Annotation, 'textId' | 'target' | 'themeIds'>

/** What an annotation is about, as it is said: its words, or the label of its provision. */
function wordsOf(projection: Workspace['projection'], { textId, target }: Told): string {
  const tree = projection.text(textId)?.tree
  const provision = target.kind === 'provision' ? tree?.find(target.provisionId) : undefined
  if (tree && provision) return citationLabel(tree, provision)
  const words = target.anchor.quote.replaceAll(/\s+/g, ' ').trim()
  return `“${words.length > SAID ? `${words.slice(0, SAID)}…` : words}”`
}
