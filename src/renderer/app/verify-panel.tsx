import { useCallback, useState, type ReactNode } from 'react'
import type { Finding, VerifyReport } from '#contract/verify.ts'
import { Button } from '../ui/button.tsx'
import { Modal } from '../ui/modal.tsx'
import { useCommand } from '../workspace/commands.ts'
import { notify, notifyError } from '../workspace/notify.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './verify-panel.module.css'

/** Verifies the library when asked to; the status line shows how far it is, then the report opens. */
export function VerifyPanel(): ReactNode {
  const { client } = useWorkspace()
  const [report, setReport] = useState<VerifyReport>()
  const verify = useCallback(() => {
    client.invoke('library.verify').then(setReport).catch(notifyError)
  }, [client])
  useCommand('library.verify', verify)

  const repair = async (): Promise<void> => {
    const saved = await client.invoke('library.repair')
    if (!saved) return
    setReport(undefined)
    notify(
      `${plural(saved.kept, 'change')} and ${plural(saved.sources, 'source')} are saved in “${saved.path}”.`,
    )
  }

  return (
    <Modal
      open={report !== undefined}
      onClose={() => setReport(undefined)}
      title={report?.isSound === false ? 'The library is damaged' : 'The library is in order'}
      showTitle
    >
      {report && <Report report={report} onRepair={() => void repair().catch(notifyError)} />}
    </Modal>
  )
}

function Report({
  report,
  onRepair,
}: {
  readonly report: VerifyReport
  readonly onRepair: () => void
}): ReactNode {
  const { counts, findings, isSound, left } = report
  return (
    <div className={styles['report']}>
      <p>
        Checked: {plural(counts.records, 'change')} in the journal, {plural(counts.snapshots, 'snapshot')},{' '}
        {plural(counts.sources, 'source')}, {plural(counts.annotations, 'annotation')} against their texts,{' '}
        {plural(counts.backups, 'backup')}, and the drafts.
      </p>
      {findings.length > 0 && (
        <ul aria-label="What was found" className={styles['findings']}>
          {findings.map((finding, i) => (
            <Line key={i} finding={finding} />
          ))}
        </ul>
      )}
      {left > 0 && <p>{plural(left, 'more line')} of the same kinds.</p>}
      {!isSound && (
        <>
          <p>
            Nothing was changed. Copy the folder to a safe place. Then save what can be saved into a new
            folder, or restore a backup.
          </p>
          <div>
            <Button tone="primary" onClick={onRepair}>
              Save into a new folder…
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function Line({ finding: { severity, where, what } }: { readonly finding: Finding }): ReactNode {
  return (
    <li data-severity={severity}>
      <strong>{severity === 'error' ? 'Damaged' : 'Note'}:</strong> <code>{where}</code> {what}
    </li>
  )
}

function plural(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`
}
