import { CALLS, replyEnvelope, type CallInput, type CallName, type CallOutput } from './calls.ts'
import type { PactaBridge } from './channels.ts'
import { PactaError } from './errors.ts'
import { EVENTS, type EventName, type EventPayload } from './events.ts'

/** What a call takes, as arguments: none when it takes nothing. */
type Arguments<N extends CallName> = CallInput<N> extends void ? [] : [CallInput<N>]

/** A window's side of the contract. */
export interface Client {
  /** Makes a call. @throws PactaError with the code that came back; `internal` when the reply itself is unfit. */
  invoke<N extends CallName>(name: N, ...input: Arguments<N>): Promise<CallOutput<N>>
  /** Listens to one event until the returned function is called. */
  on<N extends EventName>(event: N, listener: (payload: EventPayload<N>) => void): () => void
}

/** Makes calls and hears events over a bridge, checking everything that arrives. */
export function makeClient(bridge: PactaBridge): Client {
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  // One for all: every message crosses into the window once, and is read once.
  bridge.subscribe((message) => {
    const { event, payload } = messageOf(message)
    const told = listeners.get(event as EventName)
    if (!told || told.size === 0) return
    const checked = EVENTS[event as EventName].safeParse(payload)
    // Safe: parsed with the schema of this very event.
    // A copy: who begins to listen now has not missed it.
    if (checked.success) for (const listener of new Set(told)) listener(checked.data as never)
  })
  return {
    invoke: async (name, ...[input]) => {
      const reply = replyEnvelope.safeParse(await bridge.invoke(name, input))
      if (!reply.success) throw new PactaError('internal', {}, { cause: reply.error })
      if (!reply.data.ok) throw new PactaError(reply.data.code, reply.data.details)
      const output = CALLS[name].output.safeParse(reply.data.output)
      if (!output.success) throw new PactaError('internal', {}, { cause: output.error })
      // Safe: parsed with the schema of this very call.
      return output.data as CallOutput<typeof name>
    },
    on: (event, listener) => {
      const told = listeners.get(event) ?? new Set()
      listeners.set(event, told.add(listener))
      return () => told.delete(listener)
    },
  }
}

/** What a message says; nothing for one that is none of ours. */
function messageOf(message: string): { readonly event?: unknown; readonly payload?: unknown } {
  try {
    const said: unknown = JSON.parse(message)
    return typeof said === 'object' && said !== null ? said : {}
  } catch {
    return {}
  }
}
