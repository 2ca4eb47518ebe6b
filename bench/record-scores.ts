import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RecordProposals } from '#domain/agreement/proposals/propose-record.ts'
import { proposeRecord } from '#domain/agreement/proposals/propose-record.ts'
import type { Period } from '#domain/agreement/period.ts'
import { readStructure } from '#domain/structure/detect.ts'
import { decodeDocument } from '#main/documents/decode-document.ts'
import gold from './record-gold.json' with { type: 'json' }

const CORPUS = resolve(import.meta.dirname, '..', '..', 'shared', 'corpus')

type Answer = string | readonly string[] | undefined
type Expected = Readonly<Record<string, Answer>>

/** How proposals of one field compare with what a person read off the texts. */
export interface Score {
  right: number
  proposed: number
  expected: number
}

const FIELDS = [
  'title',
  'signedOn',
  'signedAt',
  'parties',
  'inForceOn',
  'duration',
  'renewal',
  'notice',
  'languages',
]

/** Proposals in the notation of the gold file: `10y`, `Treaty…Canal 11` for a title of eleven words. */
function answersOf(found: RecordProposals): Expected {
  const { title, duration, renewal, notice } = found
  const words = title?.value.split(' ') ?? []
  return {
    title: title && `${words[0]}…${words.at(-1)} ${words.length}`,
    signedOn: found.signedOn?.value.iso,
    signedAt: found.signedAt?.value,
    parties: found.parties?.value,
    inForceOn: found.inForceOn?.value.iso,
    duration: duration && (duration.value.kind === 'fixed' ? short(duration.value.period) : 'indefinite'),
    renewal: renewal && short(renewal.value.period),
    notice: notice && short(notice.value),
    languages: found.languages?.value,
  }
}

function short({ count, unit }: Period): string {
  return `${count}${unit.charAt(0)}`
}

/** Scores every text of the corpus, by field, for each language and for each half of the files. */
export async function scoreRecords(): Promise<Map<string, Map<string, Score>>> {
  const groups = new Map<string, Map<string, Score>>()
  const files = new Set(Object.keys(gold).map((key) => key.split('#')[0] ?? key))
  for (const file of files) {
    const decoded = await decodeDocument(readFileSync(resolve(CORPUS, file)), file)
    for (const { text, language = 'und' } of decoded.texts) {
      const key = decoded.texts.length > 1 ? `${file}#${language}` : file
      const expected: Expected = (gold as Readonly<Record<string, Expected>>)[key] ?? {}
      const found = answersOf(proposeRecord(text, readStructure(text, { language }).provisions, language))
      for (const group of ['all', language.slice(0, 2), half(file)])
        count(groups, group, found, expected, key)
    }
  }
  return groups
}

/** Files fall into two halves by their names, not by what is in them. */
function half(file: string): string {
  let sum = 0
  for (let i = 0; i < file.length; i++) sum += file.charCodeAt(i)
  return sum % 2 === 0 ? 'half A' : 'half B'
}

function count(
  groups: Map<string, Map<string, Score>>,
  group: string,
  found: Expected,
  expected: Expected,
  key: string,
): void {
  const scores = groups.get(group) ?? new Map<string, Score>()
  groups.set(group, scores)
  for (const field of FIELDS) {
    const score = scores.get(field) ?? { right: 0, proposed: 0, expected: 0 }
    scores.set(field, score)
    const isRight = JSON.stringify(found[field]) === JSON.stringify(expected[field])
    if (found[field] !== undefined) score.proposed++
    if (expected[field] !== undefined) score.expected++
    if (found[field] !== undefined && isRight) score.right++
    if (group === 'all' && !isRight && process.argv.includes('--wrong'))
      console.log(`${key} ${field}: ${String(found[field])}, expected ${String(expected[field])}`)
  }
}

/** Prints precision and recall by field and group. */
export async function benchRecordScores(): Promise<void> {
  if (!existsSync(CORPUS)) return console.log('record proposals: the corpus is not at hand')
  console.log('record proposals: right of proposed (precision), right of stated (recall)')
  for (const [group, scores] of await scoreRecords()) {
    const cells = [...scores].map(([field, { right, proposed, expected }]) => {
      return expected + proposed === 0 ? '' : `${field} ${right}/${proposed} ${right}/${expected}`
    })
    console.log(`${group.padEnd(7)} ${cells.filter((cell) => cell !== '').join('  ')}`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchRecordScores()
