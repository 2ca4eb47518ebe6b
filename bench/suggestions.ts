import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defaultCodebook, defaultThemeId } from '#domain/codebook/default-codebook.ts'
import { isCodable } from '#domain/codebook/theme.ts'
import { findByAddress } from '#domain/structure/citation-label.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { treeOf } from '#domain/structure/tree.ts'
import { countedUnits } from '#domain/suggestion/passages.ts'
import { suggestionModel, suggestThemes, type CodedPassage } from '#domain/suggestion/suggest.ts'
import type { Reason } from '#domain/suggestion/suggestion.ts'
import { normaliseText } from '#domain/text/normalise.ts'
import { sampleFormat, type Sample } from '#main/samples/sample-format.ts'

/**
 * How good suggestions are: the codings of the bundled sample, with one agreement left out at a time. The model
 * learns from the others, proposes for every coded article of the one left out, and is compared with what the
 * analyst of the sample gave there.
 */

const SAMPLES = resolve(import.meta.dirname, '..', 'resources', 'samples')
const SOURCES = ['signal', 'definition', 'neighbour'] as const

interface CodedText {
  readonly key: string
  readonly content: string
  readonly passages: readonly (CodedPassage & { readonly start: number; readonly end: number })[]
}

function codedText(sample: Sample, { key, file }: Sample['agreements'][number]): CodedText[] {
  if (file === undefined) return []
  const { text: content } = normaliseText(readFileSync(join(SAMPLES, file), 'utf8'))
  const tree = treeOf(detectStructure(content))
  const codings = sample.annotations
    .filter((annotation) => annotation.agreement === key)
    .map(({ words, provision, themes }) => {
      const whole = findByAddress(tree, provision ?? '')
      const start = words === undefined ? (whole?.start ?? 0) : content.indexOf(words)
      const end = words === undefined ? (whole?.end ?? 0) : start + words.length
      return { start, end, themeIds: themes.map(defaultThemeId) }
    })
  const passages = [...countedUnits(tree, content)].map(({ unit, counts }) => ({
    textId: key,
    provisionId: unit.id,
    counts,
    start: unit.start,
    end: unit.end,
    themeIds: new Set(
      codings.filter((c) => c.start < unit.end && unit.start < c.end).flatMap((c) => c.themeIds),
    ),
  }))
  return [{ key, content, passages }]
}

interface Figures {
  readonly articles: number
  readonly given: number
  readonly found: number
  readonly proposed: number
  readonly first: number
  /** Of the themes found, how many each source had a part in. */
  readonly bySource: Readonly<Record<Reason['kind'], number>>
}

/** Proposes for every coded article of one text, learning from the others. */
function evaluate(left: CodedText, others: readonly CodedText[]): Figures {
  const themes = defaultCodebook().themes.filter(isCodable)
  const model = suggestionModel(
    themes,
    others.flatMap((text) => text.passages),
  )
  const coded = left.passages.filter((passage) => passage.themeIds.size > 0)
  const results = coded.map((passage) => {
    const suggestions = suggestThemes(model, left.content, passage, new Set())
    return { passage, suggestions, right: suggestions.filter((s) => passage.themeIds.has(s.themeId)) }
  })
  const sum = (count: (result: (typeof results)[number]) => number): number =>
    results.reduce((total, result) => total + count(result), 0)
  const bySource = (kind: Reason['kind']): number =>
    sum(({ right }) => right.filter((s) => s.reasons.some((reason) => reason.kind === kind)).length)
  return {
    articles: results.length,
    given: sum(({ passage }) => passage.themeIds.size),
    found: sum(({ right }) => right.length),
    proposed: sum(({ suggestions }) => suggestions.length),
    first: sum(({ suggestions: [best], passage }) => (best && passage.themeIds.has(best.themeId) ? 1 : 0)),
    bySource: {
      signal: bySource('signal'),
      definition: bySource('definition'),
      neighbour: bySource('neighbour'),
    },
  }
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${Math.round((100 * part) / whole)} %`

function print(name: string, figures: Figures): void {
  const { articles, given, found, proposed, first, bySource } = figures
  console.log(`${name}: ${articles} coded articles, ${given} themes given, ${proposed} proposed`)
  console.log(`  found ${found} of the themes given (recall ${percent(found, given)})`)
  console.log(`  ${percent(found, proposed)} of the proposals are what the analyst gave (precision)`)
  console.log(`  the first proposal is right in ${percent(first, articles)} of the articles`)
  console.log(`  found by ${SOURCES.map((source) => `${source} ${bySource[source]}`).join(', ')}`)
}

const sample = sampleFormat.parse(JSON.parse(readFileSync(join(SAMPLES, 'sample.json'), 'utf8')))
const texts = sample.agreements.flatMap((agreement) => codedText(sample, agreement))
console.log('Suggestions, leaving one agreement of the sample out at a time')
for (const left of texts) {
  const others = texts.filter((text) => text !== left)
  print(`${left.key}, learning from the others`, evaluate(left, others))
  print(`${left.key}, by the codebook alone`, evaluate(left, []))
}
