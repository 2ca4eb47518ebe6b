import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectStructure } from '../structure/detect.ts'
import { CHANGES } from './carry/changes.testing.ts'
import { plainProvisions, subjectOf } from './carry/subject.testing.ts'
import { addTally, emptyTally, trial } from './carry/trial.testing.ts'

/** Real agreements stand beside the repository, never in it. */
const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus')
const FILES = [
  'en/north-atlantic-treaty-1949.txt',
  'en/npt-1968.txt',
  'fr/un-charter-1945-fr.txt',
  'ru/kazakhstan-russia-2007-ru.txt',
  'zh/un-charter-1945-zh.txt',
].filter((file) => existsSync(join(CORPUS, file)))

/** Changes after which nearly every sentence has one place where it belongs. */
const PLAIN = [
  'inserted provisions',
  'deleted provisions',
  'deleted sentences',
  'renumbered, references too',
  'neighbours exchanged',
  'lines broken elsewhere',
  'letters misread, 1 %',
  'letters misread, 3 %',
]

/** What the texts are meant to be carried through. */
const ISSUE = 'inserted, deleted, renumbered, misread 1 %'

describe.skipIf(FILES.length === 0)(
  'carrying every sentence of real agreements (needs ../shared/corpus)',
  () => {
    const subjects = FILES.map((file) => subjectOf(readFileSync(join(CORPUS, file), 'utf8')))
    const short = subjects.slice(0, 1)

    it.each(Object.entries(CHANGES))('puts none in a wrong place without a question: %s', (_, changes) => {
      const mistakes = subjects.flatMap(
        (subject) => trial(subject, changes, 7, 'sentences', plainProvisions).mistakes,
      )
      expect(mistakes).toEqual([])
    })

    it.each(PLAIN)('puts 99 of 100 in the right place: %s', (change) => {
      const tallies = subjects.map((subject) =>
        trial(subject, CHANGES[change] ?? [], 7, 'sentences', plainProvisions),
      )
      const right = tallies.reduce((sum, tally) => sum + tally.right, 0)
      const present = tallies.reduce((sum, tally) => sum + tally.present, 0)
      expect(right / present).toBeGreaterThanOrEqual(0.99)
    })

    it.each([1, 2])(
      'carries 99 of 100 when articles are inserted, deleted and renumbered, with seed %i',
      (seed) => {
        const sum = emptyTally()
        for (const subject of subjects)
          addTally(sum, trial(subject, CHANGES[ISSUE] ?? [], seed, 'sentences', detectStructure))
        expect(sum.mistakes).toEqual([])
        expect(sum.right / sum.present).toBeGreaterThanOrEqual(0.99)
      },
    )

    it.each([1, 11, 12, 13])(
      'puts nothing in a wrong place without a question, with seed %i',
      (seed) => {
        const combined = [
          'twins with a word changed',
          'all of it, misread 2 %',
          'all of it and a word changed in twins',
        ]
        const mistakes = combined.flatMap((change) =>
          (['sentences', 'three words', 'provisions'] as const).flatMap((quoting) =>
            short.flatMap(
              (subject) => trial(subject, CHANGES[change] ?? [], seed, quoting, detectStructure).mistakes,
            ),
          ),
        )
        expect(mistakes).toEqual([])
      },
      120_000,
    )

    it('puts no three words in a wrong place without a question, with all of it changed', () => {
      const changes = CHANGES['all of it, misread 2 %'] ?? []
      const mistakes = subjects.flatMap(
        (subject) => trial(subject, changes, 7, 'three words', plainProvisions).mistakes,
      )
      expect(mistakes).toEqual([])
    })
  },
)
