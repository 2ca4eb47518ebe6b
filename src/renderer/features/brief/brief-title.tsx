import { useState, type ReactNode } from 'react'
import { useAutosave } from '../../editor/use-autosave.ts'
import styles from './brief-page.module.css'

/** The title at the head of the page, saved while it is typed. */
export function BriefTitle({
  title,
  onSave,
}: {
  readonly title: string
  /** Saves; false when the disk refuses for now. */
  readonly onSave: (title: string) => Promise<boolean>
}): ReactNode {
  const [typed, setTyped] = useState(title)
  const [known, setKnown] = useState(title)
  if (title !== known) {
    setKnown(title)
    if (typed.trim() === known) setTyped(title)
  }
  const autosave = useAutosave(() => onSave(typed))
  return (
    <textarea
      className={styles['title']}
      aria-label="Title of the brief"
      dir="auto"
      rows={1}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value.replace(/\n/g, ' '))
        autosave.touch()
      }}
      onBlur={() => {
        // A brief always has a title: an emptied field shows the one it keeps.
        if (typed.trim() === '') setTyped(title)
        void autosave.flush()
      }}
    />
  )
}
