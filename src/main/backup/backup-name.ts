import type { Instant } from '#domain/shared/time.ts'

/** Why a backup was made. */
export type BackupReason = 'daily' | 'by-hand' | 'before-upgrade' | 'before-restore'

/** What the name of a backup says. */
export interface BackupName {
  /** The file's name without its ending: `2026-11-23T10-00`, `2026-11-23T10-00-before-restore`. */
  readonly id: string
  readonly at: Instant
  readonly reason: BackupReason
}

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)(?:-(by-hand|before-upgrade|before-restore))?(?:-\d{1,3})?$/

/** The id of a backup made at a moment, one that is not taken yet. */
export function newBackupId(at: Instant, reason: BackupReason, taken: ReadonlySet<string>): string {
  const minute = at.slice(0, 16).replace(':', '-')
  const base = reason === 'daily' ? minute : `${minute}-${reason}`
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

/** Reads the name of a file in the backups' folder; nothing when it is not one of ours. */
export function parseBackupName(fileName: string): BackupName | undefined {
  return fileName.endsWith('.zip') ? parseBackupId(fileName.slice(0, -'.zip'.length)) : undefined
}

/** Reads an id; nothing when it is none. An id that can be read is safe in a path. */
export function parseBackupId(id: string): BackupName | undefined {
  const match = NAME.exec(id)
  if (!match) return undefined
  const [, day, hours, minutes, reason] = match
  // Safe: the pattern lists the reasons.
  return { id, at: `${day}T${hours}:${minutes}:00.000Z`, reason: (reason ?? 'daily') as BackupReason }
}
