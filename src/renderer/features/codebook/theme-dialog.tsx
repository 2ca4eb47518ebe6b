import { useState, type ReactNode } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import type { CodingEffect } from '#domain/codebook/retheming.ts'
import { themeName, type Theme } from '#domain/codebook/theme.ts'
import { themesOf } from '#domain/codebook/theme-tree.ts'
import type { Codings } from '#domain/library/changes/retheme.ts'
import { lastPlace, moveTheme } from '#domain/library/changes/theme-changes.ts'
import {
  canMerge,
  deleteTheme,
  mergeThemes,
  previewDelete,
  previewMerge,
  previewMove,
  previewSplit,
  splitTheme,
} from '#domain/library/changes/theme-merging.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { ActionName } from '#domain/library/record.ts'
import type { AgreementId, TextId } from '#domain/shared/id.ts'
import { isKept } from '#domain/shared/trash.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { runCommand } from '../../workspace/commands.ts'
import { notify } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './codebook.module.css'
import { SplitChoices } from './split-choices.tsx'
import { useCodebookView, type Asking } from './codebook-view.ts'

/** What a dialog would do: told before, done on one press, taken back in one step. */
interface Proposal {
  readonly action: ActionName
  readonly operations: () => readonly Operation[]
  readonly sentences: readonly string[]
  readonly byAgreement: CodingEffect['byAgreement']
  /** What is said afterwards. */
  readonly done: string
}

const TITLES = { merge: 'Merge', split: 'Split', move: 'Move', delete: 'Delete' } as const

/** Merging, splitting, moving or deleting a theme, with what it does to codings before it is done. */
export function ThemeDialog({
  asking,
  theme,
  codings,
}: {
  readonly asking: Exclude<Asking, 'versions'>
  readonly theme: Theme
  readonly codings: Codings
}): ReactNode {
  const { commit, author } = useWorkspace()
  const catalog = useCatalog()
  const [targetId, setTargetId] = useState('')
  const [label, setLabel] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const agreementOf = (textId: TextId): AgreementId | undefined => catalog.texts.get(textId)?.agreementId
  const target = codings.themes.get(targetId)
  const close = (): void => useCodebookView.setState({ asking: undefined })

  const proposal = (): Proposal | undefined => {
    switch (asking) {
      case 'merge': {
        if (!target) return undefined
        const effect = previewMerge(codings, theme.id, target.id, agreementOf)
        const already =
          effect.fewerThemes > 0 ? [`${effect.fewerThemes} of them have ${target.code} already.`] : []
        return {
          action: 'theme.merge',
          operations: () => mergeThemes(codings, theme.id, target.id, author()),
          sentences: [`${codingsOf(effect.codings)} will have ${target.code} instead.`, ...already],
          byAgreement: effect.byAgreement,
          done: `${theme.code} is merged into ${target.code}: ${codingsOf(effect.codings)}.`,
        }
      }
      case 'delete': {
        const effect = previewDelete(codings, theme.id, target?.id, agreementOf)
        const { codings: count, withoutTheme } = effect
        const sentence = target
          ? `${codingsOf(count)} will have ${target.code} instead.`
          : `${codingsOf(count)} will lose the theme; ${withoutTheme} of them stay as notes without a theme.`
        return {
          action: 'theme.delete',
          operations: () => deleteTheme(codings, theme.id, target?.id, author()),
          sentences: [sentence, 'No annotation is deleted. Themes below it are deleted with it.'],
          byAgreement: effect.byAgreement,
          done: `${theme.code} is deleted: ${codingsOf(count)} changed.`,
        }
      }
      case 'split': {
        if (label.trim() === '') return undefined
        const effect = previewSplit(codings, theme.id, chosen, agreementOf)
        return {
          action: 'theme.split',
          operations: () => splitTheme(codings, theme, { id: crypto.randomUUID(), label }, chosen, author()),
          sentences: [
            `${codingsOf(effect.codings)} will go to “${label.trim()}”, ${given.length - effect.codings} stay with ${theme.code}.`,
          ],
          byAgreement: effect.byAgreement,
          done: `${theme.code} is split: ${codingsOf(effect.codings)} went to “${label.trim()}”.`,
        }
      }
      case 'move': {
        const codebook = codings.codebooks.get(targetId.replace(/^codebook /, ''))
        const codebookId = target?.codebookId ?? codebook?.id
        if (codebookId === undefined) return undefined
        const effect = previewMove(codings, theme.id, agreementOf)
        return {
          action: 'theme.move',
          operations: () =>
            moveTheme(codings.themes, theme, lastPlace(codings.themes, codebookId, target?.id)),
          sentences: [`${codingsOf(effect.codings)} move with it and keep their themes.`],
          byAgreement: effect.byAgreement,
          done: `${theme.code} is moved.`,
        }
      }
    }
  }

  const given = codings.annotations.filter((a) => isKept(a) && a.themeIds.includes(theme.id))
  const plan = proposal()
  const run = async (): Promise<void> => {
    const operations = plan?.operations() ?? []
    close()
    if (!plan || operations.length === 0) return
    if ((await commit({ action: plan.action, operations })) !== 'saved') return
    if (asking === 'merge') useCodebookView.setState({ themeId: targetId })
    notify(plan.done, { label: 'Undo', run: () => runCommand('edit.undo') })
  }
  return (
    <Modal open onClose={close} title={`${TITLES[asking]} ${themeName(theme)}`} showTitle>
      <div className={styles['dialog']}>
        {asking === 'split' ? (
          <>
            <label className={styles['field']}>
              <span>Name of the new theme</span>
              <input
                dir="auto"
                maxLength={500}
                value={label}
                onChange={(event) => setLabel(event.target.value)}
              />
            </label>
            <SplitChoices given={given} chosen={chosen} onToggle={(id) => setChosen(toggled(chosen, id))} />
          </>
        ) : (
          <label className={styles['field']}>
            <span>{asking === 'delete' ? 'Its codings' : asking === 'merge' ? 'Into' : 'To'}</span>
            <TargetSelect
              asking={asking}
              theme={theme}
              codings={codings}
              value={targetId}
              onChange={setTargetId}
            />
          </label>
        )}
        {plan && (
          <div role="status">
            {plan.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <ul className={styles['counts']} aria-label="Codings by agreement">
              {plan.byAgreement.map(({ agreementId, codings: count }) => {
                const agreement = catalog.agreements.get(agreementId)
                return (
                  <li key={agreementId}>
                    <bdi>{agreement && displayTitle(agreement)}</bdi> <span>{count}</span>
                  </li>
                )
              })}
            </ul>
          </div>
        )}
        <div className={styles['buttons']}>
          <Button onClick={close}>Cancel</Button>
          <Button
            tone={asking === 'delete' ? 'danger' : 'primary'}
            disabled={!plan || (asking === 'split' && chosen.size === 0)}
            onClick={() => void run()}
          >
            {TITLES[asking]}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

/** The themes, and for moving the codebooks, that can be chosen. */
function TargetSelect({
  asking,
  theme,
  codings: { themes, codebooks },
  value,
  onChange,
}: {
  readonly asking: Asking
  readonly theme: Theme
  readonly codings: Codings
  readonly value: string
  readonly onChange: (value: string) => void
}): ReactNode {
  const kept = [...codebooks.values()].filter(isKept)
  return (
    <select value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{asking === 'delete' ? 'lose the theme' : 'Choose…'}</option>
      {kept.map((codebook) => (
        <optgroup key={codebook.id} label={codebook.name}>
          {asking === 'move' && <option value={`codebook ${codebook.id}`}>Outermost</option>}
          {themesOf(themes, codebook.id)
            .filter((other) => canMerge(themes, theme.id, other.id))
            .map((other) => (
              <option key={other.id} value={other.id}>
                {asking === 'delete' ? `go to ${themeName(other)}` : themeName(other)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  )
}

function codingsOf(count: number): string {
  return count === 1 ? '1 coding' : `${count} codings`
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
