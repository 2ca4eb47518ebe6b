import { useMemo, type ReactNode } from 'react'
import { familyOf, isCodable, type Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { isKept } from '#domain/shared/trash.ts'
import { Modal } from '../../ui/modal.tsx'
import { Picker } from '../../ui/picker.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { useCatalog } from '../../workspace/workspace.ts'
import { useQuickThemes } from './quick-themes.ts'

/** Finds a theme by typing part of its code, its name or what it is defined by. */
export function ThemePicker({
  open,
  title,
  themes,
  withFamilies = false,
  onChoose,
  onClose,
  children,
}: {
  readonly open: boolean
  readonly title: string
  readonly themes: readonly Theme[]
  /** Whether themes can be chosen too that only hold others together. */
  readonly withFamilies?: boolean
  readonly onChoose: (themeId: ThemeId) => void
  readonly onClose: () => void
  /** Drawn below the list. */
  readonly children?: ReactNode
}): ReactNode {
  const slots = useQuickThemes((keys) => keys.slots)
  const { codebooks } = useCatalog()
  const groups = useMemo(() => {
    const byId = new Map(themes.map((theme) => [theme.id, theme]))
    const isOfMany = new Set(themes.map(({ codebookId }) => codebookId)).size > 1
    return themes
      .filter((theme) => theme.parentId === undefined)
      .map((family) => ({
        heading: isOfMany
          ? `${codebooks.get(family.codebookId)?.name ?? ''} · ${family.label}`
          : family.label,
        choices: themes
          .filter(
            (theme) =>
              (withFamilies ? isKept(theme) : isCodable(theme)) && familyOf(byId, theme.id) === family.id,
          )
          .map((theme) => ({
            id: theme.id,
            words: `${theme.code} ${theme.label} ${theme.definition ?? ''} ${theme.include ?? ''}`,
            content: <ThemeChip theme={theme} />,
            keys: slots.includes(theme.id) ? String(slots.indexOf(theme.id) + 1) : undefined,
          })),
      }))
  }, [themes, slots, codebooks, withFamilies])
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
      {children}
    </Modal>
  )
}
