import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agreement } from './agreement.ts'
import { confirmed, proposed } from './fact.ts'
import { factOf, RECORD_FIELDS, withFact } from './record-fields.ts'

const AGREEMENT: Agreement = {
  id: 'a',
  title: confirmed('Treaty of Ardia'),
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'An analyst',
}

const period = fc.record({
  count: fc.integer({ min: 1, max: 999 }),
  unit: fc.constantFrom('year' as const, 'month' as const, 'day' as const),
})

describe('RECORD_FIELDS', () => {
  it.each([
    ['duration', '10 years'],
    ['duration', 'Indefinite'],
    ['renewal', '5 years, automatic'],
    ['renewal', '1 year, by agreement'],
    ['notice', '90 days'],
    ['kind', 'exchange of notes'],
    ['parties', 'Republic of Ardia; Kingdom of Belmark'],
    ['signedOn', '4 March 1951'],
  ] as const)('reads a %s as it writes it: %s', (key, written) => {
    const field = RECORD_FIELDS[key]
    const value = field.read(written)
    // Each row pairs a field with words of its own; the union hides that.
    expect(value !== undefined && (field.write as (v: unknown) => string)(value)).toBe(written)
  })

  it.each([
    ['duration', 'some time'],
    ['notice', '0 months'],
    ['renewal', 'five'],
    ['kind', 'pamphlet'],
    ['parties', ' ; '],
  ] as const)('refuses a %s that cannot be read: %s', (key, typed) => {
    expect(RECORD_FIELDS[key].read(typed)).toBeUndefined()
  })

  it('reads every renewal and every duration that it writes', () => {
    fc.assert(
      fc.property(period, fc.boolean(), (some, automatic) => {
        const { renewal, duration } = RECORD_FIELDS
        expect(renewal.read(renewal.write({ automatic, period: some }))).toEqual({ automatic, period: some })
        expect(duration.read(duration.write({ kind: 'fixed', period: some }))).toEqual({
          kind: 'fixed',
          period: some,
        })
      }),
    )
  })
})

describe('withFact', () => {
  it('sets a fact and takes it away', () => {
    const set = withFact(AGREEMENT, 'signedAt', proposed('Port Arden'))
    expect(factOf(set, 'signedAt')?.value).toBe('Port Arden')
    expect(withFact(set, 'signedAt', undefined)).toEqual(AGREEMENT)
  })

  it('never takes the title away', () => {
    expect(withFact(AGREEMENT, 'title', undefined)).toEqual(AGREEMENT)
  })

  it('reads the parts of a term that is one fact, and parts them when one is changed', () => {
    const source = { kind: 'reference', citation: 'Gazette 4' } as const
    const whole: Agreement = {
      ...AGREEMENT,
      term: confirmed(
        { duration: { kind: 'fixed', years: 20 }, renewal: { automatic: true, years: 5 }, noticeMonths: 12 },
        source,
      ),
    }
    expect(factOf(whole, 'renewal')).toEqual(
      confirmed({ automatic: true, period: { count: 5, unit: 'year' } }, source),
    )
    const changed = withFact(whole, 'notice', confirmed({ count: 6, unit: 'month' }))
    expect(changed.term).toBeUndefined()
    expect(factOf(changed, 'duration')?.value).toEqual({
      kind: 'fixed',
      period: { count: 20, unit: 'year' },
    })
    expect(factOf(changed, 'notice')).toEqual(confirmed({ count: 6, unit: 'month' }))
    expect(factOf(withFact(whole, 'notice', undefined), 'notice')).toBeUndefined()
  })
})
