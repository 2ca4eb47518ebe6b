import { displayTitle, type Agreement } from '../agreement/agreement.ts'
import { formatUncertainDate } from '../agreement/uncertain-date.ts'
import { citationLabel } from '../structure/citation-label.ts'
import type { ProvisionTree } from '../structure/tree.ts'

/** A pinpoint citation, in pieces so that the title can be set in italics. */
export interface Citation {
  readonly title: string
  /** `signed 4 April 1949`, when known. */
  readonly date?: string
  /** `art 5`, when the place is inside a provision. */
  readonly pinpoint?: string
}

/** Cites the place of an agreement where a span begins; a span over several provisions is cited as a range. */
export function citationOf(
  agreement: Agreement,
  tree: ProvisionTree | undefined,
  span: { readonly start: number; readonly end: number },
): Citation {
  const date = agreement.signedOn && `signed ${formatUncertainDate(agreement.signedOn.value)}`
  const first = tree?.at(span.start)
  const last = tree?.at(span.end - 1)
  const from = tree && first && citationLabel(tree, first)
  const to = tree && last && citationLabel(tree, last)
  const pinpoint =
    from !== undefined && to !== undefined && from !== to ? rangeLabel(tree, first, last, from, to) : from
  return {
    title: displayTitle(agreement),
    ...(date ? { date } : {}),
    ...(pinpoint === undefined ? {} : { pinpoint }),
  }
}

/** Within one article the article is cited; across articles, the first and the last. */
function rangeLabel(
  tree: ProvisionTree | undefined,
  first: Parameters<ProvisionTree['unitOf']>[0] | undefined,
  last: Parameters<ProvisionTree['unitOf']>[0] | undefined,
  from: string,
  to: string,
): string {
  if (!tree || !first || !last) return from
  const unit = tree.unitOf(first)
  return unit.id === tree.unitOf(last).id ? citationLabel(tree, unit) : `${from} – ${to}`
}

/** The citation as plain words: `North Atlantic Treaty (signed 4 April 1949) art 5`. */
export function citationText(citation: Citation): string {
  return [citation.title, citation.date && `(${citation.date})`, citation.pinpoint].filter(Boolean).join(' ')
}
