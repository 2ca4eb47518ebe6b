import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { isScreen, useNavigation } from '../workspace/navigation.ts'
import { CodebookCommands } from '../features/codebook/codebook-commands.tsx'
import { Centre } from './centre.tsx'
import { DropImport } from './drop-import.tsx'
import { Inspector } from './inspector.tsx'
import { LibraryCommands } from './library-commands.tsx'
import { LibraryNotices } from './library-notices.tsx'
import { SafetyCommands } from './safety-commands.tsx'
import { Sidebar } from './sidebar.tsx'
import { StatusLine } from './status-line.tsx'
import { TitleBar } from './title-bar.tsx'
import { Announcer } from './announcer.tsx'
import styles from './workbench.module.css'

/** From this width on the outline has room for the names of articles beside their counts. CSS pixels. */
const ROOMY = 1300

/** The frame: where am I (left), the text or the page (centre), what is known about it (right), a status line. */
export function Workbench(): ReactNode {
  const { view, sidebarOpen, inspectorOpen } = useNavigation(({ view, sidebarOpen, inspectorOpen }) => ({
    view,
    sidebarOpen,
    inspectorOpen,
  }))
  // The codebook has a detail pane of its own.
  const hasInspector = inspectorOpen && view.kind !== 'codebook' && !isScreen(view)
  return (
    <div className={styles['workbench']}>
      <LibraryCommands />
      <SafetyCommands />
      <CodebookCommands />
      <DropImport />
      <Announcer />
      <TitleBar />
      <LibraryNotices />
      <Group orientation="horizontal" className={styles['regions'] ?? ''} id="regions">
        {sidebarOpen && (
          <>
            <Panel
              id="sidebar"
              defaultSize={innerWidth >= ROOMY ? 285 : 240}
              minSize={180}
              maxSize={420}
              groupResizeBehavior="preserve-pixel-size"
              className={styles['side'] ?? ''}
            >
              <Sidebar />
            </Panel>
            <Separator className={styles['separator'] ?? ''} aria-label="Width of the library" />
          </>
        )}
        <Panel id="centre" minSize={360}>
          <Centre />
        </Panel>
        {hasInspector && (
          <>
            <Separator className={styles['separator'] ?? ''} aria-label="Width of the inspector" />
            <Panel
              id="inspector"
              defaultSize={330}
              minSize={250}
              maxSize={520}
              groupResizeBehavior="preserve-pixel-size"
              className={styles['side'] ?? ''}
            >
              <Inspector />
            </Panel>
          </>
        )}
      </Group>
      <StatusLine />
    </div>
  )
}
