import { useEffect, useState, type ReactNode } from 'react'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './drop-import.module.css'
import { importing } from './importing.ts'

/** Takes files that are dropped anywhere on the window. Their bytes are read here: no path crosses the line. */
export function DropImport(): ReactNode {
  const workspace = useWorkspace()
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])]
      setIsOver(false)
      if (files.length === 0) return
      event.preventDefault()
      void importing(workspace, () => importAll(workspace, files))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [workspace])
  if (!isOver) return undefined
  return (
    <div className={styles['over']} role="status">
      Drop to import
    </div>
  )
}

async function importAll({ client }: ReturnType<typeof useWorkspace>, files: readonly File[]) {
  const results = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    results.push(await client.invoke('import.file', { name: file.name, bytes }))
  }
  return results
}
