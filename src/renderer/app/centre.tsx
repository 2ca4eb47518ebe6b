import type { ReactNode } from 'react'
import type { Agreement } from '#domain/agreement/agreement.ts'
import { isKept } from '#domain/shared/trash.ts'
import { BackupsScreen } from '../features/backups/backups-screen.tsx'
import { DraftsScreen } from '../features/backups/drafts-screen.tsx'
import { BriefPage } from '../features/brief/brief-page.tsx'
import { HistoryScreen } from '../features/history/history-screen.tsx'
import { TrashScreen } from '../features/history/trash-screen.tsx'
import { CodebookPage } from '../features/codebook/codebook-page.tsx'
import { RecordCard } from '../features/library/record-card.tsx'
import { NotesScreen } from '../features/notes/notes-screen.tsx'
import { ReviewScreen } from '../features/review/review-screen.tsx'
import { textsOf } from '../projection/library-model.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { runCommand } from '../workspace/commands.ts'
import { isScreen, useNavigation } from '../workspace/navigation.ts'
import { useShownText } from '../workspace/use-shown-text.ts'
import { useCatalog } from '../workspace/workspace.ts'
import styles from './centre.module.css'
import { ReadingRoom } from './reading-room.tsx'

/** The middle region: the text that is read, the brief that is written, or the first step. */
export function Centre(): ReactNode {
  const view = useNavigation((state) => state.view)
  const catalog = useCatalog()
  const agreement = view.kind === 'agreement' ? catalog.agreements.get(view.agreementId) : undefined
  const brief = view.kind === 'brief' ? catalog.briefs.get(view.briefId) : undefined
  const codebook = view.kind === 'codebook' ? catalog.codebooks.get(view.codebookId) : undefined
  return (
    <main className={styles['centre']}>
      {agreement && isKept(agreement) && <AgreementView agreement={agreement} />}
      {brief && isKept(brief) && <BriefPage key={brief.id} brief={brief} />}
      {codebook && isKept(codebook) && (
        <CodebookPage
          key={codebook.id}
          codebook={codebook}
          asked={view.kind === 'codebook' ? view.themeId : undefined}
        />
      )}
      {view.kind === 'backups' && <BackupsScreen />}
      {view.kind === 'drafts' && <DraftsScreen />}
      {view.kind === 'trash' && <TrashScreen />}
      {view.kind === 'notes' && <NotesScreen />}
      {view.kind === 'review' && <ReviewScreen key={view.textId} textId={view.textId} />}
      {view.kind === 'history' && <HistoryScreen key={view.of.id} of={view.of} />}
      {!agreement && !brief && !codebook && !isScreen(view) && (
        <Home isEmpty={![...catalog.agreements.values()].some(isKept)} />
      )}
    </main>
  )
}

function Home({ isEmpty }: { readonly isEmpty: boolean }): ReactNode {
  return (
    <div className={styles['home']}>
      <EmptyState
        title={isEmpty ? 'This library is empty.' : 'Choose an agreement or a brief on the left.'}
        action={
          <Button tone={isEmpty ? 'primary' : 'plain'} onClick={() => runCommand('agreement.import')}>
            Import an agreement…
          </Button>
        }
      >
        {isEmpty
          ? 'Import an agreement (text, PDF, Word, web page, XML), or drop its file here. Pacta finds its articles.'
          : 'Or import another text.'}
      </EmptyState>
    </div>
  )
}

function AgreementView({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const catalog = useCatalog()
  const text = useShownText(agreement.id)
  if (text) return <ReadingRoom text={text} />
  return (
    <div className={styles['record']}>
      <h2 dir="auto">{agreement.title.value}</h2>
      <p>The library holds the record of this agreement, without a text.</p>
      <RecordCard agreement={agreement} texts={textsOf(catalog, agreement.id)} />
    </div>
  )
}
