import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCodebook } from '../codebook/default-codebook.ts'
import { isCodable, type Theme } from '../codebook/theme.ts'
import { annotationOf, AUTHOR, STRUCTURE, TEXT, TREATY } from '../library/fixture.testing.ts'
import { refuseTheme } from '../library/changes/assessment-changes.ts'
import { treeOf } from '../structure/tree.ts'
import { codedPassages, codingsOf, countedUnits, settledThemes } from './passages.ts'
import { suggestionModel, suggestThemes } from './suggest.ts'
import { countTerms } from './term-weights.ts'

const THEMES = defaultCodebook().themes.filter(isCodable)
const TREE = treeOf(STRUCTURE.provisions)
const UNITS = [...countedUnits(TREE, TREATY)]
const NONE: ReadonlySet<string> = new Set()

function provision(id: string) {
  const found = TREE.find(id)
  if (!found) throw new Error(`No provision ${id}`)
  return { textId: TEXT.id, provisionId: id, start: found.start, end: found.end }
}

function theme(id: string, fields: Partial<Theme>): Theme {
  return { id, codebookId: 'c', order: 0, code: id, label: id, colour: 'other', ...fields }
}

describe('suggestions', () => {
  it('follow the signals of the codebook, and point at the words', () => {
    const model = suggestionModel(THEMES, [])
    const [best] = suggestThemes(model, TREATY, provision('art-2'), NONE)
    expect(best?.themeId).toBe('default.SEC.1')
    const reason = best?.reasons.find(({ kind }) => kind === 'signal')
    expect(reason?.words).toEqual(['considered an attack'])
    expect(reason?.spans.map(({ start, end }) => TREATY.slice(start, end))).toEqual(['considered an attack'])
  })

  it('follow how the analyst coded provisions that are alike, and name the one', () => {
    const peace = theme('peace', {})
    const counts = countTerms('a threat to the peace of the Inner Sea')
    const like = { textId: 'other', provisionId: 'art-9', counts, themeIds: new Set(['peace']) }
    const uncoded = codedPassages(TEXT.id, UNITS, [])
    const model = suggestionModel([peace], [...uncoded, like])
    const [best] = suggestThemes(model, TREATY, provision('preamble'), NONE)
    expect(best).toMatchObject({ themeId: 'peace' })
    expect(best?.reasons[0]).toMatchObject({
      kind: 'neighbour',
      like: { textId: 'other', provisionId: 'art-9' },
    })
    expect(best?.reasons[0]?.words).toContain('Inner')
    expect(suggestThemes(model, TREATY, provision('art-3'), NONE)).toEqual([])
  })

  it('learn from this analyst only, and not from the provision itself', () => {
    const annotation = annotationOf('keep the peace of the Inner Sea', ['SEC.4'])
    const mine = codedPassages(TEXT.id, UNITS, codingsOf([annotation], AUTHOR.name))
    const theirs = codedPassages(TEXT.id, UNITS, codingsOf([annotation], 'Somebody else'))
    expect(mine.flatMap((p) => [...p.themeIds])).toEqual(['default.SEC.4'])
    expect(theirs.flatMap((p) => [...p.themeIds])).toEqual([])
    const bare = suggestionModel([theme('default.SEC.4', {})], mine)
    expect(suggestThemes(bare, TREATY, provision('preamble'), NONE)).toEqual([])
  })

  it('leave out what is given there, and what was refused there', () => {
    const annotation = annotationOf('An attack on one Party')
    const [operation] = refuseTheme({ textId: TEXT.id, provisionId: 'art-2' }, 'default.POL.1', AUTHOR)
    expect(operation).toMatchObject({
      op: 'create',
      value: { refusedThemes: [{ themeId: 'default.POL.1', by: AUTHOR.name }] },
    })
    const art2 = TREE.find('art-2')
    if (!art2) throw new Error('The treaty has an article 2')
    const settled = settledThemes(art2, [annotation], [{ themeId: 'default.POL.1' }])
    expect([...settled]).toEqual(['default.SEC.1', 'default.POL.1'])
    const model = suggestionModel(THEMES, [])
    const proposed = suggestThemes(model, TREATY, provision('art-2'), settled).map((s) => s.themeId)
    expect(proposed).not.toContain('default.SEC.1')
  })

  it('work in scripts without spaces, and in Persian however it is typed', () => {
    const chinese = '第三条 双方遭到武装攻击时立即提供军事援助。'
    const persian = 'ماده ۳ طرفين همكاري دفاعي را گسترش می‌دهند.'
    const zh = suggestionModel([theme('zh', { definition: '武装攻击', signals: '军事援助' })], [])
    const fa = suggestionModel([theme('fa', { definition: 'همکاری دفاعی' })], [])
    const whole = (text: string) => ({ textId: 't', provisionId: 'p', start: 0, end: text.length })
    expect(
      suggestThemes(zh, chinese, whole(chinese), NONE)[0]
        ?.reasons.map((r) => r.kind)
        .sort(),
    ).toEqual(['definition', 'signal'])
    expect(suggestThemes(fa, persian, whole(persian), NONE)[0]?.reasons[0]?.words).toContain('همكاري')
  })

  it('are the same for the same input, inside the provision, strongest first, and never more than asked', () => {
    const words = fc.constantFrom(
      'attack',
      'peace',
      'Sea',
      'consult',
      'threat',
      'the',
      '武装',
      'دفاع',
      '.',
      '\n',
      '🤝',
    )
    const text = fc.array(words, { minLength: 2, maxLength: 40 }).map((parts) => parts.join(' '))
    const model = suggestionModel(
      [...THEMES, theme('x', { definition: 'peace دفاع 武装' })],
      codedPassages(
        TEXT.id,
        UNITS,
        codingsOf([annotationOf('any threat to the peace', ['SEC.4'])], AUTHOR.name),
      ),
    )
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.subarray(THEMES.map((t) => t.id)), (content, a, b, except) => {
        const [start = 0, end = 0] = [a % content.length, b % (content.length + 1)].sort((x, y) => x - y)
        const at = { textId: 't', provisionId: 'p', start, end }
        const found = suggestThemes(model, content, at, new Set(except))
        expect(suggestThemes(model, content, at, new Set(except))).toEqual(found)
        expect(found.length).toBeLessThanOrEqual(5)
        expect(found.map((s) => s.score)).toEqual(found.map((s) => s.score).sort((x, y) => y - x))
        for (const { themeId, score, reasons } of found) {
          expect(except).not.toContain(themeId)
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1)
          expect(reasons.length).toBeGreaterThan(0)
          for (const span of reasons.flatMap((reason) => reason.spans)) {
            expect(span.start).toBeGreaterThanOrEqual(start)
            expect(span.end).toBeLessThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
          }
        }
      }),
    )
  })
})
