import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { isCodable, type Theme } from '#domain/codebook/theme.ts'
import type { ProvisionId, ThemeId } from '#domain/shared/id.ts'
import { signOf } from '../../workspace/key-signs.ts'
import { leavesLetters } from '../../workspace/letter-keys.ts'
import { useCommand } from '../../workspace/commands.ts'
import { usePicked } from '../../workspace/picked-provisions.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import type { AnnotationActions } from './annotation-actions.ts'
import { keyedThemes, useQuickThemes, withPins } from './quick-themes.ts'
import { ThemePicker } from './theme-picker.tsx'
import { useEdgeKeys } from './use-edge-keys.ts'
import { useWriting } from './writing.ts'

/** What a chosen theme is for. */
type Asking = { readonly for: 'selection' } | { readonly for: 'provision'; readonly provisionId: ProvisionId }

/** The keys and pickers of annotating: number keys, `/`, `.`, `T`, `N`. Present while a text is read. */
export function AnnotateCommands({
  actions,
  themes,
}: {
  readonly actions: AnnotationActions
  /** Every theme that can be given, in codebook order. */
  readonly themes: readonly Theme[]
}): ReactNode {
  const [asking, setAsking] = useState<Asking>()
  const { span, annotationId, provisionId } = useNavigation()
  const hasPicked = usePicked(({ ids }) => ids.length > 0)
  const hasSubject = span !== undefined || annotationId !== undefined || hasPicked

  const ask = useCallback(() => setAsking({ for: 'selection' }), [])
  useCommand('annotate.theme', hasSubject ? ask : undefined)

  const askForProvision = useCallback(
    () => provisionId !== undefined && setAsking({ for: 'provision', provisionId }),
    [provisionId],
  )
  useCommand('annotate.provision', provisionId === undefined ? undefined : askForProvision)

  const repeat = useCallback(() => {
    const last = lastGiven(useQuickThemes.getState().recent, themes)
    if (last !== undefined) void actions.tagSelection(last)
  }, [actions, themes])
  const { recent } = useQuickThemes()
  useCommand('annotate.repeat', hasSubject && lastGiven(recent, themes) !== undefined ? repeat : undefined)

  const note = useCallback(() => {
    void actions.noteOnSelection().then((writingId) => {
      if (writingId === undefined) return
      useWriting.setState({ writingId })
      useNavigation.setState({ annotationId: writingId, inspectorOpen: true })
    })
  }, [actions])
  useCommand('annotate.note', hasSubject || provisionId !== undefined ? note : undefined)

  useEffect(() => useQuickThemes.setState((keys) => withPins(keys, themes)), [themes])
  useNumberKeys(actions, themes)
  useEdgeKeys(actions)

  const choose = (themeId: ThemeId): void => {
    if (asking?.for === 'provision') void actions.tagProvision(asking.provisionId, themeId)
    else void actions.tagSelection(themeId)
  }
  if (!asking) return undefined
  return (
    <ThemePicker
      open
      title={asking.for === 'provision' ? 'Tag the whole provision with a theme' : 'Tag with a theme'}
      themes={themes}
      onChoose={choose}
      onClose={() => setAsking(undefined)}
    />
  )
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
