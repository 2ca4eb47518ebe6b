import { useMemo, useRef, useState, type ReactNode } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import type { StructureCorrection } from '#domain/library/changes/structure-changes.ts'
import type { ProvisionId, TextId } from '#domain/shared/id.ts'
import { suspectsOf } from '#domain/structure/doubts.ts'
import { ownRange } from '#domain/structure/splice-provisions.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { Button } from '../../ui/button.tsx'
import { Screen, TwoPanes } from '../../ui/screen.tsx'
import { closeScreen, openScreen } from '../../workspace/navigation.ts'
import { useCatalog, useContent, useTextModel } from '../../workspace/workspace.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { RelabelDialog } from './relabel-dialog.tsx'
import { ReviewList } from './review-list.tsx'
import { ReviewText } from './review-text.tsx'
import { ReviewTools, type ReviewTool } from './review-tools.tsx'
import { startOfCaret, useCaretKeys } from './use-caret-keys.ts'
import { useCorrections } from './use-corrections.ts'
import { useReviewKeys } from './use-review-keys.ts'

/** The structure of a text beside its words, what is doubtful first, with the tools to correct both. */
export function ReviewScreen({ textId }: { readonly textId: TextId }): ReactNode {
  const { texts, agreements } = useCatalog()
  const text = texts.get(textId)
  const agreement = text && agreements.get(text.agreementId)
  const model = useTextModel(textId)
  const { content } = useContent(text?.content.hash)
  if (!text || !agreement || !model || content === undefined) return undefined
  return (
    <Screen
      title={`Review of ${displayTitle(agreement)}`}
      lead="What Pacta is not sure of stands first. Every correction is one step, which Ctrl+Z takes back; what you have marked follows."
      actions={
        <Button onClick={() => openScreen({ kind: 'history', of: { kind: 'text', id: text.id } })}>
          History
        </Button>
      }
      onClose={closeScreen}
    >
      <Review text={text} model={model} content={content} />
    </Screen>
  )
}

interface ReviewProps {
  readonly text: Text
  readonly model: TextModel
  readonly content: string
}

function Review({ text, model, content }: ReviewProps): ReactNode {
  const { tree } = model
  const suspects = useMemo(() => suspectsOf(tree, content), [tree, content])
  const [chosenId, setChosenId] = useState<ProvisionId>()
  const [caret, setCaret] = useState<number>()
  const [dialog, setDialog] = useState<'relabel' | 'correct'>()
  const corrections = useCorrections(text, model, content)
  // What the reader stood at may be gone, by undo or by a correction elsewhere.
  const stood = tree.find(chosenId ?? '') ?? suspects[0]?.provision ?? tree.provisions[0]
  const busy = useRef(false)

  const stand = (id: ProvisionId): void => {
    setChosenId(id)
    setCaret(undefined)
  }
  const correct = async (correction: StructureCorrection): Promise<void> => {
    // One after the other: each begins with what the one before has left.
    if (busy.current) return
    busy.current = true
    const next = await corrections.structure(correction).finally(() => (busy.current = false))
    if (next === undefined) return
    if (correction.kind !== 'check') return stand(next)
    // What is checked is done with: the next doubt, if there is one.
    const rest = suspects.filter(({ provision }) => provision.id !== next)
    const at = suspects.findIndex(({ provision }) => provision.id === next)
    stand((rest[Math.max(0, at)] ?? rest[0])?.provision.id ?? next)
  }
  const apply = (tool: ReviewTool): void => {
    if (!stood) return
    const { id } = stood
    if (tool === 'relabel' || tool === 'correct') setDialog(tool)
    else if (tool !== 'split') void correct({ kind: tool, id })
    else if (caret !== undefined) void correct({ kind: 'split', offset: caret })
    else setCaret(startOfCaret(ownRange(tree.provisions, content, id), content))
  }
  useReviewKeys({
    provisions: tree.provisions,
    suspects,
    stood,
    onStand: stand,
    onUse: apply,
    isOff: dialog !== undefined,
  })
  useCaretKeys({
    caret,
    within: stood && ownRange(tree.provisions, content, stood.id),
    content,
    text,
    onMove: setCaret,
    onSplit: () => apply('split'),
  })

  return (
    <>
      <ReviewTools
        hasCaret={caret !== undefined}
        isDoubted={suspects.some((s) => s.provision === stood)}
        onUse={apply}
      />
      <TwoPanes
        list={<ReviewList suspects={suspects} tree={tree} stoodId={stood?.id} onStand={stand} />}
        detail={
          <ReviewText
            text={text}
            tree={tree}
            content={content}
            suspects={suspects}
            stoodId={stood?.id}
            caret={caret}
            onStand={stand}
            onCaret={setCaret}
          />
        }
      />
      {stood && dialog === 'relabel' && (
        <RelabelDialog
          provision={stood}
          onClose={() => setDialog(undefined)}
          onRelabel={(label) => {
            setDialog(undefined)
            void correct({ kind: 'relabel', id: stood.id, label })
          }}
        />
      )}
      {stood && dialog === 'correct' && (
        <CorrectDialog
          text={text}
          model={model}
          content={content}
          provision={stood}
          onClose={() => setDialog(undefined)}
          onCorrect={(splice) => {
            setDialog(undefined)
            void corrections.words(stood.id, splice)
          }}
        />
      )}
    </>
  )
}
