import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { FileDown } from 'lucide-react'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { Brief, Paper } from '#domain/brief/brief.ts'
import { renameBrief, setBlocks, setPaper } from '#domain/library/changes/brief-changes.ts'
import type { RichNode } from '#domain/rich-text/rich-text.ts'
import { FormatToolbar } from '../../editor/format-toolbar.tsx'
import { ProvisionLinks } from '../../editor/provision-links.tsx'
import { RichTextEditor } from '../../editor/rich-text-editor.tsx'
import { Button } from '../../ui/button.tsx'
import { runCommand, useCommand } from '../../workspace/commands.ts'
import { flushAll } from '../../workspace/flush.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { saveTyped } from '../../workspace/save-typed.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { BRIEF_NODES } from './brief-nodes.tsx'
import styles from './brief-page.module.css'
import { BriefTitle } from './brief-title.tsx'
import { setBriefEditor } from './open-brief-editor.ts'

/** A brief as a page to write on. */
export function BriefPage({ brief }: { readonly brief: Brief }): ReactNode {
  const workspace = useWorkspace()
  const { client, commit, author, projection } = workspace
  const [sitting] = useState(() => crypto.randomUUID())
  // What is saved is compared with the brief as it is at that moment, not as it was when this was drawn.
  const now = (): Brief => projection.catalog.briefs.get(brief.id) ?? brief
  const saveBlocks = (blocks: readonly RichNode[]): Promise<boolean> =>
    saveTyped(workspace, 'brief.edit', sitting, setBlocks(now(), blocks, author()))

  const exportPdf = useCallback(() => {
    const run = async (): Promise<void> => {
      await flushAll()
      const exported = await client.invoke('brief.exportPdf', { briefId: brief.id })
      if (!exported) return
      const { exportId, fileName, pages } = exported
      notify(`“${fileName}” is written: ${pages} ${pages === 1 ? 'page' : 'pages'}.`, {
        label: 'Show in folder',
        run: () => void client.invoke('export.reveal', { exportId }).catch(notifyError),
      })
    }
    run().catch(notifyError)
  }, [client, brief.id])
  useCommand('brief.exportPdf', exportPdf)

  const choosePaper = (paper: Paper): void => {
    const operations = setPaper(now(), paper)
    if (operations.length > 0) void commit({ action: 'brief.paper', operations })
  }

  return (
    <div className={styles['frame']}>
      <div className={styles['scroller']}>
        <article className={styles['page']} aria-label={brief.title} lang={brief.language}>
          <RichTextEditor
            documentKey={brief.id}
            blocks={brief.blocks}
            save={saveBlocks}
            label="Brief"
            placeholder="Write here. Quotations come from the list on the right."
            own={BRIEF_NODES}
            className={styles['surface']}
          >
            <div className={styles['bar']}>
              <FormatToolbar />
              <span className={styles['gap']} />
              <label className={styles['paper']}>
                Paper
                <select value={brief.paper} onChange={(event) => choosePaper(paperOf(event.target.value))}>
                  <option>A4</option>
                  <option>Letter</option>
                </select>
              </label>
              <Button icon={<FileDown size={15} />} onClick={() => runCommand('brief.exportPdf')}>
                Export PDF
              </Button>
            </div>
            <BriefTitle
              key={brief.id}
              title={brief.title}
              onSave={(title) =>
                saveTyped(workspace, 'brief.title', sitting, renameBrief(now(), title, author()))
              }
            />
            <EditorHandle />
            <LastReadLinks />
          </RichTextEditor>
        </article>
      </div>
    </div>
  )
}

function paperOf(value: string): Paper {
  return value === 'Letter' ? 'Letter' : 'A4'
}

/** `@` links to the agreement that was read last, what a brief most likely argues from, and to others by their titles. */
function LastReadLinks(): ReactNode {
  const agreementId = useNavigation(({ lastAgreementId }) => lastAgreementId)
  return <ProvisionLinks key={agreementId} agreementId={agreementId} />
}

/** Makes the page's editor known, so that evidence can be inserted from the list beside it. */
function EditorHandle(): undefined {
  const [editor] = useLexicalComposerContext()
  useEffect(() => setBriefEditor(editor), [editor])
  return undefined
}
