import { useMemo } from 'react'
import { correctStructure, type StructureCorrection } from '#domain/library/changes/structure-changes.ts'
import { spliceText, type TextSplice } from '#domain/text/carry/carry-splice.ts'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { announce } from '../../workspace/announce.ts'
import { notify, notifyError } from '../../workspace/notify.ts'
import { keepContent, useWorkspace } from '../../workspace/workspace.ts'

/** What can be corrected in one text. Each is one step for undo. */
export interface Corrections {
  /** Returns the provision to stand at afterwards; nothing when nothing was done, which has been said. */
  structure(correction: StructureCorrection): Promise<ProvisionId | undefined>
  /** Corrects words of a provision. */
  words(id: ProvisionId, splice: TextSplice): Promise<boolean>
}

const DONE: Readonly<Record<StructureCorrection['kind'], string>> = {
  split: 'Split in two.',
  merge: 'Merged with the provision before.',
  relabel: 'Relabelled.',
  indent: 'Moved a level in.',
  outdent: 'Moved a level out.',
  furniture: 'Marked as no part of the text.',
  check: 'Marked as checked.',
}

const NOT_DONE: Readonly<Record<StructureCorrection['kind'], string>> = {
  split: 'There is nothing to split off here.',
  merge: 'There is no provision before it.',
  relabel: 'It has that label already.',
  indent: 'There is no provision before it on its level.',
  outdent: 'It is on the outermost level, or it is all that its provision says.',
  furniture: 'It is no part of the text already.',
  check: 'Nothing about it is doubted.',
}

/** Corrections of a text. */
export function useCorrections(text: Text, model: TextModel, content: string): Corrections {
  const { commit, client, projection } = useWorkspace()
  return useMemo(
    () => ({
      structure: async (correction) => {
        const { structure, annotations } = model
        const assessments = [...model.assessments.values()]
        const outcome = correctStructure({ content, structure, annotations, assessments }, correction)
        if (outcome.kind === 'assessed') {
          notify('Both provisions have a bindingness, and one would be lost. Clear one of the two first.')
          return undefined
        }
        if (outcome.kind === 'unchanged') {
          notify(NOT_DONE[correction.kind])
          return undefined
        }
        const { operations, stand } = outcome
        const done = await commit({ action: `structure.${correction.kind}`, operations })
        if (done === 'refused') return undefined
        announce(DONE[correction.kind])
        return stand
      },
      words: async (id, splice) => {
        try {
          const corrected = spliceText(content, splice)
          keepContent(await sha256(corrected), corrected)
          const { hash } = text.content
          const { seq } = await client.invoke('text.correct', {
            textId: text.id,
            provisionId: id,
            hash,
            ...splice,
          })
          await projection.applied(seq)
          announce('Corrected.')
          return true
        } catch (error) {
          notifyError(error)
          return false
        }
      },
    }),
    [text, model, content, commit, client, projection],
  )
}

async function sha256(words: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
