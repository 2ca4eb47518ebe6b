import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'

/** Answers the call for themes that might fit a provision. */
export function suggestionCalls({
  session,
  settings,
  suggestions,
}: Pick<HandlerParts, 'session' | 'settings' | 'suggestions'>): Pick<Handlers, 'suggestions.list'> {
  return {
    'suggestions.list': (place) => suggestions.suggest(session.require(), place, settings.settings.analyst),
  }
}
