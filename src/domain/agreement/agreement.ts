import type { RichText } from '../rich-text/rich-text.ts'
import type { AgreementId } from '../shared/id.ts'
import type { Instant } from '../shared/time.ts'
import type { Trashable } from '../shared/trash.ts'
import type { Fact, FactSource } from './fact.ts'
import type { Period } from './period.ts'
import type { UncertainDate } from './uncertain-date.ts'

/** What an instrument may call itself. */
export const INSTRUMENT_KINDS = [
  'treaty',
  'agreement',
  'convention',
  'protocol',
  'charter',
  'exchange of notes',
  'memorandum',
  'joint statement',
  'other',
] as const

/** What an instrument calls itself. */
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number]

/** Something one party did on the way into or out of the agreement. */
export interface PartyAction {
  readonly party: string
  readonly action:
    | 'signature'
    | 'ratification'
    | 'acceptance'
    | 'approval'
    | 'accession'
    | 'reservation'
    | 'declaration'
    | 'withdrawal'
    | 'suspension'
  readonly date: UncertainDate
  /** What was done, in a few words: "Law signed after both chambers approved". */
  readonly detail?: string
  readonly source: FactSource
}

/** How long the agreement runs, as its own clauses say. */
export interface Term {
  readonly duration: { readonly kind: 'fixed'; readonly years: number } | { readonly kind: 'indefinite' }
  readonly renewal?: { readonly automatic: boolean; readonly years: number }
  /** Months of notice a party gives to leave or to prevent renewal. */
  readonly noticeMonths?: number
}

/** How long the agreement runs. */
export type Duration = { readonly kind: 'fixed'; readonly period: Period } | { readonly kind: 'indefinite' }

/** By how much it goes on when its time is over: by itself, or when the parties say so. */
export interface Renewal {
  readonly automatic: boolean
  readonly period: Period
}

/** How this agreement stands to another one. */
export interface Relation {
  readonly kind: 'supersedes' | 'superseded by' | 'amends' | 'implements' | 'compare with'
  /** The other agreement as a reader would name it. */
  readonly title: string
  /** Its record, when the library holds one. */
  readonly agreementId?: AgreementId
}

/** The record of an international agreement: what it is, whose, since when and until when, and who says so. */
export interface Agreement extends Trashable {
  readonly id: AgreementId
  readonly title: Fact<string>
  readonly shortTitle?: string
  readonly kind?: Fact<InstrumentKind>
  readonly parties?: Fact<readonly string[]>
  readonly signedOn?: Fact<UncertainDate>
  readonly signedAt?: Fact<string>
  readonly inForceOn?: Fact<UncertainDate>
  /** The clause on entry into force, in a few words or in its own. */
  readonly entryIntoForce?: Fact<string>
  /** The term as one fact, from one source. Its parts may be facts of their own below, and then those count. */
  readonly term?: Fact<Term>
  readonly duration?: Fact<Duration>
  readonly renewal?: Fact<Renewal>
  /** Notice a party gives to leave or to prevent renewal. */
  readonly notice?: Fact<Period>
  /** English names of the languages of the authentic texts. */
  readonly languages?: Fact<readonly string[]>
  /** Annexes, protocols, appendices and schedules, as headed. */
  readonly annexes?: Fact<readonly string[]>
  readonly articleCount?: Fact<number>
  readonly partyActions?: readonly PartyAction[]
  readonly relations?: readonly Relation[]
  /** What the analyst writes about the agreement as a whole. */
  readonly note?: RichText
  readonly createdAt: Instant
  readonly createdBy: string
}

/** The title to show: the short one if there is one. */
export function displayTitle(agreement: Agreement): string {
  return agreement.shortTitle ?? agreement.title.value
}

/** The order in which agreements are listed: by date of signature, those without one last, then by title. */
export function bySignature(a: Agreement, b: Agreement): number {
  const left = a.signedOn?.value.iso ?? '9999'
  const right = b.signedOn?.value.iso ?? '9999'
  return left === right ? displayTitle(a).localeCompare(displayTitle(b)) : left < right ? -1 : 1
}
