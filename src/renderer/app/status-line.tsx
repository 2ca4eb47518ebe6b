import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { errorMessage, type ErrorCode } from '#contract/errors.ts'
import type { TextModel } from '../projection/library-model.ts'
import { textOf } from '../projection/library-model.ts'
import { useNavigation } from '../workspace/navigation.ts'
import { useCatalog, useTextModel, useWorkspace } from '../workspace/workspace.ts'
import { useMainStatus } from './main-events.ts'
import styles from './status-line.module.css'

/** At the foot: whether everything is saved, what is running, how far the work on this text is. */
export function StatusLine(): ReactNode {
  const { saving, tasks, readOnly } = useMainStatus()
  const { client } = useWorkspace()
  const catalog = useCatalog()
  const view = useNavigation((state) => state.view)
  const text = view.kind === 'agreement' ? textOf(catalog, view.agreementId, view.textId) : undefined
  const model = useDeferredValue(useTextModel(text?.id), undefined)
  const progress = useMemo(() => model && progressWords(model), [model])
  const [task] = tasks.values()
  return (
    <footer className={styles['line']}>
      <span role="status" data-saving={saving.state} className={styles['saving']}>
        {readOnly ? 'Read only' : savingWords(saving.state, saving.code)}
      </span>
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
      {progress !== undefined && <span>{progress}</span>}
    </footer>
  )
}

function savingWords(state: 'saved' | 'saving' | 'failed', code: ErrorCode | undefined): string {
  if (state === 'saved') return 'All changes saved'
  if (state === 'saving') return 'Saving…'
  const { happened, safe, todo } = errorMessage(code ?? 'write-failed')
  return `${happened} ${safe} ${todo}`
}

function progressWords({ tree, spans, assessments }: TextModel): string {
  const articles = tree.units.filter((unit) => unit.kind === 'article')
  const coded = articles.filter((unit) => spans.overlapping(unit.start, unit.end).length > 0)
  const assessed = articles.filter((unit) => assessments.get(unit.id)?.bindingness)
  return `${articles.length} articles · ${coded.length} coded · ${assessed.length} assessed`
}
