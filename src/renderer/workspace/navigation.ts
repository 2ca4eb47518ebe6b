import { create, type StoreApi } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { beginPicking, usePicked } from './picked-provisions.ts'
import type { EntityRef } from '#domain/library/entities.ts'
import type {
  AgreementId,
  AnnotationId,
  BriefId,
  CodebookId,
  ProvisionId,
  TextId,
  ThemeId,
} from '#domain/shared/id.ts'

/** What the centre shows. */
export type View =
  | { readonly kind: 'home' }
  /** `textId` names one of its texts: another language, an earlier version. */
  | { readonly kind: 'agreement'; readonly agreementId: AgreementId; readonly textId?: TextId }
  | { readonly kind: 'brief'; readonly briefId: BriefId }
  | { readonly kind: 'backups' | 'trash' | 'drafts' | 'notes' }
  | { readonly kind: 'history'; readonly of: EntityRef }
  | { readonly kind: 'review'; readonly textId: TextId }
  /** `themeId` is the theme to be looked at first. */
  | { readonly kind: 'codebook'; readonly codebookId: CodebookId; readonly themeId?: ThemeId }

/** Words of the text that are selected. UTF-16 offsets of its content. */
export interface Span {
  readonly start: number
  readonly end: number
}

interface NavigationState {
  readonly view: View
  /** The agreement that was read last: what a brief most likely argues from. */
  readonly lastAgreementId: AgreementId | undefined
  /** The provision that the reader stands at: what the inspector is about. */
  readonly provisionId: ProvisionId | undefined
  readonly annotationId: AnnotationId | undefined
  readonly span: Span | undefined
  readonly sidebarOpen: boolean
  readonly inspectorOpen: boolean
}

const navigation = create<NavigationState>(() => ({
  view: { kind: 'home' },
  lastAgreementId: undefined,
  provisionId: undefined,
  annotationId: undefined,
  span: undefined,
  sidebarOpen: true,
  inspectorOpen: true,
}))

/**
 * Where the user is. Kept outside React, because keys and menus change it too. It changes with every word that is
 * selected: who uses it says what of it is wanted, and is drawn again only when that is another.
 */
export const useNavigation: (<Wanted>(wanted: (state: NavigationState) => Wanted) => Wanted) &
  Pick<StoreApi<NavigationState>, 'getState' | 'setState' | 'subscribe'> = Object.assign(
  <Wanted>(wanted: (state: NavigationState) => Wanted) => navigation(useShallow(wanted)),
  { getState: navigation.getState, setState: navigation.setState, subscribe: navigation.subscribe },
)

// Words or an annotation are worked on now, not what was picked in the outline: a key must go to what was chosen last.
useNavigation.subscribe(({ annotationId, span }, before) => {
  const isChosen = annotationId !== undefined || span !== undefined
  if (isChosen && (annotationId !== before.annotationId || span !== before.span)) beginPicking(undefined)
})

/** Where a jump should land once the text is drawn; the reading surface takes it and clears it. */
export const useJump = create<{ readonly offset: number | undefined }>(() => ({ offset: undefined }))

// Who has gone elsewhere has left what was picked: a key must not code what is out of sight.
useJump.subscribe(({ offset }) => {
  if (offset !== undefined && usePicked.getState().ids.length > 0) beginPicking(undefined)
})

/** Shows something else in the centre. */
export function show(view: View): void {
  beginPicking(undefined)
  useNavigation.setState({ view, provisionId: undefined, annotationId: undefined, span: undefined })
  if (view.kind === 'agreement') useNavigation.setState({ lastAgreementId: view.agreementId })
  rememberView(view)
}

/** Whether a view is about the library as a whole: it takes the middle and the right, and is left with Escape. */
export function isScreen(view: View): boolean {
  return !['home', 'agreement', 'brief'].includes(view.kind)
}

/** What is come back to, the last one first: what was shown before a screen, and the screen whose history is looked at. */
const behind = create<{ readonly views: readonly View[] }>(() => ({ views: [] }))

/** Shows a screen about the library; `closeScreen` comes back to what is shown now. */
export function openScreen(view: View): void {
  const now = useNavigation.getState().view
  behind.setState(({ views }) => {
    if (!isScreen(now)) return { views: [now] }
    return view.kind === 'history' && ['codebook', 'review'].includes(now.kind)
      ? { views: [now, ...views] }
      : { views }
  })
  show(view)
}

/** Leaves a screen. */
export function closeScreen(): void {
  if (!isScreen(useNavigation.getState().view)) return
  const [last = { kind: 'home' } as const, ...views] = behind.getState().views
  behind.setState({ views })
  show(last)
}

/** Shows an agreement and goes to a place in it: in the text that is named, or else in the one that is shown. */
export function showPlace(
  agreementId: AgreementId,
  offset: number,
  annotationId?: AnnotationId,
  textId?: TextId,
): void {
  const { view } = useNavigation.getState()
  const isShown =
    view.kind === 'agreement' &&
    view.agreementId === agreementId &&
    (textId === undefined || view.textId === textId)
  if (!isShown) show({ kind: 'agreement', agreementId, ...(textId === undefined ? {} : { textId }) })
  useNavigation.setState({ annotationId })
  useJump.setState({ offset })
}

/** Stands at a provision: the inspector shows what is known about it. */
export function standAt(provisionId: ProvisionId | undefined): void {
  useNavigation.setState({ provisionId })
}

const VIEW = /^#\/(agreement|brief|codebook)\/([^/]+)$/

/** Keeps the view in the address, so that a page that has to be loaded again comes back to it. */
function rememberView(view: View): void {
  const id = idOf(view)
  history.replaceState(undefined, '', id === undefined ? '#/' : `#/${view.kind}/${encodeURIComponent(id)}`)
}

function idOf(view: View): string | undefined {
  switch (view.kind) {
    case 'agreement':
      return view.agreementId
    case 'brief':
      return view.briefId
    case 'codebook':
      return view.codebookId
    case 'home':
    case 'backups':
    case 'trash':
    case 'drafts':
    case 'notes':
    case 'history':
    case 'review':
      return undefined
  }
}

/** The view in the address, if there is one. */
export function rememberedView(hash: string): View {
  const [, kind, id] = VIEW.exec(hash) ?? []
  if (kind === 'agreement' && id !== undefined) return { kind, agreementId: decodeURIComponent(id) }
  if (kind === 'brief' && id !== undefined) return { kind, briefId: decodeURIComponent(id) }
  if (kind === 'codebook' && id !== undefined) return { kind, codebookId: decodeURIComponent(id) }
  return { kind: 'home' }
}
