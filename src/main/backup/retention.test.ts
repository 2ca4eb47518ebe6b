import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newBackupId,
  parseBackupId,
  parseBackupName,
  type BackupName,
  type BackupReason,
} from './backup-name.ts'
import { outlived } from './retention.ts'

function backup(at: string, reason: BackupReason = 'daily'): BackupName {
  return { id: newBackupId(at, reason, new Set()), at, reason }
}

/** A backup a day at ten, for so many days up to 30 June 2026. */
function days(count: number): BackupName[] {
  const last = Date.UTC(2026, 5, 30, 10)
  return Array.from({ length: count }, (_, i) => backup(new Date(last - i * 86_400_000).toISOString()))
}

/** A user whose rotation runs after every backup. */
function keptAfter(all: readonly BackupName[]): BackupName[] {
  let kept: BackupName[] = []
  for (const one of all.toReversed()) {
    const gone = outlived([...kept, one])
    kept = [...kept, one].filter((b) => !gone.includes(b))
  }
  return kept
}

describe('outlived', () => {
  it('leaves the last seven days', () => {
    expect(outlived(days(7))).toEqual([])
    const kept = keptAfter(days(60)).map(({ at }) => at.slice(0, 10))
    for (const { at } of days(7)) expect(kept).toContain(at.slice(0, 10))
  })

  it('after years leaves a week’s worth of days, eight weeks and twelve months', () => {
    const kept = keptAfter(days(1000))
    expect(kept.length).toBeLessThanOrEqual(7 + 8 + 12)
    const months = new Set(kept.map(({ at }) => at.slice(0, 7)))
    expect(months.size).toBe(12)
    const ages = kept.map(({ at }) => (Date.UTC(2026, 5, 30, 10) - Date.parse(at)) / 86_400_000)
    expect(ages.filter((age) => age < 56).length).toBeGreaterThanOrEqual(13)
    expect(Math.max(...ages)).toBeGreaterThan(330)
  })

  it('never takes the last one, nor one that has a reason of its own', () => {
    const reason = fc.constantFrom<BackupReason>('daily', 'by-hand', 'before-upgrade', 'before-restore')
    const at = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    fc.assert(
      fc.property(fc.array(fc.tuple(at, reason), { minLength: 1, maxLength: 60 }), (made) => {
        const all = made.map(([when, why]) => backup(when, why))
        const gone = outlived(all)
        expect(gone.every((b) => b.reason === 'daily')).toBe(true)
        const daily = all.filter((b) => b.reason === 'daily').sort((a, b) => (a.at < b.at ? 1 : -1))
        expect(gone.some((b) => b.at === daily[0]?.at && b === daily[0])).toBe(false)
      }),
    )
  })

  it('takes the earlier of two on one day', () => {
    const early = backup('2026-03-03T08:00:00.000Z')
    const late = backup('2026-03-03T20:00:00.000Z')
    expect(outlived([late, early])).toEqual([early])
  })
})

describe('the name of a backup', () => {
  it('says when and why, and is never taken twice', () => {
    expect(newBackupId('2026-11-23T10:00:59.999Z', 'daily', new Set())).toBe('2026-11-23T10-00')
    expect(newBackupId('2026-11-23T10:00:00.000Z', 'daily', new Set(['2026-11-23T10-00']))).toBe(
      '2026-11-23T10-00-2',
    )
    expect(parseBackupName('2026-11-23T10-00-before-restore-2.zip')).toEqual({
      id: '2026-11-23T10-00-before-restore-2',
      at: '2026-11-23T10:00:00.000Z',
      reason: 'before-restore',
    })
  })

  it.each(['', '../x', '2026-11-23T10-00/..', '2026-11-23', 'x2026-11-23T10-00', '2026-11-23T10-00-why'])(
    'is not “%s”',
    (id) => {
      expect(parseBackupId(id)).toBeUndefined()
    },
  )
})
