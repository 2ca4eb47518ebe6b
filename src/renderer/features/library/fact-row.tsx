import { Check } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Fact, FactSource } from '#domain/agreement/fact.ts'
import { IconButton } from '../../ui/button.tsx'
import styles from './record-card.module.css'

/** One fact of a record: its value, where it comes from, and whether it still waits for the analyst. */
export function FactRow<T>({
  label,
  fact,
  written,
  otherwise,
  onConfirm,
  onEdit,
}: {
  readonly label: string
  readonly fact: Fact<T>
  /** The value as a reader reads it. */
  readonly written: string
  /** A conflicting value as a reader reads it. */
  readonly otherwise?: (value: T) => string
  readonly onConfirm?: () => void
  /** Takes what was typed; false when it cannot be read. */
  readonly onEdit?: (typed: string) => boolean
}): ReactNode {
  const source = fact.source && sourceLine(fact.source)
  return (
    <div className={styles['fact']}>
      <dt>{label}</dt>
      <dd>
        {onEdit ? (
          <EditableValue label={label} written={written} onEdit={onEdit} />
        ) : (
          <span dir="auto">{written}</span>
        )}
        {fact.status === 'proposed' && onConfirm && (
          <span className={styles['proposed']}>
            proposed
            <IconButton label={`Confirm ${label.toLowerCase()}`} onClick={onConfirm}>
              <Check size={14} />
            </IconButton>
          </span>
        )}
        {source !== undefined && <p className={styles['source']}>{source}</p>}
        {fact.otherwise?.map((other) => (
          <p key={sourceLine(other.source)} className={styles['conflict']}>
            Otherwise {otherwise?.(other.value)}: {sourceLine(other.source)}
          </p>
        ))}
      </dd>
    </div>
  )
}

/** Where a fact comes from, in a line; the analyst's own statements need none. */
export function sourceLine(source: FactSource): string | undefined {
  if (source.kind === 'reference') return source.citation
  return source.kind === 'text' ? `“${source.quote.replace(/\s+/g, ' ')}”` : undefined
}

function EditableValue({
  label,
  written,
  onEdit,
}: {
  readonly label: string
  readonly written: string
  readonly onEdit: (typed: string) => boolean
}): ReactNode {
  const [typed, setTyped] = useState<string>()
  const [isWrong, setIsWrong] = useState(false)
  const finish = (): void => {
    if (typed === undefined || typed === written) return setTyped(undefined)
    if (!onEdit(typed)) return setIsWrong(true)
    setIsWrong(false)
    setTyped(undefined)
  }
  return (
    <>
      <textarea
        rows={1}
        className={styles['value']}
        aria-label={label}
        aria-invalid={isWrong}
        dir="auto"
        value={typed ?? written}
        onChange={(event) => setTyped(event.target.value.replace(/\n/g, ' '))}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key !== 'Escape') return
          setTyped(undefined)
          setIsWrong(false)
        }}
      />
      {isWrong && <p className={styles['wrong']}>Write it like 4 April 1949, April 1949, 1949 or 1975?</p>}
    </>
  )
}
