import { BookMarked, BookPlus, FilePlus2, NotebookPen, ScrollText } from 'lucide-react'
import { useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { bySignature, displayTitle, type Agreement } from '#domain/agreement/agreement.ts'
import { formatUncertainDate } from '#domain/agreement/uncertain-date.ts'
import { trashAgreement } from '#domain/library/changes/agreement-changes.ts'
import { trashCodebook } from '#domain/library/changes/codebook-changes.ts'
import { trashBrief } from '#domain/library/changes/brief-changes.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { ActionName } from '#domain/library/record.ts'
import { isKept } from '#domain/shared/trash.ts'
import { IconButton } from '../../ui/button.tsx'
import { rowHeights } from '../../ui/drawn-rows.ts'
import { ItemMenu } from '../../ui/item-menu.tsx'
import { useDrawnRows } from '../../ui/use-drawn-rows.ts'
import { runCommand } from '../../workspace/commands.ts'
import { openScreen, show, useNavigation } from '../../workspace/navigation.ts'
import { notify } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './library-list.module.css'

/** About how high an agreement is in the list, and how far beyond the screen they are drawn. CSS pixels. */
const ROW_HEIGHT = 34
const MARGIN = 600

/** What the library holds: agreements by date, briefs by name. */
export function LibraryList({
  scroller,
}: {
  /** What the list is scrolled with. */
  readonly scroller: RefObject<HTMLElement | null>
}): ReactNode {
  const catalog = useCatalog()
  const view = useNavigation((state) => state.view)
  const { commit, author } = useWorkspace()
  const remove = async (
    action: ActionName,
    operations: readonly Operation[],
    what: string,
  ): Promise<void> => {
    if ((await commit({ action, operations })) !== 'saved') return
    show({ kind: 'home' })
    notify(`${what} deleted.`, { label: 'Undo', run: () => runCommand('edit.undo') })
  }
  const agreements = useMemo(
    () => [...catalog.agreements.values()].filter(isKept).sort(bySignature),
    [catalog.agreements],
  )
  const briefs = [...catalog.briefs.values()].filter(isKept).sort((a, b) => a.title.localeCompare(b.title))
  const codebooks = [...catalog.codebooks.values()]
    .filter(isKept)
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <nav aria-label="Library" className={styles['library']}>
      <Section
        title="Agreements"
        add={
          <IconButton label="Import agreement (Ctrl+I)" onClick={() => runCommand('agreement.import')}>
            <FilePlus2 size={15} />
          </IconButton>
        }
        empty={agreements.length === 0 && 'None yet. Import one, or drop a text file here.'}
      >
        <AgreementRows
          scroller={scroller}
          agreements={agreements}
          onDelete={(agreement) =>
            void remove('agreement.trash', trashAgreement(agreement, author()), 'Agreement')
          }
        />
      </Section>
      <Section
        title="Briefs"
        add={
          <IconButton label="New brief (Ctrl+N)" onClick={() => runCommand('brief.create')}>
            <NotebookPen size={15} />
          </IconButton>
        }
        empty={briefs.length === 0 && 'None yet. A brief argues from what you have marked.'}
      >
        <ul>
          {briefs.map((brief) => (
            <Item
              key={brief.id}
              icon={<NotebookPen size={14} />}
              title={brief.title}
              isCurrent={view.kind === 'brief' && view.briefId === brief.id}
              onOpen={() => show({ kind: 'brief', briefId: brief.id })}
              onDelete={() => void remove('brief.trash', trashBrief(brief, author()), 'Brief')}
            />
          ))}
        </ul>
      </Section>
      <Section
        title="Codebooks"
        add={
          <IconButton label="New codebook" onClick={() => runCommand('codebook.create')}>
            <BookPlus size={15} />
          </IconButton>
        }
        empty={codebooks.length === 0 && 'None. A codebook holds the themes you read for.'}
      >
        <ul>
          {codebooks.map((codebook) => (
            <Item
              key={codebook.id}
              icon={<BookMarked size={14} />}
              title={codebook.name}
              isCurrent={view.kind === 'codebook' && view.codebookId === codebook.id}
              onOpen={() => openScreen({ kind: 'codebook', codebookId: codebook.id })}
              onDelete={() => void remove('codebook.trash', trashCodebook(codebook, author()), 'Codebook')}
            />
          ))}
        </ul>
      </Section>
    </nav>
  )
}

/** The agreements near the screen: a library may hold thousands. */
function AgreementRows({
  scroller,
  agreements,
  onDelete,
}: {
  readonly scroller: RefObject<HTMLElement | null>
  readonly agreements: readonly Agreement[]
  readonly onDelete: (agreement: Agreement) => void
}): ReactNode {
  const list = useRef<HTMLUListElement>(null)
  const view = useNavigation((state) => state.view)
  const heights = useMemo(() => rowHeights(agreements.map(() => ROW_HEIGHT)), [agreements])
  const { drawn } = useDrawnRows({ scroller, list, heights, pinned: [], margin: MARGIN })
  return (
    <ul ref={list}>
      {drawn.map((row) => {
        if (row.kind === 'room')
          return <li key={`room ${row.from}`} aria-hidden="true" style={{ blockSize: row.height }} />
        const agreement = agreements[row.index]
        if (!agreement) return undefined
        return (
          <Item
            key={agreement.id}
            place={{ index: row.index, count: agreements.length }}
            icon={<ScrollText size={14} />}
            title={displayTitle(agreement)}
            detail={yearOf(agreement)}
            isCurrent={view.kind === 'agreement' && view.agreementId === agreement.id}
            onOpen={() => show({ kind: 'agreement', agreementId: agreement.id })}
            onDelete={() => onDelete(agreement)}
          />
        )
      })}
    </ul>
  )
}

function Section({
  title,
  add,
  empty,
  children,
}: {
  readonly title: string
  readonly add: ReactNode
  /** What is said when there is nothing. */
  readonly empty: string | false
  readonly children: ReactNode
}): ReactNode {
  return (
    <section>
      <header className={styles['head']}>
        <h2>{title}</h2>
        {add}
      </header>
      {empty === false ? children : <p className={styles['empty']}>{empty}</p>}
    </section>
  )
}

function Item({
  place,
  icon,
  title,
  detail,
  isCurrent,
  onOpen,
  onDelete,
}: {
  /** Where it stands in a list of which not all is drawn. */
  readonly place?: { readonly index: number; readonly count: number }
  readonly icon: ReactNode
  readonly title: string
  readonly detail?: string | undefined
  readonly isCurrent: boolean
  readonly onOpen: () => void
  readonly onDelete: () => void
}): ReactNode {
  return (
    <li
      className={styles['row']}
      data-current={isCurrent || undefined}
      data-index={place?.index}
      aria-posinset={place && place.index + 1}
      aria-setsize={place?.count}
    >
      <button
        type="button"
        className={styles['item']}
        aria-current={isCurrent ? 'page' : undefined}
        title={title}
        onClick={onOpen}
      >
        <span className={styles['icon']}>{icon}</span>
        <span className={styles['title']} dir="auto">
          {title}
        </span>
        <span className={styles['detail']}>{detail}</span>
      </button>
      <span className={styles['more']}>
        <ItemMenu label={`More about ${title}`} actions={[{ label: 'Delete', run: onDelete }]} />
      </span>
    </li>
  )
}

function yearOf(agreement: Agreement): string | undefined {
  const date = agreement.signedOn?.value
  return date && formatUncertainDate({ ...date, iso: date.iso.slice(0, 4) })
}
