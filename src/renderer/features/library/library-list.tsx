import { BookMarked, BookPlus, FilePlus2, NotebookPen, ScrollText } from 'lucide-react'
import type { ReactNode } from 'react'
import { bySignature, displayTitle, type Agreement } from '#domain/agreement/agreement.ts'
import { formatUncertainDate } from '#domain/agreement/uncertain-date.ts'
import { trashAgreement } from '#domain/library/changes/agreement-changes.ts'
import { trashCodebook } from '#domain/library/changes/codebook-changes.ts'
import { trashBrief } from '#domain/library/changes/brief-changes.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { ActionName } from '#domain/library/record.ts'
import { isKept } from '#domain/shared/trash.ts'
import { IconButton } from '../../ui/button.tsx'
import { ItemMenu } from '../../ui/item-menu.tsx'
import { runCommand } from '../../workspace/commands.ts'
import { show, useNavigation } from '../../workspace/navigation.ts'
import { notify } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './library-list.module.css'

/** What the library holds: agreements by date, briefs by name. */
export function LibraryList(): ReactNode {
  const catalog = useCatalog()
  const { view } = useNavigation()
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
  const agreements = [...catalog.agreements.values()].filter(isKept).sort(bySignature)
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
        empty="None yet. Import one, or drop a text file here."
      >
        {agreements.map((agreement) => (
          <Item
            key={agreement.id}
            icon={<ScrollText size={14} />}
            title={displayTitle(agreement)}
            detail={yearOf(agreement)}
            isCurrent={view.kind === 'agreement' && view.agreementId === agreement.id}
            onOpen={() => show({ kind: 'agreement', agreementId: agreement.id })}
            onDelete={() => void remove('agreement.trash', trashAgreement(agreement, author()), 'Agreement')}
          />
        ))}
      </Section>
      <Section
        title="Briefs"
        add={
          <IconButton label="New brief (Ctrl+N)" onClick={() => runCommand('brief.create')}>
            <NotebookPen size={15} />
          </IconButton>
        }
        empty="None yet. A brief argues from what you have marked."
      >
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
      </Section>
      <Section
        title="Codebooks"
        add={
          <IconButton label="New codebook" onClick={() => runCommand('codebook.create')}>
            <BookPlus size={15} />
          </IconButton>
        }
        empty="None. A codebook holds the themes you read for."
      >
        {codebooks.map((codebook) => (
          <Item
            key={codebook.id}
            icon={<BookMarked size={14} />}
            title={codebook.name}
            isCurrent={view.kind === 'codebook' && view.codebookId === codebook.id}
            onOpen={() => show({ kind: 'codebook', codebookId: codebook.id })}
            onDelete={() => void remove('codebook.trash', trashCodebook(codebook, author()), 'Codebook')}
          />
        ))}
      </Section>
    </nav>
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
  readonly empty: string
  readonly children: readonly ReactNode[]
}): ReactNode {
  return (
    <section>
      <header className={styles['head']}>
        <h2>{title}</h2>
        {add}
      </header>
      {children.length === 0 ? <p className={styles['empty']}>{empty}</p> : <ul>{children}</ul>}
    </section>
  )
}

function Item({
  icon,
  title,
  detail,
  isCurrent,
  onOpen,
  onDelete,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly detail?: string | undefined
  readonly isCurrent: boolean
  readonly onOpen: () => void
  readonly onDelete: () => void
}): ReactNode {
  return (
    <li className={styles['row']} data-current={isCurrent || undefined}>
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
