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
    on: (event, listener) =>
      bridge.subscribe((message) => {
        if (!isMessage(message) || message.event !== event) return
        const payload = EVENTS[event].safeParse(message.payload)
        // Safe: parsed with the schema of this very event.
        if (payload.success) listener(payload.data as EventPayload<typeof event>)
      }),
  }
}

function isMessage(value: unknown): value is { event: unknown; payload: unknown } {
  return typeof value === 'object' && value !== null && 'event' in value && 'payload' in value
}
