import type { ReactNode } from 'react'
import { useAnnouncement } from '../workspace/announce.ts'

/** Says what `announce` is told, without showing it. */
export function Announcer(): ReactNode {
  const { words, count } = useAnnouncement()
  return (
    <div role="status" aria-label="What was done" className="visually-hidden">
      <span key={count}>{words}</span>
    </div>
  )
}
