import { useCallback, useEffect, useMemo } from 'react'
import type { EntityRef } from '#domain/library/entities.ts'
import type { TextId } from '#domain/shared/id.ts'
import { useCodebookView } from '../features/codebook/codebook-view.ts'
import { textOf } from '../projection/library-model.ts'
import { useCommand } from '../workspace/commands.ts'
import { OPEN_PANEL } from '../workspace/letter-keys.ts'
import { closeScreen, isScreen, openScreen, useNavigation } from '../workspace/navigation.ts'
import { notify, notifyError } from '../workspace/notify.ts'
import { useCatalog, useTextModel, useWorkspace } from '../workspace/workspace.ts'

/** What can be asked for to look back: backups, trash, history, what could not be saved; and taking a library along. */
export function SafetyCommands(): undefined {
  const { client } = useWorkspace()
  const selected = useSelected()
  useCommand(
    'library.backups',
    useCallback(() => openScreen({ kind: 'backups' }), []),
  )
  useCommand(
    'notes.open',
    useCallback(() => openScreen({ kind: 'notes' }), []),
  )
  useCommand(
    'library.trash',
    useCallback(() => openScreen({ kind: 'trash' }), []),
  )
  useCommand(
    'library.drafts',
    useCallback(() => openScreen({ kind: 'drafts' }), []),
  )
  const history = useCallback(() => selected && openScreen({ kind: 'history', of: selected }), [selected])
  useCommand('library.history', selected && history)
  const textId = useOpenText()
  const textHistory = useCallback(
    () => textId !== undefined && openScreen({ kind: 'history', of: { kind: 'text', id: textId } }),
    [textId],
  )
  useCommand('text.history', textId === undefined ? undefined : textHistory)
  useCommand(
    'archive.export',
    useCallback(() => {
      const run = async (): Promise<void> => {
        const exported = await client.invoke('archive.export')
        if (!exported) return
        const { exportId, fileName } = exported
        notify(`The library is in “${fileName}”.`, {
          label: 'Show in folder',
          run: () => void client.invoke('export.reveal', { exportId }).catch(notifyError),
        })
      }
      run().catch(notifyError)
    }, [client]),
  )
  useEffect(() => {
    client
      .invoke('drafts.list')
      .then(({ length }) => {
        if (length === 0) return
        const what = length === 1 ? 'A change was' : `${length} changes were`
        notify(`${what} not saved when Pacta was left.`, {
          label: 'Look',
          run: () => openScreen({ kind: 'drafts' }),
        })
      })
      .catch(notifyError)
  }, [client])
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      // What is open above the screen, a menu or a panel, takes the key first.
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (isScreen(useNavigation.getState().view) && !document.querySelector(OPEN_PANEL)) closeScreen()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [])
  return undefined
}

/** The text that is read or reviewed. */
function useOpenText(): TextId | undefined {
  const view = useNavigation((state) => state.view)
  const catalog = useCatalog()
  if (view.kind === 'review') return view.textId
  return view.kind === 'agreement' ? textOf(catalog, view.agreementId, view.textId)?.id : undefined
}

/** What history would be about: the selected annotation, theme, the provision's assessment, or what is open. */
function useSelected(): EntityRef | undefined {
  const view = useNavigation((state) => state.view)
  const annotationId = useNavigation((state) => state.annotationId)
  const provisionId = useNavigation((state) => state.provisionId)
  const themeId = useCodebookView((state) => state.themeId)
  const catalog = useCatalog()
  const text = view.kind === 'agreement' ? textOf(catalog, view.agreementId, view.textId) : undefined
  const model = useTextModel(text?.id)
  const assessment = provisionId === undefined ? undefined : model?.assessments.get(provisionId)
  const textId = text?.id
  const assessmentId = assessment?.id
  return useMemo(() => {
    if (view.kind === 'brief') return { kind: 'brief', id: view.briefId }
    if (view.kind === 'codebook') {
      const { codebookId } = view
      return themeId !== undefined && catalog.themes.get(themeId)?.codebookId === codebookId
        ? { kind: 'theme', id: themeId }
        : { kind: 'codebook', id: codebookId }
    }
    if (view.kind !== 'agreement') return undefined
    if (textId !== undefined && annotationId !== undefined)
      return { kind: 'annotation', id: annotationId, textId }
    if (textId !== undefined && assessmentId !== undefined)
      return { kind: 'assessment', id: assessmentId, textId }
    return { kind: 'agreement', id: view.agreementId }
  }, [view, textId, annotationId, assessmentId, themeId, catalog.themes])
}
