import type { ReactNode } from 'react'
import type { MarkCounts, VersionPreview, VersionPreviewItem } from '#contract/versions.ts'
import { levelLabel, isBindingnessLevel } from '#domain/bindingness/scale.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { useCatalog } from '../../workspace/workspace.ts'
import { languageName } from './text-names.ts'
import { Words } from './words.tsx'
import styles from './version-dialog.module.css'

type Group = VersionPreviewItem['outcome']

const GROUPS: readonly (readonly [Group, string, string])[] = [
  ['review', 'To review', 'Perhaps found. They wait beside the text until you decide.'],
  ['lost', 'Not found', 'They stay with the earlier version and wait beside the text until you decide.'],
  ['reworded', 'Carried, on words that have changed', 'The place is certain; read whether they still hold.'],
]

/** What a file would do as the new version of a text, before anything is done. */
export function VersionDialog({
  preview,
  onCancel,
  onImport,
}: {
  readonly preview: VersionPreview
  readonly onCancel: () => void
  readonly onImport: () => void
}): ReactNode {
  const { fileName, isSame, articles, carried, review, lost, items, more, others } = preview
  return (
    <Modal open onClose={onCancel} title="Import a new version" showTitle>
      <div className={styles['dialog']} role="group" aria-label="Preview" tabIndex={0}>
        <p>
          <bdi>“{fileName}”</bdi> has {articles.after} {articles.after === 1 ? 'article' : 'articles'}; the
          version in the library has {articles.before}. The earlier version stays readable.
        </p>
        {others.map(({ language, isNew }) => (
          <p key={language}>
            {isNew
              ? `It also has the ${languageName({ language })} text, which the agreement does not have yet: it is added.`
              : `It also has the ${languageName({ language })} text, which becomes the new version of that one.`}
          </p>
        ))}
        {isSame && <p>Its words are the same, letter for letter, as those in the library.</p>}
        <table className={styles['counts']}>
          <caption className="visually-hidden">What becomes of your work</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">What becomes of them</span>
              </th>
              <th scope="col">Annotations</th>
              <th scope="col">of them with a note</th>
              <th scope="col">Assessments</th>
            </tr>
          </thead>
          <tbody>
            <CountRow name="Carried" counts={carried} />
            <CountRow name="To review" counts={review} />
            <CountRow name="Not found" counts={lost} />
          </tbody>
        </table>
        {GROUPS.map(([group, name, meaning]) => {
          const listed = items.filter(({ outcome }) => outcome === group)
          if (listed.length === 0) return undefined
          return (
            <section key={group} aria-label={name}>
              <h3>{name}</h3>
              <p className={styles['soft']}>{meaning}</p>
              <ul>
                {listed.map((item, index) => (
                  // oxlint-disable-next-line no-array-index-key -- the list never changes
                  <Item key={index} item={item} />
                ))}
              </ul>
            </section>
          )
        })}
        {more > 0 && (
          <p className={styles['soft']}>And {more} more. All of them will wait beside the text.</p>
        )}
      </div>
      <div className={styles['buttons']}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button tone="primary" onClick={onImport}>
          Import the new version
        </Button>
      </div>
    </Modal>
  )
}

function CountRow({ name, counts }: { readonly name: string; readonly counts: MarkCounts }): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{counts.annotations}</td>
      <td>{counts.notes}</td>
      <td>{counts.assessments}</td>
    </tr>
  )
}

function Item({ item }: { readonly item: VersionPreviewItem }): ReactNode {
  const { themes } = useCatalog()
  const { level } = item
  return (
    <li>
      <div className={styles['what']}>
        {item.themeIds.map((id) => {
          const theme = themes.get(id)
          return theme && <ThemeChip key={id} theme={theme} />
        })}
        {level !== undefined && isBindingnessLevel(level) && `Bindingness ${level}: ${levelLabel(level)}`}
        {item.kind === 'annotation' && item.themeIds.length === 0 && 'Note'}
      </div>
      <Words label={item.label} words={item.was} isOld />
      {item.is !== undefined && <Words label={item.newLabel ?? ''} words={item.is} />}
    </li>
  )
}
