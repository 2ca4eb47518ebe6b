import { useMemo } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import {
  addAnnotation,
  setAnchor,
  setNote,
  setThemes,
  trashAnnotation,
} from '#domain/library/changes/annotation-changes.ts'
import { addExample } from '#domain/library/changes/theme-changes.ts'
import { codePlaces, type Place } from '#domain/library/changes/code-places.ts'
import { versionsInForce } from '#domain/library/changes/retheme.ts'
import { richText, type RichNode } from '#domain/rich-text/rich-text.ts'
import type { AnnotationId, ProvisionId, TextId, ThemeId } from '#domain/shared/id.ts'
import { isPrintedNumber } from '#domain/structure/printed-number.ts'
import { anchorOf } from '#domain/text/anchor.ts'
import { moveEdge } from '#domain/text/word-steps.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { announce } from '../../workspace/announce.ts'
import { pointedProvision } from '../../workspace/here.ts'
import { usePicked } from '../../workspace/picked-provisions.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { notify, notifyStep } from '../../workspace/notify.ts'
import { runCommand } from '../../workspace/commands.ts'
import { saveTyped } from '../../workspace/save-typed.ts'
import { useWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { noteUse } from './quick-themes.ts'
import { tellDeleted, tellGiven, tellTaken } from './tell-coding.ts'

/** What can be done to the annotations of one text. */
export interface AnnotationActions {
  /**
   * Gives the selected words a theme: to the selected annotation if it is about just these words, otherwise as a new
   * annotation. Without a selection the selected annotation gets it. Returns what was tagged.
   */
  tagSelection(themeId: ThemeId): Promise<AnnotationId | undefined>
  /** Tags a provision as a whole. */
  tagProvision(provisionId: ProvisionId, themeId: ThemeId): Promise<AnnotationId | undefined>
  /**
   * What to write a note on: the selected annotation, the selected words, or else the provision stood at, down to the
   * paragraph or point that was gone to by its address.
   */
  noteOnSelection(): Promise<AnnotationId | undefined>
  /** Gives many places one theme, as one step for undo, and says how many were marked. */
  codePlaces(
    action: 'annotation.hits' | 'annotation.provisions',
    places: readonly Place[],
    themeId: ThemeId,
  ): Promise<void>
  /** Moves an edge of the selected annotation by a word. Moves of one sitting are one step for undo. */
  moveEdge(edge: 'start' | 'end', direction: 'forward' | 'backward', sitting: string): Promise<void>
  removeTheme(annotation: Annotation, themeId: ThemeId): Promise<void>
  saveNote(annotation: Annotation, sitting: string, blocks: readonly RichNode[]): Promise<boolean>
  trash(annotation: Annotation): Promise<void>
  /** Takes the words of an annotation as an example of one of its themes. */
  takeAsExample(annotation: Annotation, themeId: ThemeId): Promise<void>
}

/** Actions on a text; nothing while the text is not loaded. */
export function useAnnotationActions(
  textId: TextId | undefined,
  content: string | undefined,
): AnnotationActions | undefined {
  const workspace = useWorkspace()
  return useMemo(
    () =>
      textId === undefined || content === undefined
        ? undefined
        : annotationActions(workspace, textId, content),
    [workspace, textId, content],
  )
}

/** An annotation of some words is what is worked on from now on; unless others have been selected since, or are about to be. */
function selectInstead(
  annotationId: AnnotationId,
  words: { readonly start: number; readonly end: number },
): void {
  const { span } = useNavigation.getState()
  if (!span) useNavigation.setState({ annotationId })
  else if (span.start === words.start && span.end === words.end) select(annotationId)
}

/** An annotation is what is worked on from now on, and no words. */
function select(annotationId: AnnotationId): void {
  getSelection()?.removeAllRanges()
  useNavigation.setState({ annotationId, span: undefined })
}

/** Says what a theme key waits for. */
export function tellNothingSelected(): void {
  notifyStep('Select words first. T codes a whole provision.')
}

let turn: Promise<unknown> = Promise.resolve()

/** One after the other: the second of two quick keys goes to what the first has made. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work, work)
  turn = done
  return done
}

function annotationActions(workspace: Workspace, textId: TextId, content: string): AnnotationActions {
  const { commit, author, info } = workspace
  // Keys come faster than what they do is drawn: each starts from what the last one left.
  const now = (): TextModel | undefined => workspace.projection.text(textId)
  const language = workspace.projection.catalog.texts.get(textId)?.language ?? 'und'

  const add = async (
    target: { readonly start: number; readonly end: number; readonly provisionId?: ProvisionId },
    themeIds: readonly ThemeId[],
  ): Promise<AnnotationId | undefined> => {
    const id = crypto.randomUUID()
    const anchor = anchorOf(content, target.start, target.end)
    const { provisionId } = target
    // The words are marked now: what is selected is the annotation, and the next key goes to it. Said the moment it is
    // there, so that both are drawn at once.
    const made = (): Annotation | undefined =>
      now()
        ?.spans.overlapping(anchor.start, anchor.end)
        .find((annotation) => annotation.id === id)
    const stop = workspace.projection.onText(textId, () => {
      if (!made()) return
      stop()
      selectInstead(id, target)
    })
    const outcome = await commit({
      action: 'annotation.add',
      operations: addAnnotation(
        {
          id,
          textId,
          target:
            provisionId === undefined ? { kind: 'span', anchor } : { kind: 'provision', provisionId, anchor },
          themeIds,
        },
        author(),
        versionsInForce(workspace.projection.catalog),
      ),
    })
    stop()
    if (outcome !== 'saved') {
      // What was drawn is taken back: the words are worked on again, to be marked once there is room.
      const isSelected = useNavigation.getState().annotationId === id
      if (isSelected)
        useNavigation.setState({ annotationId: undefined, span: provisionId ? undefined : target })
      return undefined
    }
    const annotation = made()
    if (annotation && themeIds[0] !== undefined) tellGiven(workspace, annotation, themeIds[0])
    return id
  }

  const addTheme = async (annotation: Annotation, themeId: ThemeId): Promise<AnnotationId> => {
    if (!annotation.themeIds.includes(themeId)) {
      const versions = versionsInForce(workspace.projection.catalog)
      const themeIds = [...annotation.themeIds, themeId]
      const operations = setThemes(annotation, themeIds, author(), versions)
      if ((await commit({ action: 'annotation.themes', operations })) === 'saved')
        tellGiven(workspace, { ...annotation, themeIds }, themeId)
    }
    select(annotation.id)
    return annotation.id
  }

  /** What the user is working on: the selected words, or else the selected annotation. */
  const subject = (): { span?: { start: number; end: number }; annotation?: Annotation } => {
    const { span, annotationId } = useNavigation.getState()
    if (!span) {
      const selected = annotationId && now()?.annotations.find((a) => a.id === annotationId)
      return selected ? { annotation: selected } : {}
    }
    const same = now()
      ?.spans.overlapping(span.start, span.end)
      .find(
        ({ target }) =>
          target.kind === 'span' && target.anchor.start === span.start && target.anchor.end === span.end,
      )
    return same ? { span, annotation: same } : { span }
  }

  const code: AnnotationActions['codePlaces'] = async (action, places, themeId) => {
    const operations = codePlaces(
      { textId, content, annotations: now()?.annotations ?? [] },
      places,
      themeId,
      {
        author: author(),
        versionOf: versionsInForce(workspace.projection.catalog),
        newId: () => crypto.randomUUID(),
      },
    )
    const code = workspace.projection.catalog.themes.get(themeId)?.code ?? 'the theme'
    if (operations.length === 0) return notify(`All of it has ${code} already.`)
    noteUse(info.libraryId, themeId)
    if ((await commit({ action, operations })) !== 'saved') return
    const marked = places.length === 1 ? '1 place has' : `${places.length.toLocaleString()} places have`
    notify(`${marked} ${code} now.`, { label: 'Undo', run: () => runCommand('edit.undo') })
  }

  const ofProvision = (provisionId: ProvisionId): Annotation | undefined =>
    now()?.annotations.find(({ target }) => target.kind === 'provision' && target.provisionId === provisionId)

  return {
    tagSelection: (themeId) =>
      inTurn(async () => {
        const places = usePicked.getState().ids.flatMap((id) => {
          const provision = now()?.tree.find(id)
          return provision ? [{ start: provision.start, end: provision.end, provisionId: id }] : []
        })
        if (places.length > 0) {
          await code('annotation.provisions', places, themeId)
          return undefined
        }
        const { span, annotation } = subject()
        if (!span && !annotation) {
          tellNothingSelected()
          return undefined
        }
        noteUse(info.libraryId, themeId)
        if (annotation) return addTheme(annotation, themeId)
        return span && add(span, [themeId])
      }),
    tagProvision: async (provisionId, themeId) => {
      const provision = now()?.tree.find(provisionId)
      if (!provision) return undefined
      noteUse(info.libraryId, themeId)
      const existing = ofProvision(provisionId)
      return existing ? addTheme(existing, themeId) : add({ ...provision, provisionId }, [themeId])
    },
    noteOnSelection: async () => {
      const { span, annotation } = subject()
      if (annotation) return annotation.id
      if (span) return add(span, [])
      const { provisionId } = useNavigation.getState()
      const provision = now()?.tree.find(pointedProvision(now()?.tree) ?? provisionId ?? '')
      if (!provision) return undefined
      return ofProvision(provision.id)?.id ?? add({ ...provision, provisionId: provision.id }, [])
    },
    codePlaces: code,
    moveEdge: async (edge, direction, sitting) => {
      // The keys come faster than commits: each step starts from what the last one left.
      const now = workspace.projection.text(textId)
      const { annotationId } = useNavigation.getState()
      const annotation = now?.annotations.find(({ id }) => id === annotationId)
      if (!now || !annotation || annotation.target.kind !== 'span') return
      const { tree } = now
      const moved = moveEdge(content, annotation.target.anchor, edge, direction, language, (word) =>
        isPrintedNumber(tree, word),
      )
      if (!moved) return
      const anchor = anchorOf(content, moved.start, moved.end)
      const operations = setAnchor(annotation, anchor, author())
      const outcome = await commit({ action: 'annotation.words', group: sitting, operations })
      if (outcome === 'saved') announce(edge === 'end' ? anchor.quote.slice(-60) : anchor.quote.slice(0, 60))
    },
    removeTheme: async (annotation, themeId) => {
      const themeIds = annotation.themeIds.filter((id) => id !== themeId)
      const versions = versionsInForce(workspace.projection.catalog)
      const operations = setThemes(annotation, themeIds, author(), versions)
      if ((await commit({ action: 'annotation.themes', operations })) === 'saved')
        tellTaken(workspace, annotation, themeId)
    },
    saveNote: async (annotation, sitting, blocks) => {
      const operations = setNote(annotation, richText(blocks), author())
      return saveTyped(workspace, 'annotation.note', sitting, operations)
    },
    takeAsExample: async ({ target: { anchor } }, themeId) => {
      const theme = workspace.projection.catalog.themes.get(themeId)
      if (!theme) return
      const operations = addExample(theme, { quote: anchor.quote, source: { textId, anchor } })
      if (operations.length === 0) return notifyStep(`This is an example of ${theme.code} already.`)
      if ((await commit({ action: 'theme.edit', operations })) !== 'saved') return
      notify(`This is an example of ${theme.code} now.`, {
        label: 'Undo',
        run: () => runCommand('edit.undo'),
      })
    },
    trash: async (annotation) => {
      const operations = trashAnnotation(annotation, author())
      const outcome = await commit({ action: 'annotation.trash', operations })
      if (outcome !== 'saved') return
      useNavigation.setState({ annotationId: undefined })
      tellDeleted(workspace, annotation)
      notify('Annotation deleted.', { label: 'Undo', run: () => runCommand('edit.undo') })
    },
  }
}
