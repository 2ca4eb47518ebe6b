import type { Heading } from './heading.ts'
import { isAttachment, isDivision, type ProvisionKind } from './provision.ts'
import { standsWithoutBody } from './surroundings.ts'

/** Divisions from the widest to the narrowest, where the text does not show another order. */
const USUAL_ORDER: readonly ProvisionKind[] = ['part', 'titleDivision', 'chapter', 'section', 'subsection']
const ARTICLE_RANK = 5
/** Sections that stand in articles, where they do. */
const WITHIN_ARTICLE: Readonly<Partial<Record<ProvisionKind, number>>> = { section: 5.25, subsection: 5.5 }
const NOTE_RANK = 6
/** What each annex adds to the ranks inside it: more than any rank outside. */
const INSIDE = 10
const OUTERMOST = -1

/** The depth of each heading in the tree. */
export function depthsOf(text: string, headings: readonly Heading[]): number[] {
  const order = divisionOrder(headings)
  const within = sectionsStandInArticles(text, headings) ? WITHIN_ARTICLE : {}
  const lastMain = headings.findLastIndex((h) => h.attachment === undefined && !isAttachment(h.kind))
  const levels: number[] = []
  // Whether an appendix that comes now belongs to an annex or protocol.
  let isInAnnex = false
  const open: number[] = []
  return headings.map((heading, i) => {
    const inside = heading.attachment === undefined ? 0 : (levels[heading.attachment] ?? 0) + 1
    let rank = inside * INSIDE + (within[heading.kind] ?? rankIn(order, heading.kind))
    let level = inside
    if (isAttachment(heading.kind)) {
      const isSub = heading.kind === 'appendix' || heading.kind === 'schedule'
      if (!isSub) isInAnnex = i > lastMain
      const isNested = isSub && isInAnnex && i > lastMain
      level = isNested ? 1 : 0
      // An annex that the main text goes on behind stands among its articles.
      rank = isNested ? INSIDE + OUTERMOST : i < lastMain ? ARTICLE_RANK : OUTERMOST
    }
    levels.push(level)
    while (open.length > 0 && (open.at(-1) ?? 0) >= rank) open.pop()
    open.push(rank)
    return open.length - 1
  })
}

/** Whether articles hold sections: most articles that a section follows say nothing themselves. */
function sectionsStandInArticles(text: string, headings: readonly Heading[]): boolean {
  let followed = 0
  let bare = 0
  headings.forEach(({ kind, candidate }, i) => {
    const next = headings[i + 1]
    if (kind !== 'article' || !next || WITHIN_ARTICLE[next.kind] === undefined) return
    followed++
    if (standsWithoutBody(text, candidate, next.candidate)) bare++
  })
  return bare > 0 && bare * 2 >= followed
}

function rankIn(order: readonly ProvisionKind[], kind: ProvisionKind): number {
  if (isDivision(kind)) return order.indexOf(kind)
  return kind === 'note' ? NOTE_RANK : ARTICLE_RANK
}

/**
 * Which division contains which. Usages differ (a Russian section holds chapters, a French one stands in them), so
 * the text is asked: the one that is directly followed by the other more often contains it.
 */
function divisionOrder(headings: readonly Heading[]): ProvisionKind[] {
  const followed = new Map<string, number>()
  headings.forEach((heading, i) => {
    const next = headings[i + 1]
    if (!next || !isDivision(heading.kind) || !isDivision(next.kind)) return
    const pair = `${heading.kind} ${next.kind}`
    followed.set(pair, (followed.get(pair) ?? 0) + 1)
  })
  const contains = (outer: ProvisionKind, inner: ProvisionKind): number =>
    (followed.get(`${outer} ${inner}`) ?? 0) - (followed.get(`${inner} ${outer}`) ?? 0)
  const order = [...USUAL_ORDER]
  for (let i = 1; i < order.length; i++) {
    for (let k = i; k > 0; k--) {
      const [outer, inner] = [order[k - 1], order[k]]
      if (!outer || !inner || contains(outer, inner) >= 0) break
      order[k - 1] = inner
      order[k] = outer
    }
  }
  return order
}
