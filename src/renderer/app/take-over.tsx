import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Modal } from '../ui/modal.tsx'
import { notifyError } from '../workspace/notify.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import styles from './verify-panel.module.css'

/** The way to write a library again whose lock names another computer: this one, under its old name, for instance. */
export function TakeOver(): ReactNode {
  const { client, reload } = useWorkspace()
  const [isAsked, setIsAsked] = useState(false)
  const takeOver = async (): Promise<void> => {
    setIsAsked(false)
    try {
      await client.invoke('library.takeOver')
      await reload()
    } catch (error) {
      notifyError(error)
    }
  }
  return (
    <>
      {' '}
      <Button onClick={() => setIsAsked(true)}>Take over…</Button>
      <Modal open={isAsked} onClose={() => setIsAsked(false)} title="Take the library over" showTitle>
        <div className={styles['report']}>
          <p>
            Do this only when the library is open on no other computer. If somebody works on it there, both
            would write at the same time, and what one of you writes could be lost.
          </p>
          <div>
            <Button onClick={() => setIsAsked(false)}>Cancel</Button>{' '}
            <Button tone="danger" onClick={() => void takeOver()}>
              Take over
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
