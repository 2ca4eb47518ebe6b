import type { Duration, PartyAction, Relation, Renewal, Term } from '#domain/agreement/agreement.ts'
import type { FactSource } from '#domain/agreement/fact.ts'
import type { Period } from '#domain/agreement/period.ts'
import type { UncertainDate } from '#domain/agreement/uncertain-date.ts'
import { id, offset } from './anchors.ts'
import { z } from './schema.ts'

/** A passage: a few sentences at most. */
export const words = z.string().max(2000)
/** What somebody or something is called. */
export const name = z.string().max(500)

const factSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), textId: id, start: offset, end: offset, quote: words }),
  z.strictObject({ kind: z.literal('reference'), citation: words }),
  z.strictObject({ kind: z.literal('analyst') }),
]) satisfies z.ZodType<FactSource>

/** A fact with its source; those it was chosen among are kept. */
export function fact<T extends z.ZodType>(value: T) {
  return z.strictObject({
    value,
    status: z.enum(['proposed', 'confirmed']),
    source: factSource.exactOptional(),
    otherwise: z.array(z.strictObject({ value, source: factSource })).exactOptional(),
  })
}

/** A date, of which the day or the month may be unknown. */
export const uncertainDate = z.strictObject({
  iso: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  uncertain: z.boolean().exactOptional(),
}) satisfies z.ZodType<UncertainDate>

/** How long an agreement lasts, as earlier programs kept it: in one piece. */
export const term = z.strictObject({
  duration: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), years: z.number().positive() }),
    z.strictObject({ kind: z.literal('indefinite') }),
  ]),
  renewal: z.strictObject({ automatic: z.boolean(), years: z.number().positive() }).exactOptional(),
  noticeMonths: z.number().positive().exactOptional(),
}) satisfies z.ZodType<Term>

/** A length of time as texts give it. */
export const period = z.strictObject({
  count: z.number().positive(),
  unit: z.enum(['year', 'month', 'day']),
}) satisfies z.ZodType<Period>

/** How long an agreement lasts. */
export const duration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), period }),
  z.strictObject({ kind: z.literal('indefinite') }),
]) satisfies z.ZodType<Duration>

/** By how much it goes on. */
export const renewal = z.strictObject({ automatic: z.boolean(), period }) satisfies z.ZodType<Renewal>

/** What one party did about the agreement, and when. */
export const partyAction = z.strictObject({
  party: name,
  action: z.enum([
    'signature',
    'ratification',
    'acceptance',
    'approval',
    'accession',
    'reservation',
    'declaration',
    'withdrawal',
    'suspension',
  ]),
  date: uncertainDate,
  detail: words.exactOptional(),
  source: factSource,
}) satisfies z.ZodType<PartyAction>

/** What an agreement has to do with another. */
export const relation = z.strictObject({
  kind: z.enum(['supersedes', 'superseded by', 'amends', 'implements', 'compare with']),
  title: name,
  agreementId: id.exactOptional(),
}) satisfies z.ZodType<Relation>
