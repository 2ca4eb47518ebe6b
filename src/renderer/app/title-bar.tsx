import { PanelLeft, PanelRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import { formatUncertainDate } from '#domain/agreement/uncertain-date.ts'
import type { Catalog } from '../projection/library-model.ts'
import { IconButton } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { runCommand } from '../workspace/commands.ts'
import { printedKeys } from '../workspace/keys.ts'
import { isScreen, useNavigation, type View } from '../workspace/navigation.ts'
import { useCatalog, useWorkspace } from '../workspace/workspace.ts'
import { IS_MAC } from './key-listener.ts'
import styles from './title-bar.module.css'

/** What is open, and the way to everything else. */
export function TitleBar(): ReactNode {
  const { info } = useWorkspace()
  const catalog = useCatalog()
  const { view, sidebarOpen, inspectorOpen } = useNavigation(({ view, sidebarOpen, inspectorOpen }) => ({
    view,
    sidebarOpen,
    inspectorOpen,
  }))
  return (
    <header className={styles['bar']}>
      <IconButton
        label="Library (Ctrl+1)"
        aria-pressed={sidebarOpen}
        onClick={() => runCommand('view.sidebar')}
      >
        <PanelLeft size={16} />
      </IconButton>
      <h1 className={styles['title']}>
        <bdi>{titleOf(view, catalog) ?? info.name}</bdi>
      </h1>
      <button type="button" className={styles['palette']} onClick={() => runCommand('view.palette')}>
        Search or do… <Kbd>{printedKeys('view.palette', IS_MAC)}</Kbd>
      </button>
      <IconButton
        label="Inspector (Ctrl+2)"
        aria-pressed={inspectorOpen}
        onClick={() => runCommand('view.inspector')}
      >
        <PanelRight size={16} />
      </IconButton>
    </header>
  )
}

const SCREEN_TITLES: Partial<Record<View['kind'], string>> = {
  backups: 'Backups',
  trash: 'Trash',
  drafts: 'Changes not saved',
  notes: 'Notes',
  history: 'History',
}

function titleOf(view: View, catalog: Catalog): string | undefined {
  if (view.kind === 'brief') return catalog.briefs.get(view.briefId)?.title
  if (isScreen(view)) return SCREEN_TITLES[view.kind]
  if (view.kind === 'codebook') return catalog.codebooks.get(view.codebookId)?.name
  const agreement = view.kind === 'agreement' ? catalog.agreements.get(view.agreementId) : undefined
  if (!agreement) return undefined
  const year = agreement.signedOn && formatUncertainDate({ iso: agreement.signedOn.value.iso.slice(0, 4) })
  const title = displayTitle(agreement)
  return year === undefined || title.includes(year) ? title : `${title}, ${year}`
}
