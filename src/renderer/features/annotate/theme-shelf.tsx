import { memo, type ReactNode } from 'react'
import { isCodable, themeName, type Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { dragTheme } from '../../workspace/dragged-theme.ts'
import { keyedThemes, useQuickThemes } from './quick-themes.ts'
import styles from './theme-shelf.module.css'

/** The themes at hand, to be dragged onto the text or given to what is selected: first those on the number keys, then all. */
export const ThemeShelf = memo(function ThemeShelf({
  themes,
  onTag,
}: {
  /** Every theme that can be given, in codebook order. */
  readonly themes: readonly Theme[]
  readonly onTag: (themeId: ThemeId) => void
}): ReactNode {
  const slots = useQuickThemes((keys) => keys.slots)
  const keyed = keyedThemes(slots, themes)
  return (
    <section className={styles['shelf']} aria-label="Themes at hand">
      <h3>Themes at hand</h3>
      <ul>
        {keyed.map(({ key, theme }) => (
          <li key={theme.id}>
            <ThemeHandle theme={theme} onTag={onTag}>
              <Kbd>{key}</Kbd>
            </ThemeHandle>
          </li>
        ))}
      </ul>
      <details>
        <summary>All themes</summary>
        <ul>
          {themes.filter(isCodable).map((theme) => (
            <li key={theme.id}>
              <ThemeHandle theme={theme} onTag={onTag} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
})

function ThemeHandle({
  theme,
  onTag,
  children,
}: {
  readonly theme: Theme
  readonly onTag: (themeId: ThemeId) => void
  readonly children?: ReactNode
}): ReactNode {
  return (
    <button
      type="button"
      draggable
      title={`${themeName(theme)}: drag it onto words, or press it to give it to what is selected`}
      onDragStart={(event) => dragTheme(event, theme.id)}
      onClick={() => onTag(theme.id)}
    >
      {children}
      <ThemeChip theme={theme} />
    </button>
  )
}
