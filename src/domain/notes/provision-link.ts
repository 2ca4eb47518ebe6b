import type { AgreementId, ProvisionId } from '../shared/id.ts'
import { asciiDigits } from '../shared/ascii-digits.ts'
import { findByAddress } from '../structure/citation-label.ts'
import type { Provision } from '../structure/provision.ts'
import type { ProvisionTree } from '../structure/tree.ts'

/** A provision that a note speaks of, by the id that it keeps in every version of the text that has it. */
export interface ProvisionPlace {
  readonly agreementId: AgreementId
  readonly provisionId: ProvisionId
}

const PREFIX = 'pacta:provision/'

/** The address under which a link to a provision is kept in a note. */
export function provisionUrl({ agreementId, provisionId }: ProvisionPlace): string {
  return `${PREFIX}${encodeURIComponent(agreementId)}/${encodeURIComponent(provisionId)}`
}

/** The provision that a link leads to; nothing when it leads elsewhere. */
export function provisionOfUrl(url: string): ProvisionPlace | undefined {
  if (!url.startsWith(PREFIX)) return undefined
  const [agreementId, provisionId, ...rest] = url.slice(PREFIX.length).split('/').map(decoded)
  if (!agreementId || !provisionId || rest.length > 0) return undefined
  return { agreementId, provisionId }
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** So many provisions are offered. */
const MOST_OFFERED = 8

/**
 * The provisions that somebody may mean who types `art 5`, `5(2)(b)`, `preamble`, or a number behind the word of the
 * text's own language (`ст 5`, `ماده ۵`). What is meant exactly comes first, then what begins so.
 */
export function provisionsNamed(tree: ProvisionTree, typed: string): Provision[] {
  const address = asciiDigits(typed.trim())
  if (address === '') return []
  const number = address.replace(/^\p{L}+\.?\s+(?=\P{L})/u, '')
  const exact = [findByAddress(tree, address), findByAddress(tree, number)].filter((p) => p !== undefined)
  const begun = tree.units.filter(
    (p) => /^\d/.test(number) && asciiDigits(p.arabic ?? p.number ?? '').startsWith(number),
  )
  const named = tree.units.filter((p) => p.kind.startsWith(address.toLowerCase()) && p.kind !== 'article')
  return [...new Set([...exact, ...begun, ...named])].slice(0, MOST_OFFERED)
}
