/**
 * How annotations follow a changed text: `npx tsx bench/carry.ts [--seed=7] [--seed=1-20] [--sample=3] [--mistakes] [--plain]
 * [--change=REGEXP] [--quoting=sentences] [FILE.txt…]`. Every sentence of the corpus texts, three words out of each, and every
 * provision are carried into the text with provisions inserted, deleted, renumbered, moved and misread.
 *
 * What is counted is what is still there: a sentence that was not deleted, however much noise there is in it. It is
 * carried right when it was moved without a question (a score of 0.9 or more) onto its own words, to within 4 % of its
 * length; proposed right when the review list (0.5 to 0.9) shows it with a place that shares more than half with its own.
 * Both together are the right place. A place that the list shows may be a copy which the trial itself inserted beside the
 * sentence; no wording tells such copies apart, but they are not counted as right. Whatever is carried elsewhere, or
 * carried though its words were deleted, is wrong.
 *
 * The rows that begin with "inserted" or "borrowed", and have deleting, renumbering and noise in them, are the trial that
 * the project asks for; the others are harder (sentences deleted, articles exchanged, lines broken, twins inserted), or one
 * change alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { detectStructure } from '../src/domain/structure/detect.ts'
import { changesWith } from '../src/domain/text/carry/changes.testing.ts'
import { plainProvisions, subjectOf, type Article } from '../src/domain/text/carry/subject.testing.ts'
import {
  addTally,
  emptyTally,
  trial,
  type Miss,
  type Quoting,
} from '../src/domain/text/carry/trial.testing.ts'

const CORPUS = resolve(import.meta.dirname, '../../shared/corpus')
const FILES = [
  'en/vclt-1969.txt',
  'en/rome-statute-1998.txt',
  'en/un-charter-1945-en.txt',
  'fr/un-charter-1945-fr.txt',
  'es/un-charter-1945-es.txt',
  'ru/un-charter-1945-ru.txt',
  'ar/un-charter-1945-ar.txt',
  'zh/un-charter-1945-zh.txt',
  'ru/kazakhstan-russia-2007-ru.txt',
  'en/gatt-1947.FLAT.txt',
]
const QUOTINGS = ['sentences', 'three words', 'provisions'] satisfies Quoting[]

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
}

function option(name: string): string | undefined {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
}

function textOf(file: string): string {
  return readFileSync(join(CORPUS, file), 'utf8').replace(/\r\n?/g, '\n')
}

/** The articles of all other texts in the same language. */
function othersThan(file: string): Article[] {
  const folder = dirname(file)
  return readdirSync(join(CORPUS, folder))
    .map((name) => `${folder}/${name}`)
    .filter((other) => other !== file)
    .flatMap((other) => subjectOf(textOf(other)).articles.slice(1))
}

/** Why a target was not carried, as far as its words say. */
function kindOf({ fate, quote }: Miss, text: string): string {
  const isAgain = text.indexOf(quote, text.indexOf(quote) + 1) >= 0
  const isShort = (quote.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? []).length < 8
  return `${fate}, ${isAgain ? 'stands again in its text' : isShort ? 'fewer than 8 words' : 'other'}`
}

const verbose = process.argv.includes('--mistakes')
const [first = 7, last = first] = (option('seed') ?? '7').split('-').map(Number)
const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i)
const only = process.argv.filter((argument) => argument.endsWith('.txt'))
const files = FILES.filter(
  (file) => existsSync(join(CORPUS, file)) && (only.length === 0 || only.some((end) => file.endsWith(end))),
)
if (files.length === 0) console.log('No corpus beside the repository: nothing to measure.')
const structureOf = process.argv.includes('--plain') ? plainProvisions : detectStructure
const subjects = files.map((file) => ({
  file,
  subject: subjectOf(textOf(file)),
  changes: changesWith(othersThan(file)),
}))
const sample = Number(option('sample') ?? files.length)

/** The texts for a seed: all of them, or as many as were asked for, others for every seed. */
function sampled(seed: number): typeof subjects {
  const count = Math.max(1, subjects.length)
  return subjects.filter((_, i) => ((((i - seed) * 3) % count) + count) % count < sample)
}

const wanted = new RegExp(option('change') ?? '')
const names = Object.keys(changesWith([])).filter((change) => wanted.test(change))
console.log(
  'Of those still there: "carried" went to their own words without a question, "proposed" are in the review list with the right ' +
    'place, "right place" is both;\n"at a copy" are in the list with a copy that the trial inserted. "wrong" must be 0.',
)
for (const quoting of QUOTINGS.filter((name) => name.includes(option('quoting') ?? ''))) {
  const kinds = new Map<string, number>()
  const rows = names.map((change) => {
    const sum = emptyTally()
    for (const seed of seeds) {
      for (const { file, subject, changes } of sampled(seed)) {
        const tally = trial(subject, changes[change] ?? [], seed, quoting, structureOf)
        addTally(sum, tally)
        for (const mistake of tally.mistakes) console.log(`${change}, seed ${seed}, ${file}: ${mistake}`)
        for (const miss of tally.misses) {
          const kind = `${change}: ${kindOf(miss, subject.text)}`
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
          if (verbose) console.log(JSON.stringify({ change, seed, file, ...miss }))
        }
      }
    }
    return {
      change,
      'still there': sum.present,
      'right place': percent(sum.right + sum.proposed, sum.present),
      carried: percent(sum.right, sum.present),
      proposed: percent(sum.proposed, sum.present),
      'at a copy': percent(sum.atCopy, sum.present),
      elsewhere: percent(sum.elsewhere, sum.present),
      lost: percent(sum.lost, sum.present),
      wrong: sum.wrong,
      'ms each': (sum.ms / Math.max(1, sum.present + sum.gone)).toFixed(2),
    }
  })
  const texts =
    sample < files.length ? `${sample} of ${files.length} texts for each seed` : `${files.length} texts`
  console.log(`\n${quoting} of ${texts}, seeds ${first} to ${last}`)
  console.table(rows)
  if (verbose) console.table([...kinds].map(([kind, count]) => ({ kind, count })))
}
