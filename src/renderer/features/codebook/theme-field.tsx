import { useState, type ReactNode } from 'react'
import type { Theme } from '#domain/codebook/theme.ts'
import { editTheme } from '#domain/library/changes/theme-changes.ts'
import { useAutosave } from '../../editor/use-autosave.ts'
import { saveTyped } from '../../workspace/save-typed.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import styles from './codebook.module.css'

/** Words said of a theme, saved while they are typed. One stay in the field is one step for undo. */
export function ThemeField({
  theme,
  field,
  label,
  hint,
}: {
  readonly theme: Theme
  readonly field: 'definition' | 'include' | 'exclude' | 'signals' | 'sources'
  readonly label: string
  readonly hint: string
}): ReactNode {
  const workspace = useWorkspace()
  // What is typed, while the field has the focus; otherwise what the library holds.
  const [draft, setDraft] = useState<{ readonly words: string; readonly sitting: string }>()
  const autosave = useAutosave(async () => {
    const { themes } = workspace.projection.catalog
    const now = themes.get(theme.id)
    if (!draft || !now) return true
    return saveTyped(workspace, 'theme.edit', draft.sitting, editTheme(themes, now, { [field]: draft.words }))
  })
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <textarea
        dir="auto"
        rows={1}
        placeholder={hint}
        value={draft?.words ?? theme[field] ?? ''}
        onFocus={() => setDraft({ words: theme[field] ?? '', sitting: crypto.randomUUID() })}
        onChange={(event) => {
          const words = event.target.value
          setDraft((before) => ({ words, sitting: before?.sitting ?? crypto.randomUUID() }))
          autosave.touch()
        }}
        onBlur={() => void autosave.flush().then(() => setDraft(undefined))}
      />
    </label>
  )
}
