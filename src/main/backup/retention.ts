import type { BackupName } from './backup-name.ts'

/** How many are kept: one for each of the last days, weeks and months that have one. */
const KEPT = { days: 7, weeks: 8, months: 12 }

const DAY_MS = 86_400_000

/**
 * The backups that have had their time. Only those that Pacta makes by itself every day go; what the user asked for,
 * and what was made before an upgrade or a restore, stays.
 */
export function outlived(backups: readonly BackupName[]): BackupName[] {
  const daily = backups.filter(({ reason }) => reason === 'daily').sort((a, b) => (a.at < b.at ? 1 : -1))
  const kept = new Set([
    ...latestOfEach(daily, ({ at }) => at.slice(0, 10), KEPT.days),
    ...latestOfEach(daily, ({ at }) => weekOf(at), KEPT.weeks),
    ...latestOfEach(daily, ({ at }) => at.slice(0, 7), KEPT.months),
  ])
  return daily.filter((backup) => !kept.has(backup))
}

/** The latest of each of the last `count` periods; `backups` come latest first. */
function latestOfEach(
  backups: readonly BackupName[],
  periodOf: (backup: BackupName) => string,
  count: number,
): BackupName[] {
  const latest = new Map<string, BackupName>()
  for (const backup of backups) {
    const period = periodOf(backup)
    if (!latest.has(period)) latest.set(period, backup)
  }
  return [...latest.values()].slice(0, count)
}

/** The Monday of the week of a moment. */
function weekOf(at: string): string {
  const time = Date.parse(`${at.slice(0, 10)}T00:00:00.000Z`)
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7
  return new Date(time - sinceMonday * DAY_MS).toISOString().slice(0, 10)
}
