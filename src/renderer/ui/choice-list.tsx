import { useRef, type ReactNode } from 'react'
import styles from './choice-list.module.css'

/** One line of a list from which one is looked at. */
export interface ListChoice {
  readonly id: string
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** A word at the end: "now". */
  readonly mark?: string | undefined
}

/** A list from which one is looked at: by mouse, with Tab, or with the arrow keys. */
export function ChoiceList({
  label,
  choices,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly choices: readonly ListChoice[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  const step = (by: number): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]
    next?.focus()
    next?.click()
  }
  return (
    <ul aria-label={label} className={styles['choices']} ref={list}>
      {choices.map((choice) => (
        <li key={choice.id}>
          <button
            type="button"
            className={styles['choice']}
            aria-current={choice.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(choice.id)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
              event.preventDefault()
              step(event.key === 'ArrowDown' ? 1 : -1)
            }}
          >
            <span className={styles['title']}>
              {choice.title}
              {choice.mark !== undefined && <span className={styles['mark']}>{choice.mark}</span>}
            </span>
            {choice.detail !== undefined && <span className={styles['detail']}>{choice.detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
