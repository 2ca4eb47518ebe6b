import { useCallback, useState, type ReactNode } from 'react'
import { isKept } from '#domain/shared/trash.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import { Button } from '../../ui/button.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { useCommand } from '../../workspace/commands.ts'
import { showAllThemes, toggleTheme, useThemeFilter } from '../../workspace/theme-filter.ts'
import styles from './theme-filter-bar.module.css'
import { ThemePicker } from './theme-picker.tsx'

/** Which themes are looked at, what becomes of the others, and the way back to all. */
export function ThemeFilterBar({ themes }: { readonly themes: readonly Theme[] }): ReactNode {
  const { themeIds, others } = useThemeFilter()
  const [isChoosing, setChoosing] = useState(false)
  useCommand(
    'view.themes',
    useCallback(() => setChoosing(true), []),
  )
  useCommand('view.allThemes', themeIds.length === 0 ? undefined : showAllThemes)
  const chosen = themes.filter((theme) => themeIds.includes(theme.id) && isKept(theme))
  return (
    <div role="group" aria-label="Themes shown" className={styles['filter']}>
      {chosen.length > 0 && <span>Showing</span>}
      {chosen.map((theme) => (
        <ThemeChip key={theme.id} theme={theme} withLabel={false} onRemove={() => toggleTheme(theme.id)} />
      ))}
      <Button tone="quiet" onClick={() => setChoosing(true)}>
        {chosen.length === 0 ? 'Show only…' : 'And…'}
      </Button>
      {chosen.length > 0 && (
        <>
          <Button
            tone="quiet"
            onClick={() => useThemeFilter.setState({ others: others === 'hidden' ? 'grey' : 'hidden' })}
          >
            {others === 'hidden' ? 'Others in grey' : 'Hide others'}
          </Button>
          <Button tone="quiet" onClick={showAllThemes}>
            Show all
          </Button>
        </>
      )}
      {isChoosing && (
        <ThemePicker
          open
          title="Show only a theme"
          themes={themes}
          withFamilies
          onChoose={toggleTheme}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  )
}
