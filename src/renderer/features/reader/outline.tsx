import { memo, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { BindingnessLevel } from '#domain/bindingness/scale.ts'
import type { ThemeColour, Theme } from '#domain/codebook/theme.ts'
import { spanIndex } from '#domain/annotation/span-index.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { isContainer, type Provision } from '#domain/structure/provision.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { useJump, useNavigation } from '../../workspace/navigation.ts'
import styles from './outline.module.css'

/** The agreement's articles and chapters, with what is marked in each. */
export const Outline = memo(function Outline({
  model,
  content,
  themes,
}: {
  readonly model: TextModel
  /** The words of the text, for articles without a name; absent while they are fetched. */
  readonly content: string | undefined
  readonly themes: ReadonlyMap<ThemeId, Theme>
}): ReactNode {
  const provisionId = useNavigation((state) => state.provisionId)
  const { tree } = model
  const units = new Set(tree.units.map((unit) => unit.id))
  const entries = tree.provisions.filter(
    (p) => (units.has(p.id) && p.kind !== 'title') || isContainer(p.kind),
  )
  const index = spanIndex(model.annotations, (a) => a.target.anchor)
  return (
    <nav aria-label="Outline" className={styles['outline']}>
      <h2>Outline</h2>
      <ul>
        {entries.map((entry) => (
          <OutlineEntry
            key={entry.id}
            entry={entry}
            label={outlineLabel(citationLabel(tree, entry))}
            name={nameOf(entry) ?? firstWords(model, entry, content)}
            colours={
              isContainer(entry.kind)
                ? ''
                : coloursIn(index.overlapping(entry.start, entry.end), themes).join(' ')
            }
            level={model.assessments.get(entry.id)?.bindingness?.level}
            isCurrent={entry.id === provisionId}
          />
        ))}
      </ul>
    </nav>
  )
})

/** One line of the outline: drawn again only when something of its own has changed. */
const OutlineEntry = memo(function OutlineEntry({
  entry,
  label,
  name,
  colours,
  level,
  isCurrent,
}: {
  readonly entry: Provision
  readonly label: string
  readonly name: string | undefined
  /** Those of the themes given in it, with spaces between. */
  readonly colours: string
  readonly level: BindingnessLevel | undefined
  readonly isCurrent: boolean
}): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={styles['entry']}
        data-container={isContainer(entry.kind) || undefined}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={() => {
          useNavigation.setState({ annotationId: undefined })
          useJump.setState({ offset: entry.start })
        }}
      >
        <span className={styles['label']}>{label}</span>
        <span className={styles['name']} dir="auto">
          {name}
        </span>
        {colours !== '' && <Marks colours={colours.split(' ')} />}
        {level !== undefined && (
          <span className={styles['level']} data-level={level}>
            {level}
          </span>
        )}
      </button>
    </li>
  )
})

/** The printed name; a preamble headed "Preamble" is not named twice. */
function nameOf({ kind, heading }: Provision): string | undefined {
  return kind === 'preamble' ? undefined : heading
}

/** How many letters of an article stand for its name. */
const FIRST_WORDS = 60

function firstWords({ tree }: TextModel, entry: Provision, content: string | undefined): string | undefined {
  if (content === undefined || entry.kind !== 'article') return undefined
  const from = entry.textStart < entry.end ? entry.textStart : tree.childrenOf(entry)[0]?.textStart
  return from === undefined ? undefined : content.slice(from, Math.min(from + FIRST_WORDS, entry.end)).trim()
}

/** `art 5` is `5` in a list of articles; other labels stand in full, with a capital. */
function outlineLabel(label: string): string {
  return label.replace(/^art /, '').replace(/^./, (letter) => letter.toUpperCase())
}

function coloursIn(annotations: readonly Annotation[], themes: ReadonlyMap<ThemeId, Theme>): ThemeColour[] {
  return [...new Set(annotations.flatMap((a) => a.themeIds.flatMap((id) => themes.get(id)?.colour ?? [])))]
}

function Marks({ colours }: { readonly colours: readonly string[] }): ReactNode {
  return (
    <span className={styles['marks']} role="img" aria-label={`Themes: ${colours.join(', ')}`}>
      {colours.map((colour) => (
        <span key={colour} data-colour={colour} />
      ))}
    </span>
  )
}
