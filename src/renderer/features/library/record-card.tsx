import type { ReactNode } from 'react'
import type { Agreement, PartyAction, Term } from '#domain/agreement/agreement.ts'
import { confirmed, type Fact } from '#domain/agreement/fact.ts'
import {
  formatUncertainDate,
  parseUncertainDate,
  type UncertainDate,
} from '#domain/agreement/uncertain-date.ts'
import { change } from '#domain/library/operation.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { FactRow, sourceLine } from './fact-row.tsx'
import styles from './record-card.module.css'

/** The record of an agreement: what is known, who says so, what still has to be confirmed. */
export function RecordCard({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { commit } = useWorkspace()
  const edit = async (after: Agreement, group?: string): Promise<boolean> => {
    const operations = change('agreement', agreement, after)
    if (operations.length === 0) return true
    const transaction = { action: 'agreement.edit', operations } as const
    return (await commit(group === undefined ? transaction : { ...transaction, group })) !== 'refused'
  }
  const { title, signedOn, inForceOn, parties, kind, signedAt, term, languages, articleCount } = agreement
  const date = (value: UncertainDate): string => formatUncertainDate(value)
  const confirm = <T,>(fact: Fact<T>): Fact<T> => ({ ...fact, status: 'confirmed' })
  return (
    <section className={styles['record']} aria-label="Record of the agreement">
      <dl>
        <FactRow
          label="Title"
          fact={title}
          written={title.value}
          onConfirm={() => void edit({ ...agreement, title: confirm(title) })}
          onEdit={(typed, sitting) => {
            const value = typed.trim()
            if (value === '') return false
            return edit({ ...agreement, title: confirmed(value) }, sitting)
          }}
        />
        <FactRow
          label="Signed"
          fact={signedOn ?? UNKNOWN_DATE}
          written={signedOn ? date(signedOn.value) : ''}
          otherwise={date}
          {...(signedOn ? { onConfirm: () => void edit({ ...agreement, signedOn: confirm(signedOn) }) } : {})}
          onEdit={(typed, sitting) => editDate(typed, (value) => edit(withDate(agreement, value), sitting))}
        />
        {signedAt && <FactRow label="Signed at" fact={signedAt} written={signedAt.value} />}
        {parties && <FactRow label="Parties" fact={parties} written={parties.value.join(', ')} />}
        {kind && <FactRow label="Kind" fact={kind} written={kind.value} />}
        {inForceOn && (
          <FactRow label="In force" fact={inForceOn} written={date(inForceOn.value)} otherwise={date} />
        )}
        {term && <FactRow label="Term" fact={term} written={termLine(term.value)} />}
        {languages && <FactRow label="Languages" fact={languages} written={languages.value.join(', ')} />}
        {articleCount && (
          <FactRow label="Articles" fact={articleCount} written={String(articleCount.value)} />
        )}
      </dl>
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
    </section>
  )
}

const UNKNOWN_DATE: Fact<UncertainDate> = { value: { iso: '0001' }, status: 'confirmed' }

function withDate(agreement: Agreement, value: UncertainDate | undefined): Agreement {
  const { signedOn: _old, ...rest } = agreement
  return value ? { ...rest, signedOn: confirmed(value) } : rest
}

/** Takes a typed date; an empty field takes the date away. */
function editDate(
  typed: string,
  onDate: (date: UncertainDate | undefined) => Promise<boolean>,
): false | Promise<boolean> {
  const date = parseUncertainDate(typed)
  if (!date && typed.trim() !== '') return false
  return onDate(date)
}

function termLine(term: Term): string {
  const parts = [term.duration.kind === 'indefinite' ? 'Indefinite' : `${term.duration.years} years`]
  if (term.renewal)
    parts.push(`${term.renewal.automatic ? 'automatic ' : ''}extension by ${term.renewal.years} years`)
  if (term.noticeMonths !== undefined) parts.push(`${term.noticeMonths} months’ notice`)
  return parts.join(', ')
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
