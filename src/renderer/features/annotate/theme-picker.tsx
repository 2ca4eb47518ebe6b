import { useMemo, type ReactNode } from 'react'
import { familyOf, isCodable, type Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { Modal } from '../../ui/modal.tsx'
import { Picker } from '../../ui/picker.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { useQuickThemes } from './quick-themes.ts'

/** Finds a theme by typing part of its code, its name or what it is defined by. */
export function ThemePicker({
  open,
  title,
  themes,
  onChoose,
  onClose,
}: {
  readonly open: boolean
  readonly title: string
  readonly themes: readonly Theme[]
  readonly onChoose: (themeId: ThemeId) => void
  readonly onClose: () => void
}): ReactNode {
  const { slots } = useQuickThemes()
  const groups = useMemo(() => {
    const byId = new Map(themes.map((theme) => [theme.id, theme]))
    return themes
      .filter((theme) => theme.parentId === undefined)
      .map((family) => ({
        heading: family.label,
        choices: themes
          .filter((theme) => isCodable(theme) && familyOf(byId, theme.id) === family.id)
          .map((theme) => ({
            id: theme.id,
            words: `${theme.code} ${theme.label} ${theme.definition ?? ''} ${theme.include ?? ''}`,
            content: <ThemeChip theme={theme} />,
            keys: slots.includes(theme.id) ? String(slots.indexOf(theme.id) + 1) : undefined,
          })),
      }))
  }, [themes, slots])
  return (
    <Modal open={open} onClose={onClose} title={title}>
      <Picker
        label={title}
        placeholder="Theme by code or name"
        groups={groups}
        empty="No theme has these words."
        onChoose={(id) => {
          onClose()
          onChoose(id)
        }}
      />
    </Modal>
  )
}
