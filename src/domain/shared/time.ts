/** A point in time as `YYYY-MM-DDTHH:mm:ss.sssZ`: sorts as text, survives JSON, means the same everywhere. */
export type Instant = string

/** Tells the time. Passed in, so that tests can hold it still. */
export interface Clock {
  now(): Instant
}
