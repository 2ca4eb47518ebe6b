import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { LibraryInfo } from '#contract/calls.ts'
import type { Client } from '#contract/client.ts'
import type { Author } from '#domain/shared/author.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { ContentHash } from '#domain/text/text.ts'
import type { Catalog, TextModel } from '../projection/library-model.ts'
import type { Projection } from '../projection/projection.ts'
import type { Commit } from './commit.ts'

/** An open library, as everything on screen uses it. */
export interface Workspace {
  readonly info: LibraryInfo
  readonly client: Client
  readonly projection: Projection
  readonly commit: Commit
  /** The analyst, now. */
  readonly author: () => Author
  /** Opens the library's projection anew: after a restore nothing of the old one counts. */
  readonly reload: () => Promise<void>
}

/** Gives the open library to everything below. */
export const WorkspaceContext = createContext<Workspace | undefined>(undefined)

/** The open library. Only used below `WorkspaceContext`. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace outside an open library')
  return workspace
}

/** The catalog, kept up to date. */
export function useCatalog(): Catalog {
  const { projection } = useWorkspace()
  const subscribe = useCallback((listener: () => void) => projection.onCatalog(listener), [projection])
  return useSyncExternalStore(subscribe, () => projection.catalog)
}

/** The model of a text, kept up to date; nothing while it is being loaded. */
export function useTextModel(textId: TextId | undefined): TextModel | undefined {
  const { projection } = useWorkspace()
  const subscribe = useCallback(
    (listener: () => void) => (textId === undefined ? noSubscription : projection.onText(textId, listener)),
    [projection, textId],
  )
  useEffect(() => {
    if (textId !== undefined) void projection.loadText(textId)
  }, [projection, textId])
  return useSyncExternalStore(subscribe, () => (textId === undefined ? undefined : projection.text(textId)))
}

/** The provisions of a text, kept up to date; nothing while it is being loaded. Marks do not change them. */
export function useProvisionTree(textId: TextId | undefined): ProvisionTree | undefined {
  const { projection } = useWorkspace()
  const subscribe = useCallback(
    (listener: () => void) => (textId === undefined ? noSubscription : projection.onText(textId, listener)),
    [projection, textId],
  )
  useEffect(() => {
    if (textId !== undefined) void projection.loadText(textId)
  }, [projection, textId])
  return useSyncExternalStore(subscribe, () =>
    textId === undefined ? undefined : projection.text(textId)?.tree,
  )
}

function noSubscription(): void {}

/** The words of texts, by hash: they never change, so they are fetched once for the life of the window. */
const contents = new Map<ContentHash, Promise<string>>()

/** Those that are here already. */
const present = new Map<ContentHash, string>()

/** Keeps words that this window knows before the library has them, so that a corrected text does not flicker. */
export function keepContent(hash: ContentHash, content: string): void {
  contents.set(hash, Promise.resolve(content))
  present.set(hash, content)
}

/** Fetches the words of a text. */
export function fetchContent(client: Client, hash: ContentHash): Promise<string> {
  const known = contents.get(hash)
  if (known) return known
  const fetched = client.invoke('text.content', { hash })
  contents.set(hash, fetched)
  // A failure is not kept: the file may be back the next time.
  fetched.then(
    (content) => present.set(hash, content),
    () => contents.delete(hash),
  )
  return fetched
}

/** The words of a text; nothing while they are fetched, the error when they cannot be. */
export function useContent(hash: ContentHash | undefined): {
  readonly content?: string
  readonly error?: unknown
} {
  const { client } = useWorkspace()
  const [state, setState] = useState<{ hash?: ContentHash; content?: string; error?: unknown }>({})
  useEffect(() => {
    if (hash === undefined || present.has(hash)) return undefined
    let wanted = true
    fetchContent(client, hash).then(
      (content) => wanted && setState({ hash, content }),
      (error: unknown) => wanted && setState({ hash, error }),
    )
    return () => {
      wanted = false
    }
  }, [client, hash])
  const content = hash === undefined ? undefined : present.get(hash)
  if (content !== undefined) return { content }
  return state.hash === hash ? state : {}
}
