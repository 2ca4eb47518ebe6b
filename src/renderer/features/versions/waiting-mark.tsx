import type { ReactNode } from 'react'
import { levelLabel } from '#domain/bindingness/scale.ts'
import type { Mark, MarkPlace } from '#domain/library/changes/carry-marks.ts'
import { acceptProposal, dismissUncarried, placeByHand } from '#domain/library/changes/uncarried-changes.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { ActionName } from '#domain/library/record.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { anchorOf } from '#domain/text/anchor.ts'
import { Button } from '../../ui/button.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { runCommand } from '../../workspace/commands.ts'
import { showPlace, useNavigation } from '../../workspace/navigation.ts'
import { notify } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import type { CurrentVersion } from './waiting-marks.tsx'
import styles from './waiting-marks.module.css'
import { Words } from './words.tsx'

/** One annotation or assessment that waits: its old words, where they may stand now, and what can be done with it. */
export function WaitingMark({
  mark,
  earlier,
  current,
}: {
  readonly mark: Mark
  readonly earlier: Omit<CurrentVersion, 'isShown'>
  readonly current: CurrentVersion
}): ReactNode {
  const { commit } = useWorkspace()
  const { span, provisionId } = useNavigation(({ span, provisionId }) => ({ span, provisionId }))
  const { text, model, content, isShown } = current
  const { agreementId } = text
  const { uncarried } = mark.value
  const proposal = uncarried?.state === 'review' ? uncarried : undefined
  const old = placeOf(mark, earlier)
  const isTaken = (id: string | undefined): boolean =>
    mark.kind === 'assessment' && id !== undefined && model.assessments.has(id)

  const settle = async (
    action: ActionName,
    operations: readonly Operation[],
    done: string,
  ): Promise<void> => {
    if (operations.length === 0 || (await commit({ action, operations })) !== 'saved') return
    notify(done, { label: 'Undo', run: () => runCommand('edit.undo') })
  }
  const goThere = (start: number): void => showPlace(agreementId, start, undefined, text.id)
  const accept = async (): Promise<void> => {
    if (!proposal) return
    await settle('version.accept', acceptProposal(mark), 'Put in its place in the new version.')
    goThere(proposal.anchor.start)
  }

  const words = mark.kind === 'annotation' && isShown ? span : undefined
  const provision = isShown && provisionId !== undefined ? model.tree.find(provisionId) : undefined
  const isWhole = mark.kind === 'assessment' || mark.value.target.kind === 'provision'
  const chosen: MarkPlace | undefined = words
    ? { textId: text.id, anchor: anchorOf(content, words.start, words.end) }
    : provision && isWhole
      ? {
          textId: text.id,
          anchor: anchorOf(content, provision.start, provision.end),
          provisionId: provision.id,
        }
      : undefined
  const canPlace = chosen !== undefined && !isTaken(chosen.provisionId)
  const canAccept =
    proposal !== undefined &&
    !isTaken(proposal.provisionId) &&
    (mark.kind === 'annotation' || proposal.provisionId !== undefined)
  return (
    <li className={styles['mark']}>
      <div className={styles['what']}>
        <MarkName mark={mark} />
        <span className={styles['state']}>{proposal ? 'To review' : 'Not found'}</span>
      </div>
      <Words
        label={labelAt(earlier.model.tree, old.start)}
        words={old.words}
        isOld
        onShow={() => showPlace(agreementId, old.start, undefined, earlier.text.id)}
      />
      {proposal && (
        <Words
          label={labelAt(model.tree, proposal.anchor.start)}
          words={proposal.anchor.quote}
          onShow={() => goThere(proposal.anchor.start)}
        />
      )}
      <div className={styles['buttons']}>
        {proposal && (
          <Button disabled={!canAccept} onClick={() => void accept()}>
            Accept
          </Button>
        )}
        <Button
          tone={proposal ? 'quiet' : 'plain'}
          disabled={!canPlace}
          title={canPlace ? undefined : hintFor(isWhole)}
          onClick={() =>
            chosen && void settle('version.place', placeByHand(mark, chosen), 'Placed in the new version.')
          }
        >
          {chosen?.provisionId !== undefined && provision
            ? `Place on ${citationLabel(model.tree, provision)}`
            : chosen
              ? 'Place on words'
              : 'Place by hand'}
        </Button>
        <Button
          tone="quiet"
          onClick={() =>
            void settle('version.dismiss', dismissUncarried(mark, text.id), 'Left with the earlier version.')
          }
        >
          Dismiss
        </Button>
      </div>
      {(isTaken(proposal?.provisionId) || isTaken(chosen?.provisionId)) && (
        <p className={styles['hint']}>That provision has a level already.</p>
      )}
    </li>
  )
}

function MarkName({ mark }: { readonly mark: Mark }): ReactNode {
  const { themes } = useCatalog()
  if (mark.kind === 'assessment') {
    const { bindingness } = mark.value
    return bindingness && `Bindingness ${bindingness.level}: ${levelLabel(bindingness.level)}`
  }
  const { themeIds, note } = mark.value
  return (
    <>
      {themeIds.map((id) => {
        const theme = themes.get(id)
        return theme && <ThemeChip key={id} theme={theme} />
      })}
      {note && <span>Note</span>}
    </>
  )
}

/** Where a mark stands in the earlier version, and the words there. */
function placeOf(
  mark: Mark,
  { model, content }: Omit<CurrentVersion, 'isShown'>,
): { start: number; words: string } {
  if (mark.kind === 'annotation') {
    const { start, quote } = mark.value.target.anchor
    return { start, words: quote }
  }
  const provision = model.tree.find(mark.value.provisionId)
  return provision
    ? { start: provision.start, words: content.slice(provision.start, provision.end) }
    : { start: 0, words: '' }
}

function labelAt(tree: ProvisionTree, offset: number): string {
  const provision = tree.at(offset)
  return provision ? citationLabel(tree, provision) : ''
}

function hintFor(isWhole: boolean): string {
  return isWhole
    ? 'Stand at the article in the current version first.'
    : 'Select the words in the current version first.'
}
