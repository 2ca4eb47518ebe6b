import type { DroppedCode } from './dropped.ts'
import { letterOf, romanOf } from './counters.ts'

/** What a start tag means for the reading of a page. */
export interface HtmlTag {
  readonly name: string
  readonly classes: string
  /** Words before and after it belong to different blocks. */
  readonly isBlock: boolean
  /** Nothing in it is part of what a reader reads. */
  readonly isSkipped: boolean
  /** May hold the page's main content. */
  readonly isContainer: boolean
  /** Holds a legal act, as EUR-Lex marks it. */
  readonly isLegal: boolean
  readonly listStyle: string
  readonly level?: number
  /** The id of a part of an act, as EUR-Lex gives it. */
  readonly id?: string
  readonly drops?: DroppedCode
}

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre search section summary table tbody td
  tfoot th thead tr ul`.split(/\s+/),
)

const SILENT: Readonly<Record<string, DroppedCode | undefined>> = {
  script: 'scripts',
  style: undefined,
  head: undefined,
  noscript: undefined,
  template: undefined,
  nav: 'navigation',
  aside: 'navigation',
  footer: 'navigation',
  search: 'navigation',
  dialog: 'navigation',
  iframe: 'embedded',
  object: 'embedded',
  applet: 'embedded',
  svg: 'images',
  audio: 'embedded',
  video: 'embedded',
  canvas: 'embedded',
  del: 'deletions',
  button: 'forms',
  select: 'forms',
  textarea: 'forms',
}

const VOID: Readonly<Record<string, DroppedCode>> = { img: 'images', input: 'forms', embed: 'embedded' }

/** Roles and names that sites give to what stands around their content. */
const AROUND_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'menu',
  'menubar',
  'dialog',
])
const AROUND_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|navigation|navbox|menu|breadcrumbs?|sidebar|side-bar|cookies?|banner|share|sharing|social|toolbar|pagination|pager|skip-?link|skip-?nav|footer|noprint|mw-editsection|mw-jump-link|login|newsletter)(?:$|[\s_-])/i
/** Running heads that EUR-Lex and Word save with a page, and what EUR-Lex says of a consolidated text. */
const HEADS =
  /(?:^|\s)(?:(?:oj-)?hd-(?:date|lg|ti|oj)|reference|disclaimer|modref|MsoHeader|MsoFooter)(?:\s|$)/
const NAMED = new Set(['div', 'ul', 'ol', 'section', 'span', 'table', 'p', 'header'])

const CONTAINER_NAMES =
  /^(?:content|main|main-?content|page-?content|mw-content-text|bodyContent|article-?body|entry-content|post-content|document|document-?text|text|treaty|document1|docHtml|TexteOnly|PP4Contents)$/i
const LEGAL_NAMES = /^(?:document1|docHtml|TexteOnly|PP4Contents|eli-container)$/
/** A part of an act, also within another (`cpt_I.sct_1`), but not the title of one (`art_1.tit_1`). */
const LEGAL_PART = /^(?:[a-z]{3}_[^.\s]+\.)*(?:art|cpt|tis|sct|prt|pbl|rct|anx|fnp)_[^.\s]+$/

/** Reads a start tag. `insideContent`: an element that may be the main content is open, so a header is its own. */
export function classify(
  name: string,
  attributes: Readonly<Record<string, string>>,
  insideContent: boolean,
): HtmlTag {
  const id = attributes['id'] ?? ''
  const classes = attributes['class'] ?? ''
  const drops = dropsOf(name, attributes, id, classes, insideContent)
  const isSkipped = drops !== undefined && VOID[name] === undefined
  const names = [id, ...classes.split(/\s+/)]
  const isLegal = names.some((each) => LEGAL_NAMES.test(each))
  const heading = /^h([1-6])$/.exec(name)?.[1]
  const style = attributes['style'] ?? ''
  return {
    name,
    classes,
    isBlock: BLOCKS.has(name),
    isSkipped: isSkipped || name in SILENT,
    isLegal,
    isContainer:
      isLegal ||
      name === 'main' ||
      name === 'article' ||
      attributes['role'] === 'main' ||
      (BLOCKS.has(name) && name !== 'body' && names.some((each) => CONTAINER_NAMES.test(each))),
    listStyle: /list-style(?:-type)?\s*:\s*none/i.test(style)
      ? 'none'
      : (attributes['type'] ?? (name === 'ul' ? '•' : '1')),
    ...(heading === undefined ? {} : { level: Number(heading) }),
    ...(LEGAL_PART.test(id) ? { id } : {}),
    ...(drops ? { drops } : {}),
  }
}

function dropsOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  id: string,
  classes: string,
  insideContent: boolean,
): DroppedCode | undefined {
  const silent = SILENT[name] ?? VOID[name]
  if (silent) return silent
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return 'hidden'
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes['style'] ?? '')) return 'hidden'
  if (name === 'p' && HEADS.test(classes)) return 'headers'
  if (AROUND_ROLES.has(attributes['role'] ?? '')) return 'navigation'
  if (name === 'header' && !insideContent) return 'navigation'
  return NAMED.has(name) && AROUND_NAMES.test(`${id} ${classes}`) ? 'navigation' : undefined
}

/** The marker a browser would print before the next item of a list. */
export function listMarker(list: { next: number; readonly style: string } | undefined): string {
  if (!list || list.style === 'none') return ''
  const number = list.next++
  if (list.style === '•' || ['disc', 'circle', 'square'].includes(list.style)) return '• '
  if (list.style === 'a' || list.style === 'A') {
    const letter = letterOf(number)
    return `${list.style === 'a' ? letter : letter.toUpperCase()}. `
  }
  if (list.style === 'i' || list.style === 'I') {
    const roman = romanOf(number)
    return `${list.style === 'i' ? roman : roman.toUpperCase()}. `
  }
  return `${number}. `
}
