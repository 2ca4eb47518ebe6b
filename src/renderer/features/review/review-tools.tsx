import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './review.module.css'

/** What can be done to the provision stood at. */
export type ReviewTool =
  | 'split'
  | 'merge'
  | 'relabel'
  | 'indent'
  | 'outdent'
  | 'furniture'
  | 'correct'
  | 'check'

/** The tools with their words and keys, in the order of the bar. */
export const REVIEW_TOOLS: readonly {
  readonly tool: ReviewTool
  readonly label: string
  readonly key: string
}[] = [
  { tool: 'check', label: 'Checked', key: 'C' },
  { tool: 'split', label: 'Split', key: 'S' },
  { tool: 'merge', label: 'Merge with previous', key: 'M' },
  { tool: 'relabel', label: 'Relabel…', key: 'L' },
  { tool: 'indent', label: 'Level in', key: ']' },
  { tool: 'outdent', label: 'Level out', key: '[' },
  { tool: 'furniture', label: 'Not part of the text', key: 'X' },
  { tool: 'correct', label: 'Correct words…', key: 'E' },
]

/** The tools for the provision stood at. */
export function ReviewTools({
  hasCaret,
  isDoubted,
  onUse,
}: {
  /** Whether the place to split at is chosen. */
  readonly hasCaret: boolean
  readonly isDoubted: boolean
  readonly onUse: (tool: ReviewTool) => void
}): ReactNode {
  return (
    <div role="toolbar" aria-label="Correct the provision" className={styles['tools']}>
      {REVIEW_TOOLS.map(({ tool, label, key }) => (
        <Button
          key={tool}
          tone={tool === 'check' && isDoubted ? 'primary' : 'plain'}
          // The caret stands on at the words.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onUse(tool)}
        >
          {tool === 'split' && hasCaret ? 'Split here' : label} <Kbd>{key}</Kbd>
        </Button>
      ))}
      <span className={styles['hint']} role="status">
        {hasCaret
          ? 'Left and Right move the place by a word, Enter splits there, Escape leaves it.'
          : 'J and K go on and back, N to the next doubt.'}
      </span>
    </div>
  )
}
