import type { ReactNode } from 'react'
import type { FrozenTheme } from '#domain/codebook/theme.ts'
import type { VersionDifference } from '#domain/library/changes/codebook-changes.ts'
import { changedMeanings } from '#domain/codebook/changed-meanings.ts'
import styles from './dialogs.module.css'

/** What has changed since a version, theme by theme: what was said then, and what is said now. */
export function VersionChanges({
  difference: { added, changed, removed },
  nameOf,
}: {
  readonly difference: VersionDifference
  /** How a theme is called now, or was in the version. */
  readonly nameOf: (id: string) => string
}): ReactNode {
  if (added.length + changed.length + removed.length === 0) return undefined
  return (
    <details className={styles['changes']}>
      <summary>
        Since then {added.length} added, {changed.length} changed, {removed.length} gone
      </summary>
      <Named label="Added" themes={added} />
      <Named label="Gone" themes={removed} />
      {changed.map(({ before, after }) => (
        <section key={after.id} aria-label={`${after.code} ${after.label}`}>
          <h4>
            <bdi>{`${after.code} ${after.label}`}</bdi>
          </h4>
          <dl>
            {changedMeanings(before, after, nameOf).map(({ field, was, is }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  <del dir="auto">{was === '' ? 'nothing' : was}</del>
                  <ins dir="auto">{is === '' ? 'nothing' : is}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </details>
  )
}

function Named({
  label,
  themes,
}: {
  readonly label: string
  readonly themes: readonly FrozenTheme[]
}): ReactNode {
  if (themes.length === 0) return undefined
  return (
    <p>
      {label}: <bdi>{themes.map((theme) => `${theme.code} ${theme.label}`).join(', ')}</bdi>
    </p>
  )
}
