import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import styles from './picker.module.css'

/** One thing to choose. */
export interface Choice {
  readonly id: string
  /** What is searched, besides the id. */
  readonly words: string
  readonly content: ReactNode
  /** Keys that do the same. */
  readonly keys?: string | undefined
}

/** Choices under one heading. */
export interface ChoiceGroup {
  readonly heading?: string
  readonly choices: readonly Choice[]
}

/** A list to type into and choose from, by mouse or with the arrow keys. */
export function Picker({
  label,
  placeholder,
  groups,
  onChoose,
  empty,
}: {
  readonly label: string
  readonly placeholder: string
  readonly groups: readonly ChoiceGroup[]
  readonly onChoose: (id: string) => void
  readonly empty: string
}): ReactNode {
  return (
    // Without the vi keys, which would take Ctrl+K, J, N and P from the commands.
    <Command className={styles['picker'] ?? ''} label={label} loop filter={scoreOf} vimBindings={false}>
      <Command.Input className={styles['input'] ?? ''} placeholder={placeholder} />
      <Command.List className={styles['list'] ?? ''}>
        {groups.map((group, i) => (
          <Command.Group key={group.heading ?? i} heading={group.heading} className={styles['group'] ?? ''}>
            {group.choices.map((choice) => (
              <Command.Item
                key={choice.id}
                value={`${choice.words} ${choice.id}`}
                className={styles['item'] ?? ''}
                onSelect={() => onChoose(choice.id)}
              >
                <span className={styles['content']}>{choice.content}</span>
                {choice.keys !== undefined && <kbd className={styles['keys']}>{choice.keys}</kbd>}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
      {/* Beside the list, which may hold nothing but choices. */}
      <div role="status">
        <Command.Empty className={styles['none'] ?? ''}>{empty}</Command.Empty>
      </div>
    </Command>
  )
}

/**
 * How well a choice fits what is typed: all typed words must occur; at the start of a word counts more, and at the
 * very start most.
 */
export function scoreOf(value: string, search: string): number {
  const text = value.toLowerCase()
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const scores = words.map((word): number => {
    if (text.startsWith(word)) return 1
    if (text.includes(` ${word}`) || text.includes(`.${word}`)) return 0.8
    return text.includes(word) ? 0.5 : 0
  })
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
}
