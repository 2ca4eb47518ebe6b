import { displayTitle, type Agreement } from '#domain/agreement/agreement.ts'
import type { LinkReading, Titled } from '#domain/notes/link-typed.ts'
import { provisionsNamed, type ProvisionPlace } from '#domain/notes/provision-link.ts'
import type { AgreementId } from '#domain/shared/id.ts'
import { isKept } from '#domain/shared/trash.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'

/** What is offered while somebody types a link. */
export type LinkOffer =
  | {
      readonly kind: 'provision'
      readonly place: ProvisionPlace
      /** How it is cited within its agreement. */
      readonly label: string
      readonly heading: string | undefined
      /** The agreement, where it was named. */
      readonly title: string | undefined
    }
  | {
      readonly kind: 'agreement'
      readonly agreementId: AgreementId
      readonly title: string
      /** When it was signed, to tell it from others of the same title. */
      readonly date: string | undefined
      /** What was typed behind its title. */
      readonly address: string
    }

/** An agreement of the library as it can be named. */
export interface NamedAgreement extends Titled {
  readonly agreement: Agreement
}

/** The agreements that can be named in a link. */
export function namedAgreements(agreements: Iterable<Agreement>): NamedAgreement[] {
  return [...agreements].filter(isKept).map((agreement) => {
    const shown = displayTitle(agreement)
    const { value } = agreement.title
    return { id: agreement.id, titles: shown === value ? [value] : [shown, value], agreement }
  })
}

/** An agreement with its provisions. */
export interface Provided {
  readonly agreementId: AgreementId
  readonly tree: ProvisionTree
}

/** So much is offered at once. */
const MOST_OFFERED = 8

/**
 * What to offer for what was typed behind `@`: provisions of the agreement that it names, then those of the agreement
 * that is written about, then agreements that it may begin to name.
 */
export function linkOffers(
  typed: string,
  { named, begun }: LinkReading<NamedAgreement>,
  namedTree: ProvisionTree | undefined,
  own: Provided | undefined,
): LinkOffer[] {
  const ofNamed =
    named && namedTree
      ? provisionsAt(namedTree, named.address).map((provision) =>
          provisionOffer({ agreementId: named.agreement.id, tree: namedTree }, provision, titleOf(named)),
        )
      : []
  const ofOwn = own
    ? provisionsNamed(own.tree, typed).map((provision) => provisionOffer(own, provision, undefined))
    : []
  const agreements = begun.map((meant): LinkOffer => ({
    kind: 'agreement',
    agreementId: meant.agreement.id,
    title: titleOf(meant),
    date: meant.agreement.agreement.signedOn?.value.iso,
    address: meant.address,
  }))
  return [...ofNamed, ...ofOwn, ...agreements].slice(0, MOST_OFFERED)
}

/** The words that a link is drawn with. */
export function linkWords({ title, label }: Extract<LinkOffer, { kind: 'provision' }>): string {
  return title === undefined ? label : `${title}${commaBehind(title)} ${label}`
}

/** The comma of the script of a title. */
export function commaBehind(title: string): string {
  return /\p{Script=Arabic}/u.test(title) ? '،' : ','
}

function titleOf({ agreement }: { readonly agreement: NamedAgreement }): string {
  return displayTitle(agreement.agreement)
}

/** Before an address is typed, the beginning of the agreement. */
function provisionsAt(tree: ProvisionTree, address: string): readonly Provision[] {
  if (address !== '') return provisionsNamed(tree, address)
  return tree.units.filter(({ kind }) => kind !== 'title').slice(0, MOST_OFFERED)
}

function provisionOffer(
  { agreementId, tree }: Provided,
  provision: Provision,
  title: string | undefined,
): LinkOffer {
  return {
    kind: 'provision',
    place: { agreementId, provisionId: provision.id },
    label: citationLabel(tree, provision),
    heading: provision.heading,
    title,
  }
}
