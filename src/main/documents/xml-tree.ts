import { SaxesParser } from 'saxes'
import { PactaError } from '#contract/errors.ts'

/** An element without its namespace prefixes: prefixes differ from writer to writer, the local names do not. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** An element, or characters. */
export type XmlNode = XmlElement | string

/** No document needs more; a deeper or larger one would only exhaust the memory. */
const DEEPEST = 256
const MOST_ELEMENTS = 2_000_000

/**
 * Reads XML into a tree. Nothing is ever fetched: the parser knows only the five entities of XML and character
 * references, and a document that declares entities of its own is refused.
 *
 * @throws PactaError `file-corrupt` when it is not well-formed, `file-unsafe` when it declares entities or nests
 *   without end.
 */
export function readXml(fileName: string, xml: string): XmlElement {
  const parser = new SaxesParser()
  const root: Draft = { name: '', attributes: {}, children: [] }
  const open: Draft[] = [root]
  let elements = 0
  const unsafe = (problem: string): PactaError => new PactaError('file-unsafe', { name: fileName, problem })

  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) throw unsafe('it defines abbreviations that can pull in other files')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST || ++elements > MOST_ELEMENTS) throw unsafe('its parts are nested without end')
    const element: Draft = { name: localName(name), attributes: localNames(attributes), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const characters = (text: string): void => {
    open.at(-1)?.children.push(text)
  }
  parser.on('text', characters)
  parser.on('cdata', characters)
  try {
    parser.write(xml).close()
  } catch (error) {
    if (error instanceof PactaError) throw error
    const problem = `line ${parser.line} is not well-formed XML`
    throw new PactaError('file-corrupt', { name: fileName, problem }, { cause: error })
  }
  const top = root.children.find(isElement)
  if (!top) throw new PactaError('file-corrupt', { name: fileName, problem: 'it has no root element' })
  return top
}

interface Draft {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
}

/** Whether a node is an element. */
export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** The child elements, all or those of a name. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? [])
    .filter(isElement)
    .filter((child) => name === undefined || child.name === name)
}

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** The first element of a name below an element, at any depth. */
export function findElement(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of childrenOf(element)) {
    const found = child.name === name ? child : findElement(child, name)
    if (found) return found
  }
  return undefined
}

/** All characters inside an element, as they stand. */
export function wordsOf(node: XmlNode | undefined): string {
  if (node === undefined) return ''
  return isElement(node) ? node.children.map(wordsOf).join('') : node
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))
}
