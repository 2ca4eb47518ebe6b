import { useMemo, type ReactNode } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import { isKept } from '#domain/shared/trash.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Text } from '#domain/text/text.ts'
import { currentTexts, earlierVersions } from '#domain/text/versions.ts'
import type { Catalog } from '../../projection/library-model.ts'
import { Modal } from '../../ui/modal.tsx'
import { Picker, type Choice } from '../../ui/picker.tsx'
import { useCatalog } from '../../workspace/workspace.ts'
import { languageName, versionName } from './text-names.ts'

/** Finds the text to read beside another: first the agreement's own others, then those of other agreements. */
export function BesidePicker({
  text,
  onChoose,
  onClose,
}: {
  readonly text: Text
  readonly onChoose: (textId: TextId) => void
  readonly onClose: () => void
}): ReactNode {
  const catalog = useCatalog()
  const groups = useMemo(
    () => [
      { heading: 'This agreement', choices: ownTexts(catalog, text) },
      { heading: 'Other agreements', choices: otherTexts(catalog, text) },
    ],
    [catalog, text],
  )
  return (
    <Modal open onClose={onClose} title="Read another text beside this">
      <Picker
        label="Read another text beside this"
        placeholder="Agreement, language or version"
        groups={groups.filter(({ choices }) => choices.length > 0)}
        empty="No other text in the library has these words."
        onChoose={(id) => {
          onClose()
          onChoose(id)
        }}
      />
    </Modal>
  )
}

function ownTexts({ texts }: Catalog, text: Text): Choice[] {
  return currentTexts(texts, text.agreementId)
    .flatMap((latest) => [latest, ...earlierVersions(texts, latest)])
    .filter(({ id }) => id !== text.id)
    .map((other) => {
      const isCurrent = currentTexts(texts, text.agreementId).includes(other)
      const name = isCurrent ? languageName(other) : versionName(other)
      return { id: other.id, words: name, content: name }
    })
}

function otherTexts({ agreements, texts }: Catalog, text: Text): Choice[] {
  return [...agreements.values()]
    .filter((agreement) => isKept(agreement) && agreement.id !== text.agreementId)
    .flatMap((agreement) => {
      const current = currentTexts(texts, agreement.id)
      const title = displayTitle(agreement)
      return current.map((other) => {
        const name = current.length > 1 ? `${title}, ${languageName(other)}` : title
        return { id: other.id, words: `${name} ${agreement.title.value}`, content: <bdi>{name}</bdi> }
      })
    })
}
