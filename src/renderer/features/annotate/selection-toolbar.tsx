import { MessageSquareText, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { runCommand } from '../../workspace/commands.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { keyedThemes, useQuickThemes } from './quick-themes.ts'
import styles from './selection-toolbar.module.css'

/** How many number keys fit beside the words. */
const SHOWN = 4

/** Stands above selected words: the next themes, every theme, a note. All of it is on keys too. */
export function SelectionToolbar({
  themes,
  onTag,
}: {
  /** Every theme that can be given, in codebook order. */
  readonly themes: readonly Theme[]
  readonly onTag: (themeId: ThemeId) => void
}): ReactNode {
  const slots = useQuickThemes((keys) => keys.slots)
  const quick = keyedThemes(slots, themes).slice(0, SHOWN)
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Selected words">
      {quick.map(({ key, theme }) => (
        <button
          key={theme.id}
          type="button"
          className={styles['quick']}
          data-colour={theme.colour}
          title={`${theme.label} (key ${key})`}
          // Keeps the selection: a press would otherwise take the focus, and the words with it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTag(theme.id)}
        >
          <Kbd>{key}</Kbd> {theme.code}
        </button>
      ))}
      <span className={styles['divider']} />
      <button
        type="button"
        className={styles['action']}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => runCommand('annotate.theme')}
      >
        <Tag size={14} /> Theme <Kbd>/</Kbd>
      </button>
      <button
        type="button"
        className={styles['action']}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => runCommand('annotate.note')}
      >
        <MessageSquareText size={14} /> Note <Kbd>N</Kbd>
      </button>
    </div>
  )
}
