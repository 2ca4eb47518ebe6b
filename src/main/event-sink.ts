import type { EventName, EventPayload } from '#contract/events.ts'

/** Tells every window something. */
export type EventSink = <N extends EventName>(event: N, payload: EventPayload<N>) => void
