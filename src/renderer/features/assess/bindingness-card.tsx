import { useRef, useState, type KeyboardEvent, type ReactNode, type Ref, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import { BINDINGNESS_SCALE, levelLabel, type BindingnessLevel } from '#domain/bindingness/scale.ts'
import { clearBindingness, setBindingness } from '#domain/library/changes/assessment-changes.ts'
import type { ProvisionId, TextId } from '#domain/shared/id.ts'
import { Button } from '../../ui/button.tsx'
import { textOnEscape } from '../../workspace/focus-text.ts'
import { signOf } from '../../workspace/key-signs.ts'
import { saveTyped } from '../../workspace/save-typed.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import styles from './bindingness-card.module.css'
import { Reason } from './reason-field.tsx'

/** How strongly a provision commits: set by the analyst, with the reason. `B`, then 0 to 5. */
export function BindingnessCard({
  scale,
  textId,
  provisionId,
  assessment,
}: {
  /** Where the scale stands, for the key that goes to it. */
  readonly scale: RefObject<HTMLDivElement | null>
  readonly textId: TextId
  readonly provisionId: ProvisionId
  readonly assessment: Assessment | undefined
}): ReactNode {
  const workspace = useWorkspace()
  const { commit, author } = workspace
  const decision = assessment?.bindingness
  const reasonField = useRef<HTMLTextAreaElement>(null)

  const save = (level: BindingnessLevel, reason: string): void => {
    const operations = setBindingness({ textId, provisionId, assessment }, { level, reason }, author())
    if (operations.length > 0) void commit({ action: 'assessment.bindingness', operations })
  }
  const saveReason = (sitting: string, reason: string): Promise<boolean> => {
    const level = decision?.level
    // Not there yet, or taken back: asked again, and given up when the field goes.
    if (level === undefined) return Promise.resolve(!isChoosing)
    const operations = setBindingness({ textId, provisionId, assessment }, { level, reason }, author())
    return saveTyped(workspace, 'assessment.bindingness', sitting, operations)
  }
  // From the choice until the library has it, so that the reason can be typed without a pause.
  const [isChoosing, setChoosing] = useState(false)
  if (isChoosing && decision) setChoosing(false)
  const choose = (level: BindingnessLevel): void => {
    save(level, decision?.reason ?? '')
    if (!decision) flushSync(() => setChoosing(true))
    const field = reasonField.current
    field?.focus()
    // Chosen again: the reason there is goes on, and nothing is put before it.
    field?.setSelectionRange(field.value.length, field.value.length)
  }
  const clear = (): void => {
    if (assessment)
      void commit({ action: 'assessment.bindingness', operations: clearBindingness(assessment) })
  }

  return (
    <section className={styles['card']} aria-label="Bindingness">
      <header className={styles['head']}>
        <h3>Bindingness</h3>
        {decision && (
          <Button tone="quiet" onClick={clear}>
            Clear
          </Button>
        )}
      </header>
      <Scale ref={scale} level={decision?.level} onChoose={choose} />
      <p className={styles['meaning']}>{meaning(decision?.level)}</p>
      {(decision !== undefined || isChoosing) && (
        <Reason key={provisionId} field={reasonField} reason={decision?.reason ?? ''} onSave={saveReason} />
      )}
    </section>
  )
}

function meaning(level: BindingnessLevel | undefined): string {
  if (level === undefined) return 'Not judged yet. Choose how strongly this provision commits the parties.'
  return `${levelLabel(level)}. ${BINDINGNESS_SCALE[level]?.definition ?? ''}`
}

/** Six steps as one group of radio buttons: arrow keys go through them, digits choose. */
function Scale({
  ref,
  level,
  onChoose,
}: {
  readonly ref: Ref<HTMLDivElement>
  readonly level: BindingnessLevel | undefined
  readonly onChoose: (level: BindingnessLevel) => void
}): ReactNode {
  const keys = (event: KeyboardEvent): void => {
    textOnEscape(event)
    const step = BINDINGNESS_SCALE.find((s) => String(s.level) === signOf(event))
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = step ?? (by === 0 ? undefined : BINDINGNESS_SCALE[(level ?? (by > 0 ? -1 : 6)) + by])
    if (!next) return
    event.preventDefault()
    // Digits tag words elsewhere; here they judge.
    event.stopPropagation()
    onChoose(next.level)
  }
  return (
    <div
      ref={ref}
      role="radiogroup"
      aria-label="Bindingness from 0 to 5"
      className={styles['scale']}
      onKeyDown={keys}
      tabIndex={-1}
    >
      {BINDINGNESS_SCALE.map((step) => (
        <button
          key={step.level}
          type="button"
          role="radio"
          aria-checked={step.level === level}
          aria-label={`${step.level}: ${step.label}`}
          title={`${step.level}: ${step.label}. ${step.definition}`}
          tabIndex={step.level === (level ?? 0) ? 0 : -1}
          className={styles['step']}
          data-level={step.level}
          onClick={() => onChoose(step.level)}
        >
          {step.level}
        </button>
      ))}
    </div>
  )
}
