import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectStructure } from './detect.ts'
import type { Provision } from './provision.ts'
import { treeOf } from './tree.ts'

/**
 * The articles of real agreements, as a person read them off the texts. Each entry lists runs of numbers in order:
 * `1-9` is every whole number from 1 to 9, a comma parts what does not count up, `3.0-18` is 3.0 to 3.18. Numbers
 * after a name in brackets stand in that attachment.
 */
const EXPECTED: Readonly<Record<string, string>> = {
  'ar/un-charter-1945-ar.txt': '1-111',
  'de/deutschland-marokko-2007-de.txt': '1-5',
  'en/armenia-russia-fta-1992.FLAT.txt': '1-21',
  'en/canada-chile-fta-1996.txt':
    '1.1-5, 2.1, 3.0-18, 4.1-16, 5.1-14, 6.1-5, 7.1-40, 8.1-12, 9.1-10, 10.1-2, 10.4, 10.3, 11.1-3, 11.6, 11.4-5, 11.7-8, 12.1-6, 13.1-8, 14.1-21, 15.1-7, 16.1-6',
  'en/china-australia-fta-2015.txt':
    '1.1-3, 2.1-16, 3.1-24, 4.1-14, 5.1-11, 6.1-13, 7.1-10, 8.1-25, [annex 8-B] 1-8, [] 9.1-25, 10.1-8, 11.1-24, 12.1-11, 13.1-5, 14.1-3, 15.1-17, 16.1-8, 17.1-5',
  'en/gatt-1947.FLAT.txt': '1-28, 28 bis, 29-38',
  'en/gcc-economic-agreement-2001.txt': '1-33',
  'en/india-bhutan-1949.FLAT.txt': '1-10',
  'en/iran-iraq-frontier-watercourses-1975.txt': '1-7',
  'en/iran-pakistan-pta-2004.txt': '1-21',
  'en/iran-syria-trade-2006.txt': '1-21',
  'en/jordan-lebanon-fta-2002.txt': '1-16',
  'en/kellogg-briand-1928.txt': '1-3',
  'en/north-atlantic-treaty-1949.txt': '1-14',
  'en/npt-1968.txt': '1-11',
  'en/outer-space-treaty-1967.txt': '1-17',
  'en/panama-canal-neutrality-1977.txt': '1-8',
  'en/rome-statute-1998.txt': '1-128',
  'en/tlatelolco-1967.txt': '1-31',
  'en/un-charter-1945-en.txt': '1-111',
  'en/unclos-1982.txt':
    '1-320, [annex II] 1-9, [annex III] 1-22, [annex IV] 1-13, [annex V] 1-14, [annex VI] 1-41, [annex VII] 1-13, [annex VIII] 1-5, [annex IX] 1-8',
  'en/usa-ussr-atomic-energy-1973.txt': '1-7',
  'en/vclt-1969.txt': '1-85',
  'es/argentina-paraguay-limites-1939-es.txt': '1-8, [protocol] 1-13',
  'es/un-charter-1945-es.txt': '1-111',
  'fr/benin-niger-mekrou-1999-fr.txt': '1-21',
  'fr/persia-netherlands-friendship-1930-fr.txt': '1-4',
  'fr/un-charter-1945-fr.txt': '1-111',
  'md-original/ch-cc-1995-3974_3974_3974.md': '1-23',
  'md-original/ch-cc-2011-528.md': '1-18',
  'md-original/ch-cc-2017-619.md': '1-4',
  'md-original/ch-cc-2026-58.md': '1-21',
  'mixed-language/north-atlantic-treaty-EN+NL-one-file.txt': '1-14, 1-14',
  'mixed-language/persia-netherlands-friendship-FR+NL-one-file.txt': '1-4, 1-4',
  'nl/nl-china-civil-aviation.txt': '1-15, 15 bis, 16-22',
  'pt/brasil-russia-energia-nuclear-1994-pt.txt': '1-11',
  'ru/china-russia-2000-ru.txt': '1-7',
  'ru/kazakhstan-russia-2007-ru.txt': '1-17',
  'ru/russia-ukraine-1996-ru.txt': '1-9',
  'ru/un-charter-1945-ru.txt': '1-111',
  'zh/genocide-zh-Hant.txt': '1-19',
  'zh/un-charter-1945-zh.txt': '1-111',
}

const CORPUS = '../shared/corpus'
const isThere = existsSync(CORPUS)

describe.skipIf(!isThere)('articles of real agreements (skipped where ../shared/corpus is absent)', () => {
  it.each(Object.entries(EXPECTED))('%s', (file, expected) => {
    const provisions = detectStructure(readFileSync(`${CORPUS}/${file}`, 'utf8'))
    expect(found(provisions)).toEqual(numbers(expected))
  })
})

/** Every number written out, each with the attachment it stands in. */
function numbers(expected: string): string[] {
  let scope = ''
  return expected.split(', ').flatMap((entry) => {
    const [, name, run = ''] = /^(?:\[(.*)\] )?(.*)$/.exec(entry) ?? []
    if (name !== undefined) scope = name
    const range = /^(.*?)(\d+)-(\d+)$/.exec(run)
    if (!range) return [`${scope} ${run}`.trim()]
    const [, prefix = '', first, last] = range
    const count = Number(last) - Number(first) + 1
    return Array.from({ length: count }, (_, i) => `${scope} ${prefix}${Number(first) + i}`.trim())
  })
}

function found(provisions: readonly Provision[]): string[] {
  const tree = treeOf(provisions)
  return provisions
    .filter((p) => p.kind === 'article')
    .map((p) => {
      const attachment = tree.pathTo(p).find((step) => ['annex', 'protocol', 'appendix'].includes(step.kind))
      const scope = attachment ? `${attachment.kind} ${attachment.number ?? ''}`.trim() : ''
      return `${scope} ${p.arabic ?? p.number ?? ''}`.trim()
    })
}
