import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { $getNodeByKey, type NodeKey } from 'lexical'
import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { IconButton } from '../../ui/button.tsx'
import styles from './figures.module.css'

/** Around a quotation or figure in the page: chosen by a click, removed by its cross or with Delete. */
export function FigureFrame({
  nodeKey,
  label,
  children,
}: {
  readonly nodeKey: NodeKey
  readonly label: string
  readonly children: ReactNode
}): ReactNode {
  const [editor] = useLexicalComposerContext()
  const [isSelected, setSelected, clearSelection] = useLexicalNodeSelection(nodeKey)
  const remove = (): void => editor.update(() => $getNodeByKey(nodeKey)?.remove())
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = frame.current
    const choose = (event: MouseEvent): void => {
      // Buttons inside do their own thing.
      if (event.target instanceof Element && event.target.closest('button')) return
      clearSelection()
      setSelected(true)
    }
    element?.addEventListener('mousedown', choose)
    return () => element?.removeEventListener('mousedown', choose)
  }, [setSelected, clearSelection])
  return (
    <figure
      ref={frame}
      className={styles['frame']}
      data-selected={isSelected || undefined}
      aria-label={label}
    >
      <div className={styles['remove']}>
        <IconButton label={`Remove ${label.toLowerCase()}`} onClick={remove}>
          <X size={14} />
        </IconButton>
      </div>
      {children}
    </figure>
  )
}
