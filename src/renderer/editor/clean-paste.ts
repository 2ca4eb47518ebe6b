/*
 * What comes from Word, from mail and from web pages, made plain: headings, lists, quotations, links, bold, italic,
 * underlined and struck words stay; styles, fonts, colours, images, scripts and comments go. The document is never put
 * on a page, so nothing in it runs and nothing is fetched.
 */

/** Elements that go with everything in them. */
const GONE =
  'script, style, meta, link, title, img, picture, svg, video, audio, object, embed, iframe, canvas, map, input, button, select, textarea, template, [hidden]'

/** Attributes that stay, by element. */
const KEPT: Readonly<Record<string, readonly string[]>> = { A: ['href'], OL: ['start'] }

/** Looks that are said by style, and the elements that say them. */
const LOOKS: readonly (readonly [test: RegExp, tag: string])[] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, 'b'],
  [/font-style:\s*italic/i, 'i'],
  [/text-decoration[^;]*underline/i, 'u'],
  [/text-decoration[^;]*line-through/i, 's'],
]

/** What of the browser's Trusted Types is used here; TypeScript does not know them yet. */
interface TrustedHtmlMaker {
  createHTML(html: string): string
}
interface WithTrustedTypes {
  readonly trustedTypes: {
    createPolicy(name: string, rules: { createHTML(html: string): string }): TrustedHtmlMaker
  }
}

/** Lets HTML be read into a document that is never shown. What is taken from it is cleaned first. */
const { trustedTypes } = globalThis as unknown as WithTrustedTypes
const trusted = trustedTypes.createPolicy('pacta-paste', { createHTML: (html) => html })

/** Cleans pasted HTML. */
export function cleanPaste(html: string): Document {
  const document = new DOMParser().parseFromString(trusted.createHTML(withoutStyles(html)), 'text/html')
  const { body } = document
  for (const element of body.querySelectorAll(GONE)) element.remove()
  for (const element of body.querySelectorAll('*')) {
    const style = element.getAttribute('data-style') ?? ''
    if (/mso-hide:\s*all|display:\s*none/i.test(style)) element.remove()
  }
  removeComments(document)
  gatherWordLists(document)
  for (const table of body.querySelectorAll('table')) if (isLayout(table)) dissolve(document, table)
  for (const element of body.querySelectorAll('*')) clean(document, element)
  return document
}

/** Styles as attributes without effect: the window's policy refuses styles even in a document that is never shown. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='))
}

function removeComments(document: Document): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

/** The mark of an item that counts: `1.`, `(a)`, `xviii)`, `۱-`, `（一）`, `二、`. A dot or a dash alone does not. */
const NUMBERED = /^[(（]?(?:\p{N}{1,4}|\p{L}{1,6})[.)\-–）、．]/u

/** Word writes the items of a list as paragraphs that say which list and level they belong to. */
function gatherWordLists(document: Document): void {
  for (const paragraph of document.body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const level = /mso-list:[^;]*level(\d)/i.exec(paragraph.getAttribute('data-style') ?? '')?.[1]
    if (level === undefined) continue
    const marker = [...paragraph.querySelectorAll('span')].find((span) =>
      /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''),
    )
    const isNumbered = NUMBERED.test(marker?.textContent.trim() ?? '')
    marker?.remove()
    const item = document.createElement('li')
    item.append(...paragraph.childNodes)
    const list = listBefore(paragraph, isNumbered ? 'OL' : 'UL', Number(level))
    list.append(item)
    if (list.isConnected) paragraph.remove()
    else paragraph.replaceWith(list)
  }
}

/** The list that goes on at a paragraph, nested to its level; a new one when none does. */
function listBefore(paragraph: Element, tag: 'OL' | 'UL', level: number): Element {
  const before = paragraph.previousElementSibling
  const isList = before !== null && before.hasAttribute('data-word-list')
  if (level === 1 || !isList) {
    if (isList && before.tagName === tag) return before
    return markedList(paragraph.ownerDocument, tag)
  }
  let list: Element = before
  for (let depth = 1; depth < level; depth++) {
    const last = list.lastElementChild
    const inner = last?.lastElementChild
    // Of the level itself only a list of the same kind goes on.
    const isOn = inner?.tagName === tag || (depth + 1 < level && /^[UO]L$/.test(inner?.tagName ?? ''))
    if (inner && isOn) list = inner
    else {
      const made = markedList(paragraph.ownerDocument, tag)
      if (last) last.append(made)
      else list.append(made)
      list = made
    }
  }
  return list
}

function markedList(document: Document, tag: 'OL' | 'UL'): Element {
  const list = document.createElement(tag)
  list.setAttribute('data-word-list', '')
  return list
}

/** Whether a table only sets out a page or a letter: one in which nothing stands beside anything, or other tables stand. */
function isLayout(table: Element): boolean {
  const rows = [...table.querySelectorAll('tr')]
  return table.querySelector('table') !== null || rows.every((row) => row.children.length < 2)
}

/** Leaves what stands in the cells of a table, one below the other. */
function dissolve(document: Document, table: Element): void {
  const cells = [...table.querySelectorAll('td, th, caption')].filter((c) => c.closest('table') === table)
  table.replaceWith(
    ...cells.map((cell) => {
      const block = document.createElement('div')
      block.append(...cell.childNodes)
      return block
    }),
  )
}

function clean(document: Document, element: Element): void {
  const style = element.getAttribute('data-style') ?? ''
  // Google Docs wraps all of it in a bold element that is not bold.
  const isFalselyBold = /^(?:B|STRONG)$/.test(element.tagName) && /font-weight:\s*(?:normal|400)/i.test(style)
  const looks = isFalselyBold ? [] : LOOKS.filter(([test]) => test.test(style)).map(([, tag]) => tag)
  const isQuotation = /\bMso(?:Intense)?Quote/.test(element.className)
  for (const name of element.getAttributeNames())
    if (!(KEPT[element.tagName] ?? []).includes(name)) element.removeAttribute(name)
  const href = element.getAttribute('href')
  if (href !== null && !/^(?:https?:|mailto:)/i.test(href)) unwrap(element)
  else if (isFalselyBold || /^(?:FONT|SPAN|O:P)$/.test(element.tagName)) {
    if (looks.length === 0) unwrap(element)
    else element.replaceWith(wrapped(document, element, looks))
  } else if (isQuotation) {
    element.replaceWith(wrapped(document, element, ['blockquote', ...looks]))
  } else if (looks.length > 0 && /^(?:P|DIV|LI|TD|TH)$/.test(element.tagName)) {
    element.append(wrapped(document, element, looks))
  } else if (/^H[4-6]$/.test(element.tagName)) {
    const heading = document.createElement('h3')
    heading.append(...element.childNodes)
    element.replaceWith(heading)
  }
}

function wrapped(document: Document, element: Element, looks: readonly string[]): Element {
  const [outer = 'b', ...inner] = looks
  const made = document.createElement(outer)
  let last = made
  for (const tag of inner) {
    const next = document.createElement(tag)
    last.append(next)
    last = next
  }
  last.append(...element.childNodes)
  return made
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}
