import { pathToFileURL } from 'node:url'
import { detectStructure } from '#domain/structure/detect.ts'

/** One measured size. */
export interface StructureRow {
  /** Megabytes (10⁶ UTF-8 bytes) of text. */
  readonly megabytes: number
  /** Megabytes in a second, best of the runs. */
  readonly structure: number
  /** The same for looking at every line end and nothing else. */
  readonly lineScan: number
}

const RUNS = 12

/** Small texts are run more often: the engine must have been compiled before its speed means something. */
function runsFor(megabytes: number): number {
  return Math.max(RUNS, Math.ceil(RUNS / megabytes))
}

const SENTENCE =
  'Nothing in this paragraph affects the rights and duties of the Parties under any other agreement in force between them on the date of its signature, provided that the Party concerned informs the other in writing. '

/** One article in treaty form, about as long and as finely divided as those of trade agreements. */
function article(number: number): string {
  const next = number + 1
  return `Article ${number}
Consultation and assistance

1. The Parties shall consult each other once a year on the matters set out in Article ${next}, and whenever either of them so requests under paragraph 2 of this Article. ${SENTENCE}
2. Each Party shall inform the other without delay of:
(a) any measure taken under Article ${next} or under Chapter II of this Treaty, with the reasons for which it was taken and the time for which it is meant to last;
(b) any threat to the peace of the Inner Sea which, in the opinion of either Party, requires action in common; and
(c) any agreement with a third State that touches the subject of this Article.
3. ${SENTENCE}${SENTENCE}

`
}

/** A text in treaty form of about so many bytes. */
function treaty(bytes: number): string {
  const parts = ['TREATY OF MUTUAL ASSISTANCE\n\nThe Parties have agreed as follows:\n\n']
  for (let length = 0, number = 1; length < bytes; number++) {
    const next = article(number)
    parts.push(next)
    length += next.length
  }
  return Buffer.from(parts.join('')).toString('utf8')
}

function fastest(runs: number, run: () => unknown): number {
  let best = Infinity
  for (let i = 0; i < runs; i++) {
    const from = performance.now()
    run()
    best = Math.min(best, performance.now() - from)
  }
  return best / 1000
}

/** A form is run so often, and no longer once a second and a half is spent: the engine must be warm, and some are slow. */
const FORM_RUNS = 12
const FORM_BUDGET_MS = 1500

function fastestOfForm(run: () => unknown): number {
  const from = performance.now()
  let best = Infinity
  for (let i = 0; i < FORM_RUNS && performance.now() - from < FORM_BUDGET_MS; i++)
    best = Math.min(best, fastest(1, run))
  return best
}

function scanLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Measures finding the structure of 0.1, 1 and 10 MB of plain text on one core. */
export function measureStructure(): StructureRow[] {
  return [0.1, 1, 10].map((megabytes) => {
    const text = treaty(megabytes * 1e6)
    return {
      megabytes,
      structure: megabytes / fastest(runsFor(megabytes), () => detectStructure(text)),
      lineScan: megabytes / fastest(runsFor(megabytes), () => scanLines(text)),
    }
  })
}

/** Texts in other forms, of about so many bytes: none may cost much more for each than a plain treaty does. */
const FORMS: Readonly<Record<string, (bytes: number) => string>> = {
  'without line ends': (bytes) => treaty(bytes).replace(/\s+/g, ' '),
  // As long as the articles of real agreements are: about 250 bytes to a provision in Arabic, 130 in Chinese.
  'an Arabic treaty': (bytes) =>
    filled(
      bytes,
      (n) =>
        `المادة ${n}\n\n1- تتشاور الحكومتان مرة كل سنة في جميع المسائل ذات الاهتمام المشترك وفقا لأحكام المادة ${n + 1} من هذه الاتفاقية، وكلما طلبت إحداهما ذلك كتابة.\n2- تبلغ كل حكومة الحكومة الأخرى دون إبطاء بأي تدبير تتخذه بموجب هذه الاتفاقية، مع بيان الأسباب التي دعت إليه والمدة التي يسري فيها.\n\n`,
    ),
  'a Chinese treaty': (bytes) =>
    filled(
      bytes,
      (n) =>
        `第${n}条\n\n一、双方应每年就共同关心的一切事项根据第${n + 1}条的规定相互协商，并在任何一方以书面提出要求时随时协商。\n二、任何一方应将其根据本条约所采取的措施及其理由和期限毫不迟延地通知另一方。\n\n`,
    ),
  'short Arabic articles': (bytes) =>
    filled(bytes, (n) => `المادة ${n}\n1- تتشاور الحكومتان وفقا لأحكام المادة ${n + 1} من هذه الاتفاقية.\n\n`),
  'short Chinese articles': (bytes) =>
    filled(bytes, (n) => `第${n}条\n一、双方根据第${n + 1}条的规定相互协商。\n\n`),
  'nothing but 第': (bytes) => filled(bytes, () => '第'),
  'nothing but headings': (bytes) => filled(bytes, () => 'Article 1\n'),
  'nothing but references': (bytes) => filled(bytes, () => 'Article 1 '),
  'quotation marks that never close': (bytes) => filled(bytes, () => '“Article 1 '),
  'nothing but markers': (bytes) => filled(bytes, () => '1. '),
}

function filled(bytes: number, part: (number: number) => string): string {
  const parts: string[] = []
  for (let length = 0, number = 1; length < bytes; number++) {
    const next = part(number)
    parts.push(next)
    length += Buffer.byteLength(next)
  }
  return parts.join('')
}

/** Measures texts in other forms, and texts made to cost much, in two sizes: the speed must not fall with the size. */
export function measureForms(): { form: string; small: number; large: number }[] {
  return Object.entries(FORMS).map(([form, make]) => {
    const speed = (megabytes: number): number => {
      const text = make(megabytes * 1e6)
      return megabytes / fastestOfForm(() => detectStructure(text))
    }
    return { form, small: speed(0.2), large: speed(2) }
  })
}

/** Prints the measurements as a table; the speed to reach is 25 MB/s, alike for every size. */
export function benchStructure(): void {
  console.log('structure of plain text (one core)')
  console.log('      MB   structure MB/s   line scan MB/s   times slower')
  for (const { megabytes, structure, lineScan } of measureStructure()) {
    const cells = [
      String(megabytes).padStart(8),
      structure.toFixed(1).padStart(16),
      lineScan.toFixed(0).padStart(16),
      (lineScan / structure).toFixed(1).padStart(14),
    ]
    console.log(cells.join(' '))
  }
  console.log('other forms, MB/s                   0.2 MB    2 MB')
  for (const { form, small, large } of measureForms())
    console.log(`${form.padEnd(34)}${small.toFixed(1).padStart(8)}${large.toFixed(1).padStart(8)}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) benchStructure()
