import { useCallback, useState, type ReactNode } from 'react'
import type { VerifyReport } from '#contract/verify.ts'
import { Modal } from '../ui/modal.tsx'
import { useCommand } from '../workspace/commands.ts'
import { notifyError } from '../workspace/notify.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './verify-panel.module.css'

/** “Verify library…”: looks at every byte of the open library that matters, and shows what it finds. */
export function VerifyPanel(): ReactNode {
  const { client } = useWorkspace()
  const [report, setReport] = useState<VerifyReport>()
  useCommand(
    'library.verify',
    useCallback(() => {
      client.invoke('library.verify').then(setReport, notifyError)
    }, [client]),
  )
  if (!report) return undefined
  return (
    <Modal open onClose={() => setReport(undefined)} title="Verification of the library" showTitle>
      <Report report={report} />
    </Modal>
  )
}

function Report({
  report: { name, path, isSound, findings, left, counts },
}: {
  readonly report: VerifyReport
}) {
  return (
    <div className={styles['report']}>
      <p role="status" data-sound={isSound} className={styles['verdict']}>
        {isSound
          ? `“${name}” is in order.`
          : `“${name}” is damaged. Nothing was changed. Copy the folder before anything else.`}
      </p>
      <p className={styles['path']}>{path}</p>
      <p>
        {counts.records} records in {counts.segments} journal files, {counts.snapshots} snapshots,{' '}
        {counts.sources} sources, {counts.backups} backups; {counts.agreements} agreements, {counts.texts}{' '}
        texts, {counts.annotations} annotations.
      </p>
      {findings.length > 0 && (
        <ul aria-label="Findings">
          {findings.map(({ severity, where, what }) => (
            <li key={`${where} ${what}`}>
              <strong>{severity === 'error' ? 'Damaged' : 'Note'}</strong> {where}: {what}
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p>And {left} more of the same kinds.</p>}
    </div>
  )
}
