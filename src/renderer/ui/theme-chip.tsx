import type { ReactNode } from 'react'
import type { Theme } from '#domain/codebook/theme.ts'
import styles from './theme-chip.module.css'

/** A theme, by colour and by code: colour is never the only sign. */
export function ThemeChip({
  theme,
  withLabel = true,
  onRemove,
}: {
  readonly theme: Pick<Theme, 'code' | 'label' | 'colour'>
  readonly withLabel?: boolean
  /** Shows a cross that takes the theme away. */
  readonly onRemove?: () => void
}): ReactNode {
  return (
    <span className={styles['chip']} data-colour={theme.colour} title={withLabel ? undefined : theme.label}>
      <span className={styles['code']}>{theme.code}</span>
      {withLabel && <span className={styles['label']}>{theme.label}</span>}
      {onRemove && (
        <button
          type="button"
          className={styles['remove']}
          aria-label={`Remove ${theme.code} ${theme.label}`}
          onClick={onRemove}
        >
          ×
        </button>
      )}
    </span>
  )
}
