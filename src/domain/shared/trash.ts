import type { Instant } from './time.ts'

/** When and by whom something was moved to the trash. */
export interface Trashed {
  readonly at: Instant
  readonly by: string
}

/** Something that a user deletes by marking it: it stays in the library and can be restored. */
export interface Trashable {
  readonly trashed?: Trashed
}

/** Whether it is not in the trash. */
export function isKept(thing: Trashable): boolean {
  return thing.trashed === undefined
}
