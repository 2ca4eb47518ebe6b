import { create } from 'zustand'
import type { CallOutput, LibraryInfo, Settings } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import type { Problem } from '#contract/problem.ts'
import type { Author } from '#domain/shared/author.ts'
import { loadQuickThemes } from '../features/annotate/quick-themes.ts'
import { openDexieStore, type OpenStore } from '../projection/dexie-store.ts'
import { openMemoryStore } from '../projection/memory-store.ts'
import { openEarly } from '../projection/early-store.ts'
import { openProjection } from '../projection/open-projection.ts'
import type { Projection } from '../projection/projection.ts'
import { makeCommit, type Commit } from '../workspace/commit.ts'
import { rememberedView, show, useNavigation } from '../workspace/navigation.ts'
import { notify, notifyError } from '../workspace/notify.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { useAppearance } from './appearance.ts'
import { applyLooks, steppedLooks, USUAL_LOOKS } from './reading-looks.ts'
import { useLetterKeys } from '../workspace/letter-keys.ts'
import { lastLibrary } from './last-library.ts'
import { useMainStatus } from './main-events.ts'

/** How long a refused change waits before it is tried again. */
const RETRY_MS = 2000

/** What the window is about: nothing yet, the first screen, a library being opened, a library. */
export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'welcome'; readonly start: CallOutput<'app.start'> }
  | { readonly kind: 'opening'; readonly info: LibraryInfo; readonly share: number | undefined }
  | { readonly kind: 'open'; readonly workspace: Workspace }

/** The stage that the window is at. */
export const useStage = create<{ readonly stage: Stage }>(() => ({ stage: { kind: 'starting' } }))

let settings: Settings | undefined

/** Begins: goes back to the library that was open, or shows the first screen. */
export async function startSession(client: Client): Promise<void> {
  const last = lastLibrary.read()
  const openStore = last && openEarly(last, openDexieStore)
  const start = await client.invoke('app.start')
  settings = start.settings
  useAppearance.setState({ wanted: start.settings.appearance })
  useLetterKeys.setState({ areOn: start.settings.letterKeys })
  applyLooks(start.settings)
  const reopened = start.library ?? (start.reopen && (await reopen(client, start.reopen.token)))
  if (reopened) await enterLibrary(client, reopened, openStore)
  else goTo({ kind: 'welcome', start })
}

/** A library that cannot be opened any more is told about, and the first screen is shown. */
async function reopen(client: Client, token: string): Promise<LibraryInfo | undefined> {
  try {
    return await client.invoke('library.open', { token })
  } catch (error) {
    notifyError(error)
    return undefined
  }
}

/** Makes an opened library the one that the window is about. */
export async function enterLibrary(
  client: Client,
  info: LibraryInfo,
  openStore: OpenStore = openDexieStore,
): Promise<void> {
  useMainStatus.setState({ readOnly: info.readOnly })
  goTo({ kind: 'opening', info, share: undefined })
  const progress = (share: number): void => goTo({ kind: 'opening', info, share })
  const projection = await openProjection(client, info, progress, openStore)
  // A database that fails while in use is not trusted again before the next start; nothing is lost by it.
  projection.onBroken(() => void enterLibrary(client, info, openMemoryStore).catch(notifyError))
  lastLibrary.write(info)
  loadQuickThemes(info.libraryId)
  const commit = commitOf(client, info.libraryId, projection)
  const author = (): Author => ({ name: settings?.analyst ?? '', at: new Date().toISOString() })
  useNavigation.setState({ view: rememberedView(location.hash) })
  const reload = async (): Promise<void> => enterLibrary(client, await client.invoke('library.info'))
  const notices = projection.isAsLeft ? info.notices : [...info.notices, notAsLeft(info)]
  const workspace = { info: { ...info, notices }, client, projection, commit, author, reload }
  goTo({ kind: 'open', workspace })
}

function notAsLeft({ name }: LibraryInfo): Problem {
  return { code: 'library-not-as-left', details: { name } }
}

/** How changes reach the library that was entered last. Changes that wait for the disk outlive its projection. */
let committing: { readonly libraryId: string; readonly commit: Commit } | undefined
let shown: Projection | undefined

function commitOf(client: Client, libraryId: string, projection: Projection): Commit {
  shown = projection
  if (committing?.libraryId === libraryId) return committing.commit
  const commit = makeCommit({
    client,
    libraryId,
    foresee: (operations) => shown?.foresee(operations) ?? (() => undefined),
    applied: async (seq) => shown?.applied(seq),
    onError: notifyError,
    later: (work) => setTimeout(work, RETRY_MS),
  })
  committing = { libraryId, commit }
  return commit
}

/** Lets the open library go and shows the first screen. */
export async function leaveLibrary(client: Client): Promise<void> {
  await client.invoke('library.close')
  show({ kind: 'home' })
  await startSession(client)
}

/** Sets the colours of the window, and keeps the choice. */
export async function setAppearance(client: Client, appearance: Settings['appearance']): Promise<void> {
  useAppearance.setState({ wanted: appearance })
  await keepSettings(client, { appearance })
}

/** Sets the letters and lines of texts by steps, or as usual, and keeps the choice. */
export async function stepLooks(client: Client, size: number, lines: number): Promise<void> {
  const looks = size === 0 && lines === 0 ? USUAL_LOOKS : steppedLooks(settings ?? USUAL_LOOKS, size, lines)
  applyLooks(looks)
  await keepSettings(client, looks)
}

/** Switches keys without Ctrl or ⌘ off or on, keeps the choice and says it. */
export async function toggleLetterKeys(client: Client): Promise<void> {
  const areOn = !useLetterKeys.getState().areOn
  useLetterKeys.setState({ areOn })
  notify(areOn ? 'Keys without Ctrl work again.' : 'Only keys with Ctrl work now. Everything is in Ctrl+K.')
  await keepSettings(client, { letterKeys: areOn })
}

async function keepSettings(client: Client, changed: Partial<Settings>): Promise<void> {
  if (!settings) return
  settings = { ...settings, ...changed }
  await client.invoke('settings.set', settings)
}

function goTo(stage: Stage): void {
  const before = useStage.getState().stage
  if (before.kind === 'open') before.workspace.projection.close()
  useStage.setState({ stage })
}
