import { useCallback, useState, type ReactNode } from 'react'
import { citationLabel, findByAddress } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { Modal } from '../../ui/modal.tsx'
import { useCommand } from '../../workspace/commands.ts'
import styles from './go-to-address.module.css'
import { goToProvision } from './go-to-provision.ts'

/** Goes to a provision by typing its address: `5`, `6(1)(a)`, `preamble`. */
export function GoToAddress({ tree }: { readonly tree: ProvisionTree }): ReactNode {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  useCommand(
    'go.address',
    useCallback(() => {
      setTyped('')
      setOpen(true)
    }, []),
  )
  const found = open ? findByAddress(tree, typed) : undefined
  const go = (): void => {
    if (!found) return
    setOpen(false)
    goToProvision(tree, found)
  }
  return (
    <Modal open={open} onClose={() => setOpen(false)} title="Go to provision">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <input
          aria-label="Address"
          placeholder="5, 6(1)(a), preamble"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p role="status" className={styles['answer']}>
          {typed.trim() === ''
            ? 'Type the number of an article.'
            : found
              ? `${citationLabel(tree, found)} ${found.heading ?? ''}`
              : 'There is no such provision.'}
        </p>
      </form>
    </Modal>
  )
}
