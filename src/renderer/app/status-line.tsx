import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react'
import { errorMessage } from '#contract/errors.ts'
import type { EventPayload } from '#contract/events.ts'
import { isCoded } from '#domain/annotation/uncoded.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { TextModel } from '../projection/library-model.ts'
import { textOf } from '../projection/library-model.ts'
import { useSettled } from '../ui/use-after-pause.ts'
import { useNavigation } from '../workspace/navigation.ts'
import { useReadProvisions } from '../workspace/read-provisions.ts'
import { useCatalog, useTextModel, useWorkspace } from '../workspace/workspace.ts'
import { useMainStatus } from './main-events.ts'
import styles from './status-line.module.css'

/** Nobody waits for less. */
const A_MOMENT_MS = 250

/** What is counted follows when the analyst pauses. */
const COUNT_PAUSE_MS = 400

/** At the foot: whether everything is saved, what is running, how far the work on this text is. */
export function StatusLine(): ReactNode {
  const tasks = useMainStatus((state) => state.tasks)
  const { client } = useWorkspace()
  const catalog = useCatalog()
  const view = useNavigation((state) => state.view)
  const text = view.kind === 'agreement' ? textOf(catalog, view.agreementId, view.textId) : undefined
  const latest = useDeferredValue(useTextModel(text?.id), undefined)
  const model = useSettled(latest, latest?.textId, COUNT_PAUSE_MS)
  const progress = useMemo(() => model && progressWords(model), [model])
  const read = useReadProvisions(text?.id)
  const readCount = useMemo(
    () => model && articlesOf(model).filter(({ id }) => read.has(id)).length,
    [model, read],
  )
  const [task] = tasks.values()
  return (
    <footer className={styles['line']}>
      <SavingState />
      {task && (
        <span className={styles['task']}>
          {task.title}: {task.step}
          <progress
            aria-label={task.title}
            {...(task.progress === undefined ? {} : { value: task.progress })}
          />
          <button type="button" onClick={() => void client.invoke('task.cancel', { taskId: task.taskId })}>
            Cancel
          </button>
        </span>
      )}
      <span className={styles['gap']} />
      {model && progress !== undefined && (
        <span>
          <span>{progress}</span> · {readCount} read
        </span>
      )}
    </footer>
  )
}

/** Whether everything is saved. That it is being saved is only worth words when it takes a moment. */
function SavingState(): ReactNode {
  const readOnly = useMainStatus((state) => state.readOnly)
  const saving = useMainStatus((state) => state.saving)
  const [told, setTold] = useState(saving)
  useEffect(() => {
    const timer = setTimeout(() => setTold(saving), saving.state === 'saving' ? A_MOMENT_MS : 0)
    return () => clearTimeout(timer)
  }, [saving])
  return (
    <span role="status" data-saving={saving.state} data-told={told.state} className={styles['saving']}>
      {readOnly ? 'Read only' : savingWords(told)}
    </span>
  )
}

function savingWords({ state, code }: EventPayload<'library.saving'>): string {
  if (state === 'saved') return 'All changes saved'
  if (state === 'saving') return 'Saving…'
  const { happened, safe, todo } = errorMessage(code ?? 'write-failed')
  return `${happened} ${safe} ${todo}`
}

function articlesOf({ tree }: TextModel): Provision[] {
  return tree.units.filter((unit) => unit.kind === 'article')
}

function progressWords(model: TextModel): string {
  const { spans, assessments } = model
  const articles = articlesOf(model)
  const coded = articles.filter((unit) => isCoded(spans, unit))
  const assessed = articles.filter((unit) => assessments.get(unit.id)?.bindingness)
  return `${articles.length} articles · ${coded.length} coded · ${assessed.length} assessed`
}
