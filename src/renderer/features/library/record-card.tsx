import type { ReactNode } from 'react'
import type { Agreement, PartyAction } from '#domain/agreement/agreement.ts'
import { confirmed } from '#domain/agreement/fact.ts'
import {
  factOf,
  RECORD_FIELDS,
  RECORD_KEYS,
  withFact,
  type RecordField,
  type RecordKey,
  type RecordValues,
} from '#domain/agreement/record-fields.ts'
import { formatUncertainDate } from '#domain/agreement/uncertain-date.ts'
import { setAgreementNote } from '#domain/library/changes/note-changes.ts'
import { change } from '#domain/library/operation.ts'
import { richText } from '#domain/rich-text/rich-text.ts'
import type { Text } from '#domain/text/text.ts'
import { NoteField } from '../../editor/note-field.tsx'
import { showPlace } from '../../workspace/navigation.ts'
import { saveTyped } from '../../workspace/save-typed.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { FactRow, sourceLine } from './fact-row.tsx'
import { SourceFile } from './source-file.tsx'
import styles from './record-card.module.css'

type Edit = (after: Agreement, group?: string) => Promise<boolean>

/** The record of an agreement: what is known, who says so, what still has to be confirmed. */
export function RecordCard({
  agreement,
  texts,
}: {
  readonly agreement: Agreement
  readonly texts: readonly Text[]
}): ReactNode {
  const workspace = useWorkspace()
  const { commit } = workspace
  const edit: Edit = async (after, group) => {
    const operations = change('agreement', agreement, after)
    if (operations.length === 0) return true
    const transaction = { action: 'agreement.edit', operations } as const
    return (await commit(group === undefined ? transaction : { ...transaction, group })) !== 'refused'
  }
  const { articleCount } = agreement
  const replaced = new Set(texts.map(({ replaces }) => replaces))
  return (
    <section className={styles['record']} aria-label="Record of the agreement">
      <dl>
        {RECORD_KEYS.map((key) => (
          <FieldRow key={key} name={key} agreement={agreement} edit={edit} />
        ))}
        {articleCount && (
          <FactRow label="Articles" fact={articleCount} written={String(articleCount.value)} />
        )}
      </dl>
      <NoteField
        bearerId={agreement.id}
        agreementId={agreement.id}
        note={agreement.note}
        label="Note on the agreement"
        placeholder="What is this agreement for, and what became of it?"
        onSave={(sitting, blocks) =>
          saveTyped(workspace, 'agreement.note', sitting, setAgreementNote(agreement, richText(blocks)))
        }
      />
      {agreement.partyActions && <PartyActions actions={agreement.partyActions} />}
      {agreement.relations && (
        <div className={styles['list']}>
          <h3>Relations</h3>
          <ul>
            {agreement.relations.map((relation) => (
              <li key={`${relation.kind} ${relation.title}`}>
                <span className={styles['soft']}>{relation.kind}</span> {relation.title}
              </li>
            ))}
          </ul>
        </div>
      )}
      {texts.map((text) => (
        <SourceFile key={text.id} text={text} isCurrent={!replaced.has(text.id)} />
      ))}
    </section>
  )
}

function FieldRow({
  name,
  agreement,
  edit,
}: {
  readonly name: RecordKey
  readonly agreement: Agreement
  readonly edit: Edit
}): ReactNode {
  const field: RecordField<RecordValues[RecordKey]> = RECORD_FIELDS[name]
  const fact = factOf(agreement, name)
  return (
    <FactRow
      label={field.label}
      fact={fact}
      written={fact ? field.write(fact.value) : ''}
      hint={name === 'title' ? 'An agreement has a title.' : field.hint}
      otherwise={(value) => field.write(value)}
      onConfirm={() => {
        if (fact) void edit(withFact(agreement, name, { ...fact, status: 'confirmed' }))
      }}
      onEdit={(typed, sitting) => {
        const words = typed.trim()
        // An empty field takes the fact away; only the title must stay.
        if (words === '') return name !== 'title' && edit(withFact(agreement, name, undefined), sitting)
        const value = field.read(words)
        return value !== undefined && edit(withFact(agreement, name, confirmed(value)), sitting)
      }}
      onShow={(offset, textId) => showPlace(agreement.id, offset, undefined, textId)}
    />
  )
}

function PartyActions({ actions }: { readonly actions: readonly PartyAction[] }): ReactNode {
  return (
    <div className={styles['list']}>
      <h3>What the parties did</h3>
      <ul>
        {actions.map((action) => (
          <li key={`${action.party} ${action.action} ${action.date.iso} ${action.detail}`}>
            <strong>{formatUncertainDate(action.date)}</strong> {action.party}:{' '}
            {action.detail ?? action.action}
            <p className={styles['source']}>{sourceLine(action.source)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
