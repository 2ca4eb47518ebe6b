import type { CodebookId, ThemeId } from '../shared/id.ts'
import data from './default-codebook.json' with { type: 'json' }
import type { Codebook, Theme, ThemeColour } from './theme.ts'

/** Fixed, so that two libraries started from the default codebook can be compared and merged. */
export const DEFAULT_CODEBOOK_ID: CodebookId = 'default'

/** The id of a theme of the default codebook, by its code: `default.SEC.1`. */
export function defaultThemeId(code: string): ThemeId {
  return `${DEFAULT_CODEBOOK_ID}.${code}`
}

/** The codebook a new library starts with: nine families of themes for reading treaties. */
export function defaultCodebook(): { readonly codebook: Codebook; readonly themes: readonly Theme[] } {
  const codebook: Codebook = {
    id: DEFAULT_CODEBOOK_ID,
    name: data.name,
    version: data.version,
    note: data.note,
  }
  const themes = data.themes.flatMap((family, familyOrder): Theme[] => {
    const parent: Theme = {
      id: defaultThemeId(family.code),
      codebookId: DEFAULT_CODEBOOK_ID,
      order: familyOrder,
      code: family.code,
      label: family.label,
      colour: family.colour as ThemeColour,
      codable: false,
    }
    const children = family.children.map((child, order): Theme => ({
      id: defaultThemeId(child.code),
      codebookId: DEFAULT_CODEBOOK_ID,
      parentId: parent.id,
      order,
      ...child,
      colour: parent.colour,
    }))
    return [parent, ...children]
  })
  return { codebook, themes }
}
