import { useState, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { displayTitle } from '#domain/agreement/agreement.ts'
import { COLOUR_NAMES, THEME_COLOURS } from '#domain/codebook/colours.ts'
import { isCodable, type Theme, type ThemeExample } from '#domain/codebook/theme.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { Codings } from '#domain/library/changes/retheme.ts'
import { addExample, editTheme, removeExample, themeProblem } from '#domain/library/changes/theme-changes.ts'
import { setThemeNote } from '#domain/library/changes/note-changes.ts'
import { richText } from '#domain/rich-text/rich-text.ts'
import type { TextId } from '#domain/shared/id.ts'
import { isKept } from '#domain/shared/trash.ts'
import { NoteField } from '../../editor/note-field.tsx'
import { Button } from '../../ui/button.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { runCommand } from '../../workspace/commands.ts'
import { openScreen, showPlace, useNavigation } from '../../workspace/navigation.ts'
import { saveTyped } from '../../workspace/save-typed.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './codebook.module.css'
import { ThemeField } from './theme-field.tsx'

/** How many codings are listed at once; more when they are asked for. */
const A_STRETCH = 40

/** Everything that is said of one theme, and where it has been given. */
export function ThemeDetail({
  theme,
  codings,
  count,
}: {
  readonly theme: Theme
  readonly codings: Codings
  /** How many codings it has; nothing while they are counted. */
  readonly count: number | undefined
}): ReactNode {
  const workspace = useWorkspace()
  const lastAgreementId = useNavigation((state) => state.lastAgreementId)
  const { commit } = workspace
  const { themes } = codings
  const run = (operations: readonly Operation[]): void => {
    if (operations.length > 0) void commit({ action: 'theme.edit', operations })
  }
  const given = codings.annotations.filter((a) => isKept(a) && a.themeIds.includes(theme.id))
  return (
    <section className={styles['detail']} aria-label={`Theme ${theme.code}`}>
      <header className={styles['detailHead']}>
        <ThemeChip theme={theme} />
        <span className={styles['soft']}>
          {count === undefined ? '' : `${count} ${count === 1 ? 'coding' : 'codings'}`}
        </span>
      </header>
      <div className={styles['actions']}>
        <Button onClick={() => runCommand('theme.merge')}>Merge…</Button>
        <Button onClick={() => runCommand('theme.split')} disabled={given.length === 0}>
          Split…
        </Button>
        <Button onClick={() => runCommand('theme.move')}>Move…</Button>
        <Button onClick={() => openScreen({ kind: 'history', of: { kind: 'theme', id: theme.id } })}>
          History
        </Button>
        <Button tone="danger" onClick={() => runCommand('theme.delete')}>
          Delete…
        </Button>
      </div>
      <div className={styles['short']}>
        <CodeField
          theme={theme}
          codings={codings}
          onEdit={(code) => run(editTheme(themes, theme, { code }))}
        />
        <label className={styles['field']}>
          <span>Number key</span>
          <select
            value={theme.shortcut ?? ''}
            onChange={(event) => {
              const key = Number(event.target.value)
              run(editTheme(themes, theme, { shortcut: key > 0 ? key : undefined }))
            }}
          >
            <option value="">None</option>
            {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        </label>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={isCodable(theme)}
            onChange={(event) => run(editTheme(themes, theme, { codable: event.target.checked }))}
          />{' '}
          Can be given to passages
        </label>
      </div>
      <fieldset className={styles['colours']}>
        <legend>Colour</legend>
        {THEME_COLOURS.map((colour) => (
          <label key={colour} data-colour={colour} title={COLOUR_NAMES[colour]}>
            <input
              type="radio"
              name="colour"
              aria-label={COLOUR_NAMES[colour]}
              checked={theme.colour === colour}
              onChange={() => run(editTheme(themes, theme, { colour }))}
            />
          </label>
        ))}
        <span className={styles['soft']}>{COLOUR_NAMES[theme.colour]}</span>
      </fieldset>
      <ThemeField theme={theme} field="definition" label="Definition" hint="What the theme means" />
      <ThemeField theme={theme} field="include" label="When to use" hint="What counts as this theme" />
      <ThemeField theme={theme} field="exclude" label="When not to use" hint="What belongs elsewhere" />
      <ThemeField
        theme={theme}
        field="signals"
        label="Signals"
        hint="Words that suggest it, with | between them"
      />
      <ThemeField theme={theme} field="sources" label="Sources" hint="Where it comes from" />
      <NoteField
        bearerId={theme.id}
        {...(lastAgreementId === undefined ? {} : { agreementId: lastAgreementId })}
        note={theme.note}
        label="Note on the theme"
        placeholder="What have you learnt about this theme?"
        onSave={(sitting, blocks) =>
          saveTyped(workspace, 'theme.note', sitting, setThemeNote(theme, richText(blocks)))
        }
      />
      <Examples theme={theme} onRemove={(example) => run(removeExample(theme, example))} />
      <Given theme={theme} annotations={given} onExample={(example) => run(addExample(theme, example))} />
    </section>
  )
}

function CodeField({
  theme,
  codings,
  onEdit,
}: {
  readonly theme: Theme
  readonly codings: Codings
  readonly onEdit: (code: string) => void
}): ReactNode {
  const [typed, setTyped] = useState<string>()
  const problem =
    typed === undefined ? undefined : themeProblem(codings.themes, { ...theme, code: typed.trim() })
  return (
    <label className={styles['field']}>
      <span>Code</span>
      <input
        dir="auto"
        maxLength={40}
        size={10}
        aria-invalid={problem !== undefined}
        value={typed ?? theme.code}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== undefined && problem === undefined) onEdit(typed)
          setTyped(undefined)
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      {problem === 'code-taken' && (
        <span role="alert" className={styles['wrong']}>
          Another theme has this code.
        </span>
      )}
    </label>
  )
}

function useTitleOf(): (textId: TextId) => { id: string; title: string } | undefined {
  const { texts, agreements } = useCatalog()
  return (textId) => {
    const agreement = agreements.get(texts.get(textId)?.agreementId ?? '')
    return agreement && { id: agreement.id, title: displayTitle(agreement) }
  }
}

function Examples({
  theme,
  onRemove,
}: {
  readonly theme: Theme
  readonly onRemove: (example: ThemeExample) => void
}): ReactNode {
  const titleOf = useTitleOf()
  const { examples = [] } = theme
  return (
    <div className={styles['passages']}>
      <h3>Examples{examples.length > 0 && ` (${examples.length})`}</h3>
      {examples.length === 0 && <p className={styles['soft']}>None yet. Take one from the codings below.</p>}
      <ul>
        {examples.map((example) => {
          const { source } = example
          const from = source && titleOf(source.textId)
          return (
            <li key={`${source?.textId} ${source?.anchor.start} ${example.quote}`}>
              <q dir="auto">{example.quote}</q>
              <span className={styles['foot']}>
                {from && source ? (
                  <button
                    type="button"
                    onClick={() => showPlace(from.id, source.anchor.start, undefined, source.textId)}
                  >
                    {from.title}
                  </button>
                ) : (
                  <span>from another library</span>
                )}
                <button type="button" onClick={() => onRemove(example)}>
                  Remove example
                </button>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Given({
  theme,
  annotations,
  onExample,
}: {
  readonly theme: Theme
  readonly annotations: readonly Annotation[]
  readonly onExample: (example: ThemeExample) => void
}): ReactNode {
  const titleOf = useTitleOf()
  const [most, setMost] = useState(A_STRETCH)
  return (
    <div className={styles['passages']}>
      <h3>Codings{annotations.length > 0 && ` (${annotations.length})`}</h3>
      {annotations.length === 0 && <p className={styles['soft']}>No passage has this theme.</p>}
      <ul aria-label="Codings">
        {annotations.slice(0, most).map((annotation) => {
          const { anchor } = annotation.target
          const from = titleOf(annotation.textId)
          const version = annotation.codedUnder?.[theme.id]
          return (
            <li key={annotation.id}>
              <q dir="auto">{anchor.quote}</q>
              <span className={styles['foot']}>
                <button
                  type="button"
                  onClick={() => from && showPlace(from.id, anchor.start, annotation.id, annotation.textId)}
                >
                  {from?.title}
                </button>
                <span>
                  {annotation.createdBy}
                  {version !== undefined && `, version ${version}`}
                </span>
                <button
                  type="button"
                  onClick={() =>
                    onExample({ quote: anchor.quote, source: { textId: annotation.textId, anchor } })
                  }
                >
                  Use as example
                </button>
              </span>
            </li>
          )
        })}
      </ul>
      {annotations.length > most && (
        <p className={styles['soft']}>
          These are the first {most} of {annotations.length.toLocaleString()}.{' '}
          <Button onClick={() => setMost(most + A_STRETCH)}>Show more</Button>
        </p>
      )}
    </div>
  )
}
