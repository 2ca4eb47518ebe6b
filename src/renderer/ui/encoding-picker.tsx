import type { ReactNode } from 'react'
import { encodingTitle, type TextEncoding } from '#domain/text/encodings.ts'
import styles from './encoding-picker.module.css'
import { Modal } from './modal.tsx'
import { Picker } from './picker.tsx'

/** Chooses the encoding that a file is written in, by how its words look in each. */
export function EncodingPicker({
  fileName,
  choices,
  onChoose,
  onClose,
}: {
  readonly fileName: string
  readonly choices: readonly { readonly encoding: TextEncoding; readonly sample: string }[]
  readonly onChoose: (encoding: TextEncoding) => void
  readonly onClose: () => void
}): ReactNode {
  const title = `In which encoding do the words of “${fileName}” look right?`
  return (
    <Modal open onClose={onClose} title={title} showTitle>
      <Picker
        label={title}
        placeholder="Encoding or language"
        groups={[
          {
            choices: choices.map(({ encoding, sample }) => ({
              id: encoding,
              words: encodingTitle(encoding),
              content: (
                <>
                  {encodingTitle(encoding)}
                  <bdi className={styles['sample']}>{sample}</bdi>
                </>
              ),
            })),
          },
        ]}
        empty="No encoding has these words."
        onChoose={(id) => {
          const chosen = choices.find(({ encoding }) => encoding === id)
          onClose()
          if (chosen) onChoose(chosen.encoding)
        }}
      />
    </Modal>
  )
}
