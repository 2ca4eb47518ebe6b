import { useSyncExternalStore, type ReactNode } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import { isKept } from '#domain/shared/trash.ts'
import { describeCommand, type CommandId } from '#contract/commands.ts'
import type { Catalog } from '../projection/library-model.ts'
import { Modal } from '../ui/modal.tsx'
import { Picker, type Choice, type ChoiceGroup } from '../ui/picker.tsx'
import { availableCommands, onCommandsChanged, runCommand } from '../workspace/commands.ts'
import { printedKeys } from '../workspace/keys.ts'
import { show, type View } from '../workspace/navigation.ts'
import { IS_MAC } from './key-listener.ts'

/** One list to type into: everything the library holds, and everything that can be done. */
export function Palette({
  open,
  catalog,
  onClose,
}: {
  readonly open: boolean
  /** What the open library holds; nothing while none is open. */
  readonly catalog: Catalog | undefined
  readonly onClose: () => void
}): ReactNode {
  const commands = useAvailable()
  const places = catalog ? placesIn(catalog) : []
  const doing = commands
    .filter((id) => id !== 'view.palette')
    .map((id) => ({
      id,
      words: describeCommand(id).label,
      content: describeCommand(id).label,
      keys: printedKeys(id, IS_MAC),
    }))
  const groups: ChoiceGroup[] = [{ heading: 'Do', choices: doing }]
  if (places.length > 0) groups.push({ heading: 'Open', choices: places.map(({ choice }) => choice) })
  return (
    <Modal open={open} onClose={onClose} title="Search or do">
      <Picker
        label="Search or do"
        placeholder="Search or do…"
        groups={groups}
        empty="Nothing in the library and no command has these words."
        onChoose={(id) => {
          onClose()
          const place = places.find(({ choice }) => choice.id === id)
          if (place) show(place.view)
          else runCommand(id as CommandId)
        }}
      />
    </Modal>
  )
}

interface Place {
  readonly choice: Choice
  readonly view: View
}

function placesIn(catalog: Catalog): Place[] {
  const agreements = [...catalog.agreements.values()].filter(isKept).map((agreement): Place => {
    const title = displayTitle(agreement)
    const words = `${title} ${agreement.title.value}`
    return {
      choice: { id: `agreement:${agreement.id}`, words, content: title },
      view: { kind: 'agreement', agreementId: agreement.id },
    }
  })
  const briefs = [...catalog.briefs.values()].filter(isKept).map((brief): Place => {
    const choice = { id: `brief:${brief.id}`, words: brief.title, content: brief.title }
    return { choice, view: { kind: 'brief', briefId: brief.id } }
  })
  return [...agreements, ...briefs]
}

let snapshot: readonly CommandId[] = []

function useAvailable(): readonly CommandId[] {
  return useSyncExternalStore(onCommandsChanged, () => {
    const now = availableCommands()
    if (now.join() !== snapshot.join()) snapshot = now
    return snapshot
  })
}
