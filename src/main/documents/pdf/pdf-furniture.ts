import type { DroppedTally } from '../dropped.ts'
import type { PdfLine } from './pdf-lines.ts'

/** Lines at the edge of a page that may be running heads, feet and page numbers. */
const EDGE_LINES = 2
/** The share of a page's height that is margin at its top and its bottom. */
const MARGIN = 0.12
/** A head stands on this share of the pages, or, where left and right pages differ, on half as many; at least three. */
const SHARE_OF_PAGES = 0.35
const FEWEST_PAGES = 3

const PAGE_NUMBER =
  /^[\s–—\-|[(]*(?:page|pag\.|p\.|seite|стр\.)?\s*(\d{1,4})(?:\s*(?:of|\/|von|de|из)\s*\d{1,4})?[\s–—\-|\])]*$/i

/**
 * Names that collections of treaties and official journals print at the head of a page with its number: one page with
 * such a line is enough to know it, where no second page shows it again.
 */
const PUBLICATION =
  /treaty series|recueil des traités|official journal|journal officiel|official gazette|amtsblatt|bundesgesetzblatt|tractatenblad|staatsblad|diario oficial|boletín oficial|diário oficial|gazzetta ufficiale|бюллетень международных договоров|собрание законодательства|الجريدة الرسمية|روزنامه رسمی/i
const LONGEST_HEAD = 90

function isPublicationHead({ words }: PdfLine): boolean {
  return (
    words.length <= LONGEST_HEAD &&
    PUBLICATION.test(words) &&
    /(?:^|\s)(?:[LC]\s)?\d{1,4}(?:\/\d{1,4})?(?:\s|$)/.test(words)
  )
}

/** Takes running heads, feet and page numbers off pages. */
export function withoutFurniture(
  pages: readonly PdfLine[][],
  heights: readonly number[],
  dropped: DroppedTally,
): PdfLine[][] {
  const edges = pages.map((lines, index) => edgeLines(lines, heights[index] ?? 0))
  const repeated = repeatedShapes(edges)
  const offset = numberingOffset(edges)
  let numbers = 0
  const kept = pages.map((lines, index) => {
    const inMargins = new Set(edges[index])
    return lines.filter((line) => {
      if (!inMargins.has(line)) return true
      if (offset !== undefined && pageNumber(line) === index + offset) {
        numbers++
        return false
      }
      if (!repeated.has(shapeOf(line)) && !isPublicationHead(line)) return true
      dropped.add('headers')
      return false
    })
  })
  dropped.add('pageNumbers', numbers)
  return kept
}

/** First and last lines of a page that stand where its margins are. */
function edgeLines(lines: readonly PdfLine[], height: number): PdfLine[] {
  // By their place: in reading order a head may stand between two columns.
  const byPlace = [...lines].sort((a, b) => b.y - a.y)
  return [
    ...byPlace.slice(0, EDGE_LINES).filter(({ y }) => y > height * (1 - MARGIN)),
    ...byPlace.slice(-EDGE_LINES).filter(({ y }) => y < height * MARGIN),
  ]
}

/** Words with every number made alike: a head with a page number in it differs from page to page. */
function shapeOf({ words }: PdfLine): string {
  return words.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
}

function repeatedShapes(edges: readonly PdfLine[][]): ReadonlySet<string> {
  const counts = new Map<string, Set<string>>()
  const pagesWith = new Map<string, number>()
  for (const lines of edges) {
    for (const shape of new Set(lines.map(shapeOf))) {
      pagesWith.set(shape, (pagesWith.get(shape) ?? 0) + 1)
    }
    for (const line of lines) {
      const shape = shapeOf(line)
      counts.set(shape, (counts.get(shape) ?? new Set()).add(line.words))
    }
  }
  const enough = Math.max(FEWEST_PAGES, edges.length * SHARE_OF_PAGES)
  const isFurniture = ([shape, count]: [string, number]): boolean => {
    // `Article #` at the top of many pages is a heading; a head is the same words, or counts pages.
    const variants = counts.get(shape)?.size ?? 0
    return count >= enough && (variants <= 2 || /^[#\s–—\-|/]*$/.test(shape) || shape.length > 20)
  }
  return new Set([...pagesWith].filter(isFurniture).map(([shape]) => shape))
}

function pageNumber({ words }: PdfLine): number | undefined {
  const digits = PAGE_NUMBER.exec(words)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** What to add to a page's index to get the number printed on it, when two pages agree, or the only one has a number. */
function numberingOffset(edges: readonly PdfLine[][]): number | undefined {
  const votes = new Map<number, number>()
  edges.forEach((lines, index) => {
    const offsets = lines
      .map(pageNumber)
      .filter((number) => number !== undefined)
      .map((number) => number - index)
    for (const offset of new Set(offsets)) votes.set(offset, (votes.get(offset) ?? 0) + 1)
  })
  const [offset, count = 0] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? []
  return count >= Math.min(2, edges.length) ? offset : undefined
}
