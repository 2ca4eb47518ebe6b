import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { isCodable, type Theme } from '#domain/codebook/theme.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { AnnotationId, ProvisionId, ThemeId } from '#domain/shared/id.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { pointedProvision, provisionsHere } from '../../workspace/here.ts'
import { signOf } from '../../workspace/key-signs.ts'
import { holdLetters, leavesLetters } from '../../workspace/letter-keys.ts'
import { useCommand } from '../../workspace/commands.ts'
import { usePicked } from '../../workspace/picked-provisions.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { notifyStep } from '../../workspace/notify.ts'
import { tellNothingSelected, type AnnotationActions } from './annotation-actions.ts'
import { keyedThemes, useQuickThemes, withPins } from './quick-themes.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { ThemePicker } from './theme-picker.tsx'
import { useEdgeKeys } from './use-edge-keys.ts'
import { useWriting } from './writing.ts'

/** What a chosen theme is for. */
type Asking =
  | { readonly for: 'selection' }
  /** One of several, the one that is read as a whole first; `chosen` is the one that gets the theme. */
  | { readonly for: 'provision'; readonly offered: readonly ProvisionId[]; readonly chosen: ProvisionId }
  | { readonly for: 'removal'; readonly annotation: Annotation }

/** The keys and pickers of annotating: number keys, `/`, `.`, `T`, `N`. Present while a text is read. */
export function AnnotateCommands({
  actions,
  annotationOf,
  tree,
  themes,
}: {
  readonly actions: AnnotationActions
  /** The annotation with an id, as it is now. */
  readonly annotationOf: (id: AnnotationId) => Annotation | undefined
  readonly tree: ProvisionTree
  /** Every theme that can be given, in codebook order. */
  readonly themes: readonly Theme[]
}): ReactNode {
  const [asking, setAsking] = useState<Asking>()
  const { span, annotationId, provisionId } = useNavigation(({ span, annotationId, provisionId }) => ({
    span,
    annotationId,
    provisionId,
  }))
  const hasPicked = usePicked(({ ids }) => ids.length > 0)
  const hasSubject = span !== undefined || annotationId !== undefined || hasPicked

  const ask = useCallback(() => setAsking({ for: 'selection' }), [])
  useCommand('annotate.theme', hasSubject ? ask : tellNothingSelected)

  const askForProvision = useCallback(() => {
    const offered = provisionsHere(tree)
    const chosen = pointedProvision(tree) ?? offered[0]
    if (chosen !== undefined) setAsking({ for: 'provision', offered, chosen })
  }, [tree])
  useCommand('annotate.provision', provisionId === undefined ? undefined : askForProvision)

  const repeat = useCallback(() => {
    const last = lastGiven(useQuickThemes.getState().recent, themes)
    if (last !== undefined) void actions.tagSelection(last)
  }, [actions, themes])
  const recent = useQuickThemes((keys) => keys.recent)
  useCommand('annotate.repeat', lastGiven(recent, themes) === undefined ? undefined : repeat)

  const note = useCallback(() => {
    const isThere = actions.noteOnSelection().then((writingId) => {
      if (writingId === undefined) return
      useWriting.setState({ writingId })
      useNavigation.setState({ annotationId: writingId, inspectorOpen: true })
    })
    holdLetters(isThere)
  }, [actions])
  useCommand('annotate.note', hasSubject || provisionId !== undefined ? note : undefined)

  const remove = useCallback(() => {
    const annotation = annotationOf(annotationId ?? '')
    const [only, ...others] = annotation?.themeIds ?? []
    if (!annotation || only === undefined) return notifyStep('This annotation has no theme.')
    if (others.length === 0) void actions.removeTheme(annotation, only)
    else setAsking({ for: 'removal', annotation })
  }, [actions, annotationOf, annotationId])
  useCommand('annotation.removeTheme', annotationId === undefined ? undefined : remove)

  const trash = useCallback(() => {
    const annotation = annotationOf(annotationId ?? '')
    if (annotation) void actions.trash(annotation)
  }, [actions, annotationOf, annotationId])
  useCommand('annotation.delete', annotationId === undefined ? undefined : trash)

  useEffect(() => useQuickThemes.setState((keys) => withPins(keys, themes)), [themes])
  useNumberKeys(actions, themes)
  useEdgeKeys(actions)

  const choose = (themeId: ThemeId): void => {
    if (asking?.for === 'provision') void actions.tagProvision(asking.chosen, themeId)
    else if (asking?.for === 'removal') void actions.removeTheme(asking.annotation, themeId)
    else void actions.tagSelection(themeId)
  }
  if (!asking) return undefined
  return (
    <ThemePicker
      open
      title={TITLES[asking.for]}
      themes={
        asking.for === 'removal'
          ? themes.filter(
              ({ id, parentId }) => parentId === undefined || asking.annotation.themeIds.includes(id),
            )
          : themes
      }
      onChoose={choose}
      onClose={() => setAsking(undefined)}
    >
      {asking.for === 'provision' && asking.offered.length > 1 && (
        <ScopeChoice
          tree={tree}
          offered={asking.offered}
          chosen={asking.chosen}
          onChoose={(chosen) => setAsking({ ...asking, chosen })}
        />
      )}
    </ThemePicker>
  )
}

const TITLES: Readonly<Record<Asking['for'], string>> = {
  selection: 'Tag with a theme',
  provision: 'Tag the whole provision with a theme',
  removal: 'Take a theme away',
}

/** The theme used last that can still be given. */
function lastGiven(recent: readonly ThemeId[], themes: readonly Theme[]): ThemeId | undefined {
  return recent.find((id) => themes.some((theme) => theme.id === id && isCodable(theme)))
}

function useNumberKeys(actions: AnnotationActions, themes: readonly Theme[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const modified = event.ctrlKey || event.metaKey || event.altKey
      if (modified || event.defaultPrevented || leavesLetters()) return
      const slot = Number(signOf(event))
      const { slots } = useQuickThemes.getState()
      const given = keyedThemes(slots, themes).find(({ key }) => key === slot)
      if (!given) return
      event.preventDefault()
      void actions.tagSelection(given.theme.id)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [actions, themes])
}
