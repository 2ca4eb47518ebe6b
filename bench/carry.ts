/**
 * How annotations follow a changed text: `npx tsx bench/carry.ts [--seed=N] [--mistakes] [--plain] [--change=PART]`. Every sentence of the corpus texts, three words out of each,
 * and every provision is carried into the text with provisions inserted, deleted, renumbered, moved and misread.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { detectStructure } from '../src/domain/structure/detect.ts'
import { CHANGES } from '../src/domain/text/carry/changes.testing.ts'
import { plainProvisions, subjectOf } from '../src/domain/text/carry/subject.testing.ts'
import { trial, type Quoting } from '../src/domain/text/carry/trial.testing.ts'

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

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
}

const verbose = process.argv.includes('--mistakes')
const seed = Number(process.argv.find((argument) => /^--seed=\d+$/.test(argument))?.slice(7) ?? 7)
/** Only the changes with this in their names. */
const part = process.argv.find((argument) => argument.startsWith('--change='))?.slice(9) ?? ''
const only = process.argv.find((argument) => argument.endsWith('.txt'))
const files = FILES.filter((file) => existsSync(join(CORPUS, file)) && (!only || file.endsWith(only)))
if (files.length === 0) console.log('No corpus beside the repository: nothing to measure.')
const structureOf = process.argv.includes('--plain') ? plainProvisions : detectStructure
for (const quoting of ['sentences', 'three words', 'provisions'] satisfies Quoting[]) {
  const rows = Object.entries(CHANGES)
    .filter(([change]) => change.includes(part))
    .map(([change, steps]) => {
      const sum = { present: 0, right: 0, asked: 0, lost: 0, gone: 0, wrong: 0, ms: 0 }
      for (const file of files) {
        const subject = subjectOf(readFileSync(join(CORPUS, file), 'utf8').replace(/\r\n?/g, '\n'))
        const tally = trial(subject, steps, seed, quoting, structureOf)
        for (const key of ['present', 'right', 'asked', 'lost', 'gone', 'wrong', 'ms'] as const)
          sum[key] += tally[key]
        if (verbose) for (const mistake of tally.mistakes) console.log(`${change}, ${file}: ${mistake}`)
      }
      return {
        change,
        targets: sum.present + sum.gone,
        right: percent(sum.right, sum.present),
        asked: percent(sum.asked, sum.present),
        lost: percent(sum.lost, sum.present),
        'wrong without a question': sum.wrong,
        'ms per target': (sum.ms / Math.max(1, sum.present + sum.gone)).toFixed(2),
      }
    })
  console.log(`\n${quoting} of ${files.length} texts`)
  console.table(rows)
}
