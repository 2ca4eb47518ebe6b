import type { Ids } from '#domain/shared/id.ts'

/**
 * Stands between windows and paths: a window holds a token, only the main process knows the path. So a window can
 * name no path that the user did not choose.
 */
export interface Tokens {
  /** The token of a path; the same one each time. */
  tokenOf(path: string): string
  /** The path of a token, or nothing when it was never given out. */
  pathOf(token: string): string | undefined
}

/** Makes an empty set of tokens. */
export function makeTokens(ids: Ids): Tokens {
  const byPath = new Map<string, string>()
  const byToken = new Map<string, string>()
  return {
    tokenOf: (path) => {
      const known = byPath.get(path)
      if (known !== undefined) return known
      const token = ids.next()
      byPath.set(path, token)
      byToken.set(token, path)
      return token
    },
    pathOf: (token) => byToken.get(token),
  }
}
