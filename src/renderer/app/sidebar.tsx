import { useDeferredValue, useRef, type ReactNode } from 'react'
import { LibraryList } from '../features/library/library-list.tsx'
import { Outline } from '../features/reader/outline.tsx'
import { textOf } from '../projection/library-model.ts'
import { useSettled } from '../ui/use-after-pause.ts'
import { useNavigation } from '../workspace/navigation.ts'
import { useCatalog, useContent, useTextModel } from '../workspace/workspace.ts'
import styles from './sidebar.module.css'

const MARKS_PAUSE_MS = 400

/** The left region: the library, and the outline of what is open. */
export function Sidebar(): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const catalog = useCatalog()
  const view = useNavigation((state) => state.view)
  const text = view.kind === 'agreement' ? textOf(catalog, view.agreementId, view.textId) : undefined
  // The outline may come a moment later than the text.
  const latest = useDeferredValue(useTextModel(text?.id), undefined)
  // What is marked in each provision follows when the analyst pauses; the provisions themselves at once.
  const model = useSettled(latest, latest?.structure, MARKS_PAUSE_MS)
  const { content } = useContent(text?.content.hash)
  return (
    <div ref={scroller} className={styles['sidebar']}>
      <LibraryList scroller={scroller} />
      {model && <Outline scroller={scroller} model={model} content={content} themes={catalog.themes} />}
    </div>
  )
}
