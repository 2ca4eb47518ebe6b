import { useState, type ReactNode } from 'react'
import type { ProvisionLabel } from '#domain/structure/corrections.ts'
import { PROVISION_KINDS, type Provision, type ProvisionKind } from '#domain/structure/provision.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'
import { KIND_NAMES } from './kind-names.ts'
import styles from './review.module.css'

/** What a provision is, its number and its name, set by hand. */
export function RelabelDialog({
  provision,
  onRelabel,
  onClose,
}: {
  readonly provision: Provision
  readonly onRelabel: (label: ProvisionLabel) => void
  readonly onClose: () => void
}): ReactNode {
  const [kind, setKind] = useState<ProvisionKind>(provision.kind)
  const [number, setNumber] = useState(provision.number ?? '')
  const [heading, setHeading] = useState(provision.heading ?? '')
  return (
    <Modal open onClose={onClose} title="Relabel the provision" showTitle>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          onRelabel({
            kind,
            ...(number.trim() === '' ? {} : { number: number.trim() }),
            ...(heading.trim() === '' ? {} : { heading: heading.trim() }),
          })
        }}
      >
        <label>
          What it is
          <select
            value={kind}
            onChange={({ target }) => {
              const chosen = PROVISION_KINDS.find((one) => one === target.value)
              if (chosen) setKind(chosen)
            }}
          >
            {PROVISION_KINDS.map((one) => (
              <option key={one} value={one}>
                {KIND_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Number, as printed
          <input
            dir="auto"
            value={number}
            maxLength={60}
            onChange={({ target }) => setNumber(target.value)}
          />
        </label>
        <label>
          Name, as printed
          <input
            dir="auto"
            value={heading}
            maxLength={500}
            onChange={({ target }) => setHeading(target.value)}
          />
        </label>
        <div className={styles['buttons']}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary">
            Relabel
          </Button>
        </div>
      </form>
    </Modal>
  )
}
