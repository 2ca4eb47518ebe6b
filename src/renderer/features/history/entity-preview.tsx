import type { ReactNode } from 'react'
import { displayTitle, type Agreement } from '#domain/agreement/agreement.ts'
import { formatUncertainDate } from '#domain/agreement/uncertain-date.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { Brief } from '#domain/brief/brief.ts'
import { themeName, type Codebook, type Theme } from '#domain/codebook/theme.ts'
import type { Entity, EntityKind } from '#domain/library/entities.ts'
import type { Trashable } from '#domain/shared/trash.ts'
import { RichTextView } from '../../editor/rich-text-view.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { useCatalog } from '../../workspace/workspace.ts'
import styles from './history.module.css'

/** A thing as it was, for reading. The kind says which entity the value is; a text is shown by `PastText`. */
export function EntityPreview({
  kind,
  value,
}: {
  readonly kind: EntityKind
  readonly value: Entity
}): ReactNode {
  const isTrashed = (value as Trashable).trashed !== undefined
  return (
    <>
      {isTrashed && <p className={styles['soft']}>In the trash.</p>}
      <Content kind={kind} value={value} />
    </>
  )
}

function Content({ kind, value }: { readonly kind: EntityKind; readonly value: Entity }): ReactNode {
  switch (kind) {
    case 'brief': {
      const { title, blocks } = value as Brief
      return (
        <div className={styles['document']}>
          <h3 dir="auto">{title}</h3>
          <RichTextView blocks={blocks} />
        </div>
      )
    }
    case 'annotation':
      return <AnnotationPreview annotation={value as Annotation} />
    case 'assessment': {
      const { bindingness } = value as Assessment
      return (
        <Facts
          facts={[
            ['Bindingness', String(bindingness?.level ?? 'not decided')],
            ['Reason', bindingness?.reason],
          ]}
        />
      )
    }
    case 'theme': {
      const theme = value as Theme
      const { definition, include, exclude } = theme
      return (
        <Facts
          facts={[
            ['Theme', themeName(theme)],
            ['Definition', definition],
            ['When to use', include],
            ['When not to use', exclude],
          ]}
        />
      )
    }
    case 'agreement': {
      const agreement = value as Agreement
      const { title, signedOn, signedAt, parties } = agreement
      return (
        <Facts
          facts={[
            ['Shown as', displayTitle(agreement)],
            ['Title', title.value],
            ['Signed', signedOn && formatUncertainDate(signedOn.value)],
            ['Signed at', signedAt?.value],
            ['Parties', parties?.value.join(', ')],
          ]}
        />
      )
    }
    case 'codebook': {
      const { name, version, versions } = value as Codebook
      return (
        <Facts
          facts={[
            ['Codebook', name],
            ['Version', String(version)],
            ['Versions kept', versions?.map((kept) => `${kept.number} ${kept.name}`).join(', ')],
          ]}
        />
      )
    }
    case 'text':
    case 'structure':
      return undefined
  }
}

function AnnotationPreview({ annotation }: { readonly annotation: Annotation }): ReactNode {
  const { themes } = useCatalog()
  const { target, themeIds, note } = annotation
  return (
    <div className={styles['document']}>
      <p className={styles['quote']} dir="auto">
        “{target.anchor.quote}”
      </p>
      <p className={styles['themes']}>
        {themeIds.map((id) => {
          const theme = themes.get(id)
          return theme && <ThemeChip key={id} theme={theme} />
        })}
      </p>
      {note ? <RichTextView blocks={note.blocks} /> : <p className={styles['soft']}>Without a note.</p>}
    </div>
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string | undefined])[] }): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts.map(
        ([label, words]) =>
          words !== undefined &&
          words !== '' && (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
