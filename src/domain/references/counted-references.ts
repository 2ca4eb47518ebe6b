import { numberKey } from './read-items.ts'
import type { Citation, Owner } from './resolve-citations.ts'
import type { Step } from './step.ts'
import type { Level } from './words/reference-words.ts'

const HAN = '[〇零一二三四五六七八九十百0-9０-９]{1,7}'
const SIGNS: Readonly<Record<string, Level>> = {
  条: 'article',
  條: 'article',
  款: 'paragraph',
  项: 'point',
  項: 'point',
  章: 'chapter',
  节: 'section',
  節: 'section',
  部分: 'part',
  编: 'part',
  編: 'part',
  조: 'article',
  항: 'paragraph',
  호: 'point',
  장: 'chapter',
  절: 'section',
  부: 'part',
  편: 'part',
  附件: 'annex',
  부속서: 'annex',
  附录: 'appendix',
  附錄: 'appendix',
}
/** One step: `第五条`, `제5조의2`, `本章`, `이 조`, `前款`, `전항`, `附件二`, `부속서 1`. */
const STEP = new RegExp(
  `(?:第|제)\\s?(?<number>${HAN})(?:(?:至第?|부터\\s?제?|내지\\s?제?)(?<to>${HAN}))?\\s?(?<sign>条|條|款|项|項|章|节|節|部分|编|編|조|항|호|장|절|부|편)(?:之(?<han>[一二三四五六七八九十])|의(?<hangul>\\d{1,2})(?!\\d))?` +
    `|(?<here>本|이 |이|본)(?<hereSign>条|條|款|章|节|節|部分|附件|조|항|장|절|부속서)(?![约約약])(?![\\p{Script=Hangul}]{2})` +
    `|(?<before>前|上|전)(?<beforeSign>条|條|款|조|항)` +
    `|(?<annex>附件|附录|附錄|부속서)\\s?(?<annexNumber>[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[A-Z](?![a-z])|[IVX]{1,5})`,
  'gu',
)
const LIST = /^(?:至|和|及|与|與|、|或|以及|와\s|과\s|및\s|\s및\s|,\s)+$/
const JOINT = /^(?:的|之|\s|의\s?|,\s?)?$/
const NOUNS =
  '公约|公約|条约|條約|协定|協定|宪章|憲章|议定书|議定書|规约|規約|盟约|盟約|宣言|协议|協議|章程|备忘录|备忘錄|宪法|헌장|협정|조약|협약|의정서|규약|선언|규정|헌법'
/** The instrument whose articles follow. */
const OWNER = new RegExp(
  `(?:《(?<quoted>[^《》]{2,60})》|「(?<korean>[^「」]{2,60})」|(?<name>[\\p{Script=Han}\\p{Script=Hangul}A-Za-z0-9 ]{0,30}?)(?<noun>${NOUNS}))(?:的|之|中|内|의)?\\s?$`,
  'u',
)
/** What ends before a name begins: prepositions, determiners, joints. */
const BEFORE_NAME =
  /(?:依照|按照|根据|根據|依据|依據|遵照|违反|違反|符合|以及|依|按|与|與|和|在|对|對|以|为|爲|及|或|由|向|从|自|은|는|이|가|을|를|과|와|및) ?/gu
const NAMED = new RegExp(
  `《[^《》]{2,60}》|「[^「」]{2,60}(?:${NOUNS})」|(?:联合国|聯合國)(?:宪章|憲章)|국제연합\\s?헌장`,
  'gu',
)

/**
 * Finds the citations of Chinese and Korean texts, where signs stand behind the numbers, the outer step first and the
 * instrument before both: `联合国宪章第五十一条第一款`.
 */
export function findCounted(text: string): Citation[] {
  const found: Citation[] = []
  let steps: Step[] = []
  let lastSteps: readonly Step[] = []
  const close = (): void => {
    const own = steps[0]
    const listed = steps.at(-1)
    if (!own || !listed) return
    const { start } = own
    const before = found.at(-1)
    // `第五条第二款或第三款`: the third is of the same article.
    const same = lastSteps.findIndex(({ level }) => level === own.level)
    if (before && same > 0 && LIST.test(text.slice(before.end, start)))
      steps = [...lastSteps.slice(0, same), ...steps]
    lastSteps = steps
    const { end } = listed
    found.push({
      start,
      end,
      addressEnd: end,
      chain: { start, end, steps, listed },
      owner: ownerBefore(text, start, found.at(-1)),
    })
    steps = []
  }
  for (const match of text.matchAll(STEP)) {
    const step = stepOf(match)
    if (!step) continue
    const previous = steps.at(-1)
    const isNext =
      previous && JOINT.test(text.slice(previous.end, step.start)) && previous.level !== step.level
    if (!isNext) close()
    steps.push(step)
  }
  close()
  const headings = found.filter(({ start }) => !opensLine(text, start))
  return [...headings, ...mentions(text, headings)]
}

/** Headings begin their line and are no citations. */
function opensLine(text: string, start: number): boolean {
  return /(?:^|\n)[\s*#]*$/.test(text.slice(Math.max(0, start - 12), start))
}

function stepOf(match: RegExpExecArray): Step | undefined {
  const { number, to, sign, han, hangul, here, hereSign, before, beforeSign, annex, annexNumber } =
    match.groups ?? {}
  const start = match.index
  const end = start + match[0].length
  const level = SIGNS[sign ?? hereSign ?? beforeSign ?? annex ?? '']
  if (!level) return undefined
  const base = { level, start, end, isOrdinal: true }
  if (here) return { ...base, items: [], pointing: 'here' }
  if (before) return { ...base, items: [], pointing: 'preceding' }
  const suffix = han === undefined ? (hangul === undefined ? '' : ` 의${hangul}`) : ` 之${han}`
  const path = [numberKey(number ?? annexNumber ?? '') + suffix]
  return { ...base, items: [{ start, end, path, ...(to === undefined ? {} : { to: [numberKey(to)] }) }] }
}

function ownerBefore(text: string, start: number, last: Citation | undefined): Owner {
  const before = text.slice(Math.max(0, start - 48), start)
  const match = OWNER.exec(before)
  if (!match?.groups) {
    // `宪章第三条和第四条`: the second is of the same instrument.
    const isListed =
      last && /^(?:和|及|与|與|、|或|以及|와\s|과\s|및\s|\s및\s|,\s)+$/.test(text.slice(last.end, start))
    return isListed ? last.owner : { kind: 'bare' }
  }
  const { quoted, korean, name = '', noun = '' } = match.groups
  const marked = quoted ?? korean
  if (marked !== undefined) return { kind: 'other', name: marked, isShort: false }
  const own = name.replace(BEFORE_NAME, '\u0000').split('\u0000').at(-1)?.trim() ?? ''
  if (/(?:本|이|본|此)$/.test(name.trim())) return { kind: 'own' }
  if (own === '' || /(?:该|該|上述|동)$/.test(own)) return { kind: 'generic', noun, words: noun }
  return { kind: 'other', name: own + noun, isShort: false }
}

/** Instruments that are named without their articles: in title marks, or so well known that they need none. */
function mentions(text: string, citations: readonly Citation[]): Citation[] {
  const isCited = new Set(citations.map(({ start }) => start))
  return [...text.matchAll(NAMED)].flatMap((match): Citation[] => {
    const start = match.index
    const end = start + match[0].length
    const name = match[0].replace(/[《》「」]/g, '')
    if ([end, end + 1].some((at) => isCited.has(at)) || !new RegExp(`(?:${NOUNS})$`).test(name)) return []
    return [{ start, end, addressEnd: end, owner: { kind: 'other', name, isShort: false } }]
  })
}
