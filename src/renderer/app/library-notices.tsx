import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorMessage } from '#contract/errors.ts'
import type { Problem } from '#contract/problem.ts'
import { IconButton } from '../ui/button.tsx'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './library-notices.module.css'
import { useMainStatus } from './main-events.ts'
import { TakeOver } from './take-over.tsx'

/** At the top of the window: why the library can only be read, and what else there is to know about its folder. */
export function LibraryNotices(): ReactNode {
  const { info } = useWorkspace()
  const { readOnly, notices: later } = useMainStatus()
  const [closed, setClosed] = useState<readonly Problem[]>([])
  const found = later.filter(({ libraryId }) => libraryId === info.libraryId).map(({ notice }) => notice)
  const notices = [...info.notices, ...found].filter((notice) => !closed.includes(notice))
  if (!readOnly && notices.length === 0) return undefined
  return (
    <aside aria-label="About this library" className={styles['notices']}>
      {readOnly && (
        <p role="status" className={styles['readOnly']}>
          <strong>Read only.</strong> {sentences(readOnly)}
          {readOnly.code === 'library-in-use-elsewhere' && <TakeOver />}
        </p>
      )}
      {notices.map((notice) => (
        <p key={`${notice.code} ${JSON.stringify(notice.details)}`} className={styles['notice']}>
          {sentences(notice)}
          <IconButton label="Close this message" onClick={() => setClosed([...closed, notice])}>
            <X size={14} />
          </IconButton>
        </p>
      ))}
    </aside>
  )
}

function sentences({ code, details }: Problem): string {
  const { happened, safe, todo } = errorMessage(code, details)
  return `${happened} ${safe} ${todo}`
}
