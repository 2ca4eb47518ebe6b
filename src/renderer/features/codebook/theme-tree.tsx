import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import {
  childrenOf,
  depthOf,
  isWithin,
  placeAfterStep,
  placeOf,
  type ThemePlace,
  type ThemeStep,
} from '#domain/codebook/theme-tree.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { Codings } from '#domain/library/changes/retheme.ts'
import { editTheme, moveTheme } from '#domain/library/changes/theme-changes.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { runCommand } from '../../workspace/commands.ts'
import { signOf } from '../../workspace/key-signs.ts'
import { leavesLetters } from '../../workspace/letter-keys.ts'
import { notifyStep } from '../../workspace/notify.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import styles from './codebook.module.css'
import { setClosed, useCodebookView } from './codebook-view.ts'

const STEPS: Readonly<Record<string, ThemeStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

/** Where a dragged theme would fall on a row. */
type Drop = { readonly id: ThemeId; readonly where: 'before' | 'into' | 'after' }

/**
 * The themes as a tree (ARIA tree pattern): arrows go and open, Enter or F2 renames, Alt with arrows moves, N makes
 * a new theme, Delete asks what becomes of the codings.
 */
export function ThemeTree({
  codings: { themes: all },
  themes,
  counts,
  search,
  selected,
}: {
  readonly codings: Codings
  readonly themes: readonly Theme[]
  /** How often each theme is given; nothing while it is being counted. */
  readonly counts: ReadonlyMap<ThemeId, number> | undefined
  readonly search: string
  readonly selected: Theme | undefined
}): ReactNode {
  const { commit } = useWorkspace()
  const { closed, renamingId } = useCodebookView()
  const tree = useRef<HTMLDivElement>(null)
  const [drop, setDrop] = useState<Drop>()
  const dragged = useRef<Theme>(undefined)
  const selectedId = selected?.id
  // A theme that was gone to from elsewhere is brought into sight.
  useEffect(() => {
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selectedId])
  const rows = visibleRows(themes, closed, search)
  const hasChildren = (theme: Theme): boolean => themes.some((other) => other.parentId === theme.id)
  const select = (theme: Theme | undefined): void => {
    if (!theme) return
    useCodebookView.setState({ themeId: theme.id })
    document.getElementById(rowId(theme))?.scrollIntoView({ block: 'nearest' })
  }

  const move = async (theme: Theme, place: ThemePlace | undefined): Promise<void> => {
    const operations = place ? moveTheme(all, theme, place) : []
    if (operations.length === 0) return
    if (place?.parentId !== undefined) setClosed(place.parentId, false)
    if ((await commit({ action: 'theme.move', operations })) !== 'saved') return
    useCodebookView.setState({ themeId: theme.id })
    const parent = place?.parentId === undefined ? undefined : all.get(place.parentId)
    notifyStep(parent ? `${theme.code} stands below ${parent.code}.` : `${theme.code} stands outermost.`)
  }

  const press = (event: KeyboardEvent): void => {
    if (!selected || renamingId !== undefined || event.ctrlKey || event.metaKey) return
    const step = STEPS[event.key]
    const at = rows.indexOf(selected)
    const run = (): void | false => {
      if (event.altKey) return step ? void move(selected, placeAfterStep(all, selected, step)) : false
      switch (signOf(event)) {
        case 'ArrowDown':
          return select(rows[at + 1])
        case 'ArrowUp':
          return select(rows[at - 1])
        case 'Home':
          return select(rows[0])
        case 'End':
          return select(rows.at(-1))
        case 'ArrowRight':
          if (closed.has(selected.id)) return setClosed(selected.id, false)
          return select(themes.find((theme) => theme.parentId === selected.id))
        case 'ArrowLeft':
          if (hasChildren(selected) && !closed.has(selected.id)) return setClosed(selected.id, true)
          return select(all.get(selected.parentId ?? ''))
        case 'Enter':
        case 'F2':
          return useCodebookView.setState({ renamingId: selected.id })
        case 'Delete':
          return void runCommand('theme.delete')
        case 'N':
          return leavesLetters() ? false : void runCommand('theme.create')
        default:
          return false
      }
    }
    if (run() !== false) event.preventDefault()
  }

  const rename = (theme: Theme, label: string | undefined): void => {
    useCodebookView.setState({ renamingId: undefined })
    tree.current?.focus()
    const operations = label === undefined ? [] : editTheme(all, theme, { label })
    if (operations.length > 0) void commit({ action: 'theme.edit', operations })
  }

  const dragOver = (event: DragEvent, theme: Theme): void => {
    if (!dragged.current || isWithin(all, theme.id, dragged.current.id)) return
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientY - box.top) / box.height
    const where = share < 0.25 ? 'before' : share > 0.75 ? 'after' : 'into'
    if (drop?.id !== theme.id || drop.where !== where) setDrop({ id: theme.id, where })
  }
  const dropped = (event: DragEvent, target: Theme): void => {
    event.preventDefault()
    const theme = dragged.current
    if (theme && drop) void move(theme, placeOfDrop(all, theme, target, drop.where))
    setDrop(undefined)
  }

  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Themes of the codebook"
      tabIndex={0}
      className={styles['tree']}
      aria-activedescendant={selected && rows.includes(selected) ? rowId(selected) : undefined}
      onKeyDown={press}
    >
      {rows.map((theme) => {
        const siblings = childrenOf(all, theme.codebookId, theme.parentId)
        const count = counts && (counts.get(theme.id) ?? 0)
        const isOpen = search !== '' || !closed.has(theme.id)
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree hears the keys of its rows
          <div
            key={theme.id}
            id={rowId(theme)}
            role="treeitem"
            tabIndex={-1}
            aria-level={depthOf(all, theme) + 1}
            aria-posinset={siblings.indexOf(theme) + 1}
            aria-setsize={siblings.length}
            aria-selected={theme === selected}
            aria-expanded={hasChildren(theme) ? isOpen : undefined}
            aria-label={`${theme.code} ${theme.label}${countWords(count)}`}
            className={styles['row']}
            data-colour={theme.colour}
            data-drop={drop?.id === theme.id ? drop.where : undefined}
            style={{ paddingInlineStart: `${0.5 + depthOf(all, theme) * 1.1}rem` }}
            draggable={renamingId !== theme.id}
            onDragStart={() => {
              dragged.current = theme
            }}
            onDragEnd={() => setDrop(undefined)}
            onDragOver={(event) => dragOver(event, theme)}
            onDrop={(event) => dropped(event, theme)}
            onClick={() => {
              select(theme)
              if (renamingId === undefined) tree.current?.focus()
            }}
            onDoubleClick={() => useCodebookView.setState({ renamingId: theme.id })}
          >
            <button
              type="button"
              tabIndex={-1}
              aria-hidden="true"
              className={styles['twist']}
              onClick={(event) => {
                event.stopPropagation()
                setClosed(theme.id, isOpen)
              }}
            >
              {hasChildren(theme) ? (isOpen ? '▾' : '▸') : ''}
            </button>
            <span className={styles['code']}>{theme.code}</span>
            {renamingId === theme.id ? (
              <NameField theme={theme} onDone={(label) => rename(theme, label)} />
            ) : (
              <span className={styles['label']} dir="auto">
                {theme.label}
              </span>
            )}
            <span className={styles['count']}>{count !== undefined && count > 0 ? count : ''}</span>
          </div>
        )
      })}
      {rows.length === 0 && <p className={styles['none']}>No theme has these words.</p>}
    </div>
  )
}

function NameField({
  theme,
  onDone,
}: {
  readonly theme: Theme
  readonly onDone: (label: string | undefined) => void
}): ReactNode {
  const [label, setLabel] = useState(theme.label)
  return (
    <input
      ref={focusAndSelect}
      className={styles['rename']}
      aria-label={`Name of ${theme.code}`}
      dir="auto"
      maxLength={500}
      value={label}
      onChange={(event) => setLabel(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => onDone(label)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') onDone(label)
        if (event.key === 'Escape') onDone(undefined)
      }}
    />
  )
}

function focusAndSelect(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}

function rowId(theme: Theme): string {
  return `theme-${theme.id}`
}

/** The rows on screen: what is open, or what has the words searched for, with the themes above it. */
function visibleRows(themes: readonly Theme[], closed: ReadonlySet<ThemeId>, search: string): Theme[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const above = (theme: Theme): Theme[] => {
    const parent = byId.get(theme.parentId ?? '')
    return parent ? [parent, ...above(parent)] : []
  }
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    return themes.filter((theme) => !above(theme).some((parent) => closed.has(parent.id)))
  }
  const hits = themes.filter((theme) => {
    const { code, label, definition = '', include = '' } = theme
    const text = `${code} ${label} ${definition} ${include}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const shown = new Set(hits.flatMap((theme) => [theme, ...above(theme)]))
  return themes.filter((theme) => shown.has(theme))
}

function placeOfDrop(
  themes: Codings['themes'],
  theme: Theme,
  target: Theme,
  where: Drop['where'],
): ThemePlace {
  const { codebookId } = target
  if (where === 'into') {
    return { codebookId, parentId: target.id, index: childrenOf(themes, codebookId, target.id).length }
  }
  const place = placeOf(themes, target)
  const others = childrenOf(themes, codebookId, target.parentId).filter((other) => other.id !== theme.id)
  return { ...place, index: others.indexOf(target) + (where === 'after' ? 1 : 0) }
}

function countWords(count: number | undefined): string {
  if (count === undefined) return ''
  return count === 1 ? ', 1 coding' : `, ${count} codings`
}
