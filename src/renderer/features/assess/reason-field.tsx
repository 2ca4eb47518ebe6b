import { useId, useState, type ReactNode, type RefObject } from 'react'
import { useAutosave } from '../../editor/use-autosave.ts'
import { textOnEscape } from '../../workspace/focus-text.ts'
import styles from './bindingness-card.module.css'

/** The reason in the analyst's words, saved while it is typed. What is typed in one sitting is one step for undo. */
export function Reason({
  field,
  reason,
  onSave,
}: {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly reason: string
  /** Saves; false when the disk refuses for now. */
  readonly onSave: (sitting: string, reason: string) => Promise<boolean>
}): ReactNode {
  const id = useId()
  const [sitting] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState(reason)
  const [known, setKnown] = useState(reason)
  // Changed outside, by an undo for instance, while nothing is being typed: taken over.
  if (reason !== known) {
    setKnown(reason)
    if (typed.trim() === known) setTyped(reason)
  }
  const autosave = useAutosave(() => onSave(sitting, typed))

  return (
    <div className={styles['reason']}>
      <label htmlFor={id}>Reason</label>
      <textarea
        id={id}
        ref={field}
        rows={3}
        dir="auto"
        value={typed}
        placeholder="Which words decide it?"
        onChange={(event) => {
          setTyped(event.target.value)
          autosave.touch()
        }}
        onKeyDown={textOnEscape}
        onBlur={() => void autosave.flush()}
      />
    </div>
  )
}
