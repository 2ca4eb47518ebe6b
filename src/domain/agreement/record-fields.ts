import type { Agreement, Duration, InstrumentKind, Renewal } from './agreement.ts'
import { INSTRUMENT_KINDS } from './agreement.ts'
import type { Fact } from './fact.ts'
import { formatPeriod, parsePeriod, type Period } from './period.ts'
import { formatUncertainDate, parseUncertainDate, type UncertainDate } from './uncertain-date.ts'

/** The facts of a record that an analyst reads and writes as words, in the order of the record. */
export interface RecordValues {
  title: string
  kind: InstrumentKind
  parties: readonly string[]
  signedOn: UncertainDate
  signedAt: string
  entryIntoForce: string
  inForceOn: UncertainDate
  duration: Duration
  renewal: Renewal
  notice: Period
  languages: readonly string[]
  annexes: readonly string[]
}

/** The name of such a fact. */
export type RecordKey = keyof RecordValues

/** How a fact is written for a reader, and read from what is typed. */
export interface RecordField<T> {
  readonly label: string
  write(value: T): string
  /** Nothing when the words cannot be read as such a fact. */
  read(typed: string): T | undefined
  /** Says how to write it, for words that cannot be read. */
  readonly hint: string
}

const LONGEST_WORDS = 500

const WORDS = {
  write: (value: string): string => value,
  read: (typed: string): string | undefined => typed.slice(0, LONGEST_WORDS),
  hint: 'Write some words.',
}
const LIST = {
  write: (value: readonly string[]): string => value.join('; '),
  read: (typed: string): readonly string[] | undefined => {
    const names = typed
      .split(';')
      .map((name) => name.trim().slice(0, LONGEST_WORDS))
      .filter((name) => name !== '')
    return names.length > 0 ? names : undefined
  },
  hint: 'Write names with semicolons between them.',
}
const DATE = {
  write: (value: UncertainDate): string => formatUncertainDate(value),
  read: parseUncertainDate,
  hint: 'Write it like 4 April 1949, April 1949, 1949 or 1975?',
}

/** Every field of the record, in the order in which it is shown. */
export const RECORD_FIELDS: { readonly [K in RecordKey]: RecordField<RecordValues[K]> } = {
  title: { label: 'Title', ...WORDS },
  kind: {
    label: 'Kind',
    write: (value) => value,
    read: (typed) => INSTRUMENT_KINDS.find((kind) => kind === typed.toLowerCase()),
    hint: `Write one of: ${INSTRUMENT_KINDS.join(', ')}.`,
  },
  parties: { label: 'Parties', ...LIST },
  signedOn: { label: 'Signed', ...DATE },
  signedAt: { label: 'Place', ...WORDS },
  entryIntoForce: { label: 'Entry into force', ...WORDS },
  inForceOn: { label: 'In force since', ...DATE },
  duration: {
    label: 'Duration',
    write: formatDuration,
    read: parseDuration,
    hint: 'Write it like 10 years, or Indefinite.',
  },
  renewal: {
    label: 'Renewal',
    write: formatRenewal,
    read: parseRenewal,
    hint: 'Write it like 5 years, automatic, or 5 years, by agreement.',
  },
  notice: {
    label: 'Notice',
    write: formatPeriod,
    read: parsePeriod,
    hint: 'Write it like 6 months, 1 year or 90 days.',
  },
  languages: { label: 'Languages', ...LIST },
  annexes: { label: 'Annexes', ...LIST },
}

/** The keys of RECORD_FIELDS, in their order. */
export const RECORD_KEYS = Object.keys(RECORD_FIELDS) as readonly RecordKey[]

function formatDuration(value: Duration): string {
  return value.kind === 'indefinite' ? 'Indefinite' : formatPeriod(value.period)
}

function parseDuration(typed: string): Duration | undefined {
  if (/^indefinite(?:ly)?$/i.test(typed)) return { kind: 'indefinite' }
  const period = parsePeriod(typed)
  return period && { kind: 'fixed', period }
}

function formatRenewal({ automatic, period }: Renewal): string {
  return `${formatPeriod(period)}, ${automatic ? 'automatic' : 'by agreement'}`
}

function parseRenewal(typed: string): Renewal | undefined {
  const match = /^(.+?),\s*(automatic|by agreement)$/i.exec(typed)
  const period = parsePeriod(match?.[1] ?? typed)
  return period && { automatic: match?.[2]?.toLowerCase() === 'automatic', period }
}

/** A fact of a record; parts of the term come from the term as a whole where they are not facts of their own. */
export function factOf<K extends RecordKey>(agreement: Agreement, key: K): Fact<RecordValues[K]> | undefined {
  // The mapped type says that the value of a key is a fact of that key's value; TypeScript does not follow it here.
  return withOwnTerm(agreement)[key] as Fact<RecordValues[K]> | undefined
}

/** The record with a fact set, or taken away. A record always has a title. */
export function withFact<K extends RecordKey>(
  agreement: Agreement,
  key: K,
  fact: Fact<RecordValues[K]> | undefined,
): Agreement {
  const isOfTerm = key === 'duration' || key === 'renewal' || key === 'notice'
  const whole = isOfTerm ? withOwnTerm(agreement) : agreement
  if (fact) return { ...whole, [key]: fact }
  if (key === 'title') return agreement
  const { id, title, createdAt, createdBy } = agreement
  const { [key]: _gone, ...rest } = whole
  return { ...rest, id, title, createdAt, createdBy }
}

/** The record with its term as facts of their own, each with the source and status that the whole had. */
function withOwnTerm(agreement: Agreement): Agreement {
  const { term, ...rest } = agreement
  if (!term) return agreement
  const { duration, renewal, noticeMonths } = term.value
  const part = <T>(value: T): Fact<T> => ({
    value,
    status: term.status,
    ...(term.source ? { source: term.source } : {}),
  })
  const length: Duration =
    duration.kind === 'fixed' ? { kind: 'fixed', period: { count: duration.years, unit: 'year' } } : duration
  return {
    duration: part(length),
    ...(renewal
      ? { renewal: part({ automatic: renewal.automatic, period: { count: renewal.years, unit: 'year' } }) }
      : {}),
    ...(noticeMonths === undefined ? {} : { notice: part({ count: noticeMonths, unit: 'month' }) }),
    ...rest,
  }
}
