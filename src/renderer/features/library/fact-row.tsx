import { Check } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Fact, FactSource } from '#domain/agreement/fact.ts'
import type { TextId } from '#domain/shared/id.ts'
import { useAutosave } from '../../editor/use-autosave.ts'
import { IconButton } from '../../ui/button.tsx'
import styles from './record-card.module.css'

/** Saves what was typed, and says whether it was taken; false at once when it cannot be read. */
export type EditFact = (typed: string, sitting: string) => false | Promise<boolean>

/** One fact of a record: its value, where it comes from, and whether it still waits for the analyst. */
export function FactRow<T>({
  label,
  fact,
  written,
  hint,
  otherwise,
  onConfirm,
  onEdit,
  onShow,
}: {
  readonly label: string
  /** Nothing where the record does not say; it can be typed then. */
  readonly fact: Fact<T> | undefined
  /** The value as a reader reads it. */
  readonly written: string
  /** How to write it, shown when what was typed cannot be read. */
  readonly hint?: string
  /** A conflicting value as a reader reads it. */
  readonly otherwise?: (value: T) => string
  readonly onConfirm?: () => void
  /** Saves what was typed. One sitting is one step for undo. */
  readonly onEdit?: EditFact
  /** Goes to the words of the text that gave it. */
  readonly onShow?: (offset: number, textId: TextId) => void
}): ReactNode {
  return (
    <div className={styles['fact']}>
      <dt>{label}</dt>
      <dd>
        {onEdit ? (
          <EditableValue label={label} written={written} hint={hint} onEdit={onEdit} />
        ) : (
          <span dir="auto">{written}</span>
        )}
        {fact && (
          <div className={styles['foot']}>
            {fact.source && <Source label={label} source={fact.source} written={written} onShow={onShow} />}
            {fact.status === 'proposed' && onConfirm && (
              <span className={styles['proposed']}>
                proposed
                <IconButton label={`Confirm ${label.toLowerCase()}`} onClick={onConfirm}>
                  <Check size={14} />
                </IconButton>
              </span>
            )}
          </div>
        )}
        {fact?.otherwise?.map((other) => (
          <p key={sourceLine(other.source)} className={styles['conflict']}>
            Otherwise {otherwise?.(other.value)}: {sourceLine(other.source)}
          </p>
        ))}
      </dd>
    </div>
  )
}

/** The source of a fact. The words of a text can be gone to; words that are the value itself are not said twice. */
function Source({
  label,
  source,
  written,
  onShow,
}: {
  readonly label: string
  readonly source: FactSource
  readonly written: string
  readonly onShow: ((offset: number, textId: TextId) => void) | undefined
}): ReactNode {
  const line = sourceLine(source)
  if (line === undefined) return null
  if (source.kind !== 'text' || !onShow) return <p className={styles['source']}>{line}</p>
  return (
    <button
      type="button"
      className={styles['words']}
      aria-label={`Show the words for ${label.toLowerCase()} in the text`}
      title="Show in the text"
      onClick={() => onShow(source.start, source.textId)}
    >
      <span dir="auto">{line === `“${written}”` ? 'Show in the text' : line}</span>
    </button>
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
  hint,
  onEdit,
}: {
  readonly label: string
  readonly written: string
  readonly hint: string | undefined
  readonly onEdit: EditFact
}): ReactNode {
  const [typed, setTyped] = useState<string>()
  const [isWrong, setIsWrong] = useState(false)
  const [sitting, setSitting] = useState({ id: '', before: written })
  // What can be read already is kept while it is typed; what cannot, a date half written, waits for the rest.
  const autosave = useAutosave(async () => {
    const saving = typed !== undefined && typed !== written && onEdit(typed, sitting.id)
    return saving === false || saving
  })
  const finish = (): void => {
    if (typed === undefined || typed === written) return setTyped(undefined)
    const saving = onEdit(typed, sitting.id)
    if (saving === false) return setIsWrong(true)
    setIsWrong(false)
    // Refused: the words stay in the field, and are saved once the record is what it has become.
    void saving.then((saved) => (saved ? setTyped(undefined) : autosave.touch()))
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
        placeholder="Not stated"
        onChange={(event) => {
          setTyped(event.target.value.replace(/\n/g, ' '))
          autosave.touch()
        }}
        onFocus={() => setSitting({ id: crypto.randomUUID(), before: written })}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key !== 'Escape') return
          setTyped(undefined)
          setIsWrong(false)
          if (written !== sitting.before) void onEdit(sitting.before, sitting.id)
        }}
      />
      {isWrong && <p className={styles['wrong']}>{hint}</p>}
    </>
  )
}
