import { X } from 'lucide-react'
import { useCallback, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import type { CodebookFormat } from '#contract/codebooks.ts'
import type { Codebook } from '#domain/codebook/theme.ts'
import { placeOf, themesOf } from '#domain/codebook/theme-tree.ts'
import { codingCounts } from '#domain/codebook/retheming.ts'
import { createTheme, lastPlace } from '#domain/library/changes/theme-changes.ts'
import { editCodebook } from '#domain/library/changes/codebook-changes.ts'
import type { Codings } from '#domain/library/changes/retheme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ItemMenu } from '../../ui/item-menu.tsx'
import { runCommand, useCommand } from '../../workspace/commands.ts'
import { closeScreen, openScreen } from '../../workspace/navigation.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { useAllAnnotations } from '../../workspace/use-all-annotations.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './codebook.module.css'
import { openTheme, useCodebookView, type Asking } from './codebook-view.ts'
import { ThemeDetail } from './theme-detail.tsx'
import { ThemeDialog } from './theme-dialog.tsx'
import { ThemeTree } from './theme-tree.tsx'
import { VersionsDialog } from './versions-dialog.tsx'

/** A codebook: its tree of themes, and what is said of the one that is selected. */
export function CodebookPage({
  codebook,
  asked,
}: {
  readonly codebook: Codebook
  /** The theme to be looked at first. */
  readonly asked?: ThemeId | undefined
}): ReactNode {
  const workspace = useWorkspace()
  const { commit, projection } = workspace
  const catalog = useCatalog()
  const annotations = useAllAnnotations()
  const { themeId, asking } = useCodebookView()
  const [search, setSearch] = useState('')
  useLayoutEffect(() => {
    if (asked !== undefined) openTheme(projection.catalog.themes, asked)
  }, [projection, asked])
  const themes = useMemo(() => themesOf(catalog.themes, codebook.id), [catalog.themes, codebook.id])
  const counts = useMemo(() => codingCounts(annotations ?? []), [annotations])
  const codings: Codings = useMemo(
    () => ({ codebooks: catalog.codebooks, themes: catalog.themes, annotations: annotations ?? [] }),
    [catalog, annotations],
  )
  const selected = themes.find((theme) => theme.id === themeId) ?? themes[0]

  const add = useCallback(() => {
    const id = crypto.randomUUID()
    const here = selected && placeOf(catalog.themes, selected)
    const place = here ? { ...here, index: here.index + 1 } : lastPlace(catalog.themes, codebook.id)
    const operations = createTheme(catalog.themes, { id, label: 'New theme' }, place)
    void commit({ action: 'theme.create', operations }).then(
      (outcome) => outcome === 'saved' && useCodebookView.setState({ themeId: id, renamingId: id }),
    )
  }, [catalog.themes, codebook.id, commit, selected])
  useCommand('theme.create', add)
  // Nothing is asked before every coding is counted: a preview must not say less than is true.
  const isReady = selected !== undefined && annotations !== undefined
  useCommand('theme.merge', isReady ? ASK.merge : undefined)
  useCommand('theme.split', isReady ? ASK.split : undefined)
  useCommand('theme.move', isReady ? ASK.move : undefined)
  useCommand('theme.delete', isReady ? ASK.delete : undefined)
  useCommand('codebook.freeze', ASK.versions)
  useCommand('codebook.exportQdc', useExport(codebook, 'qdc'))
  useCommand('codebook.exportCsv', useExport(codebook, 'csv'))
  useCommand('codebook.exportExcel', useExport(codebook, 'csv-excel'))

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <CodebookName codebook={codebook} />
        <span className={styles['soft']}>
          {themes.length} themes · version {codebook.version}
        </span>
        <span className={styles['gap']} />
        <Button onClick={() => runCommand('codebook.freeze')}>Versions…</Button>
        <Button onClick={() => openScreen({ kind: 'history', of: { kind: 'codebook', id: codebook.id } })}>
          History of the codebook
        </Button>
        <ItemMenu
          label="Import and export"
          actions={[
            { label: 'Import codebook…', run: () => runCommand('codebook.import') },
            { label: 'Export as REFI-QDA (.qdc)…', run: () => runCommand('codebook.exportQdc') },
            { label: 'Export as CSV…', run: () => runCommand('codebook.exportCsv') },
            { label: 'Export as CSV for Excel…', run: () => runCommand('codebook.exportExcel') },
          ]}
        />
        <IconButton label="Close (Esc)" onClick={closeScreen}>
          <X size={16} />
        </IconButton>
      </header>
      <div className={styles['columns']}>
        <section className={styles['list']} aria-label="Themes">
          <div className={styles['tools']}>
            <input
              type="search"
              aria-label="Find a theme"
              placeholder="Find a theme"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <Button onClick={add}>New theme</Button>
          </div>
          {themes.length === 0 ? (
            <EmptyState title="This codebook has no themes yet.">
              A theme is what you look for in a text. Make the first one, or import a codebook.
            </EmptyState>
          ) : (
            <ThemeTree
              codings={codings}
              themes={themes}
              counts={annotations && counts}
              search={search}
              selected={selected}
            />
          )}
        </section>
        {selected && (
          <ThemeDetail
            key={selected.id}
            theme={selected}
            codings={codings}
            count={annotations && (counts.get(selected.id) ?? 0)}
          />
        )}
      </div>
      {asking === 'versions' && <VersionsDialog codebook={codebook} themes={catalog.themes} />}
      {selected && asking !== undefined && asking !== 'versions' && (
        <ThemeDialog key={`${asking} ${selected.id}`} asking={asking} theme={selected} codings={codings} />
      )}
    </div>
  )
}

const ask =
  (asking: Asking): (() => void) =>
  () =>
    useCodebookView.setState({ asking })

const ASK = {
  merge: ask('merge'),
  split: ask('split'),
  move: ask('move'),
  delete: ask('delete'),
  versions: ask('versions'),
} as const

function useExport({ id }: Codebook, format: CodebookFormat): () => void {
  const { client } = useWorkspace()
  return useCallback(() => {
    client
      .invoke('codebook.export', { codebookId: id, format })
      .then((exported) => {
        if (!exported) return
        const { exportId, fileName } = exported
        const reveal = (): void => void client.invoke('export.reveal', { exportId }).catch(notifyError)
        notify(`“${fileName}” is written.`, { label: 'Show in folder', run: reveal })
      })
      .catch(notifyError)
  }, [client, id, format])
}

function CodebookName({ codebook }: { readonly codebook: Codebook }): ReactNode {
  const { commit } = useWorkspace()
  // What is typed, until the field is left.
  const [typed, setTyped] = useState<string>()
  const save = (): void => {
    const operations = typed === undefined ? [] : editCodebook(codebook, { name: typed })
    if (operations.length > 0) void commit({ action: 'codebook.edit', operations })
    setTyped(undefined)
  }
  return (
    <input
      className={styles['name']}
      aria-label="Name of the codebook"
      dir="auto"
      maxLength={500}
      value={typed ?? codebook.name}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}
