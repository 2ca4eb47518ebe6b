import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts'

/** What a paragraph style gives its paragraphs, inherited properties included. */
export interface DocxStyle {
  /** As Word shows it: `heading 1`, `Title`. */
  readonly name: string
  /** 1 to 9 for headings, from the style's name or its outline level. */
  readonly headingLevel?: number
  readonly numbering?: NumberingRef
  /** Its id and those of the styles it is based on, the nearest first. */
  readonly lineage: readonly string[]
  /** Whether its words are hidden, or printed in capitals. */
  readonly isHidden: boolean
  readonly isCapitals: boolean
}

/** Which list a paragraph belongs to, and at which level, 0 the outermost. */
export interface NumberingRef {
  readonly listId?: string
  readonly level?: number
}

/** The value of a property such as `<w:ilvl w:val="1"/>`. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['val']
}

/** Whether a property that is on or off, such as `<w:vanish/>`, is said to be either. */
export function toggleOf(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name)
  return property && !['0', 'false', 'off'].includes(property.attributes['val'] ?? '')
}

/** The numbering and outline level that paragraph properties state themselves. */
export function paragraphProperties(properties: XmlElement | undefined): {
  readonly numbering: NumberingRef
  readonly outlineLevel?: number
} {
  const number = childOf(properties, 'numPr')
  const listId = valueOf(number, 'numId')
  const level = valueOf(number, 'ilvl')
  const outline = valueOf(properties, 'outlineLvl')
  return {
    numbering: {
      ...(listId === undefined ? {} : { listId }),
      ...(level === undefined ? {} : { level: Number(level) }),
    },
    // Level 9 is Word's name for body text.
    ...(outline === undefined || Number(outline) > 8 ? {} : { outlineLevel: Number(outline) + 1 }),
  }
}

/** Styles by id, each with what it inherits from the styles it is based on. */
export function readStyles(root: XmlElement | undefined): ReadonlyMap<string, DocxStyle> {
  const raw = new Map(
    childrenOf(root, 'style').map((style) => [style.attributes['styleId'] ?? '', style] as const),
  )
  const styles = new Map<string, DocxStyle>()
  for (const id of raw.keys()) styles.set(id, inherited(raw, id, new Set()))
  return styles
}

function inherited(raw: ReadonlyMap<string, XmlElement>, id: string, seen: Set<string>): DocxStyle {
  const style = raw.get(id)
  if (!style || seen.has(id)) return { name: '', lineage: [], isHidden: false, isCapitals: false }
  seen.add(id)
  const base = inherited(raw, valueOf(style, 'basedOn') ?? '', seen)
  const name = valueOf(style, 'name') ?? ''
  const own = paragraphProperties(childOf(style, 'pPr'))
  const named = /^heading ([1-9])$/i.exec(name)?.[1]
  const headingLevel = named === undefined ? (own.outlineLevel ?? base.headingLevel) : Number(named)
  const numbering = { ...base.numbering, ...own.numbering }
  const run = childOf(style, 'rPr')
  return {
    name,
    lineage: [id, ...base.lineage],
    isHidden: toggleOf(run, 'vanish') ?? base.isHidden,
    isCapitals: toggleOf(run, 'caps') ?? base.isCapitals,
    ...(headingLevel === undefined ? {} : { headingLevel }),
    ...(Object.keys(numbering).length > 0 ? { numbering } : {}),
  }
}
