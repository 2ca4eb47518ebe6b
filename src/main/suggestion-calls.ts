import type { SuggestedTheme } from '#contract/calls.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { treeOf } from '#domain/structure/tree.ts'
import type { PassageRef, Suggestion } from '#domain/suggestion/suggestion.ts'
import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'

/** Answers the call for themes that might fit a provision. */
export function suggestionCalls({
  session,
  settings,
  suggestions,
}: Pick<HandlerParts, 'session' | 'settings' | 'suggestions'>): Pick<Handlers, 'suggestions.list'> {
  return {
    'suggestions.list': async (place) => {
      const library = session.require()
      const found = await suggestions.suggest(library, place, settings.settings.analyst)
      return found.map((suggestion) => named(library.state, suggestion))
    },
  }
}

/** A suggestion with provisions named as they are cited: a window does not know texts that it has not opened. */
function named(state: LibraryState, { themeId, score, reasons }: Suggestion): SuggestedTheme {
  return {
    themeId,
    score,
    reasons: reasons.map(({ spans, words, ...reason }) => ({
      ...(reason.kind === 'neighbour'
        ? { ...reason, like: { ...reason.like, label: labelOf(state, reason.like) } }
        : reason),
      spans: [...spans],
      words: [...words],
    })),
  }
}

function labelOf(state: LibraryState, { textId, provisionId }: PassageRef): string {
  const structure = state.find('structure', textId)
  const tree = structure && treeOf(structure.provisions)
  const provision = tree?.find(provisionId)
  return tree && provision ? citationLabel(tree, provision) : 'a provision'
}
