/**
 * How references resolve: `npx tsx bench/references.ts [--sample=N] [--broken] [--seed=N] [FILE…]`. Every text of the
 * corpus beside the repository, counted by language; a sample to check by eye.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findReferences } from '#domain/references/find-references.ts'
import { languagesIn } from '#domain/references/languages-in.ts'
import type { Reference } from '#domain/references/reference.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { decodeDocument } from '#main/documents/decode-document.ts'
import { treeOf, type ProvisionTree } from '#domain/structure/tree.ts'

const CORPUS = resolve(import.meta.dirname, '../../shared/corpus')
const FOLDERS = [
  'en',
  'fr',
  'es',
  'pt',
  'de',
  'nl',
  'ru',
  'ar',
  'fa',
  'zh',
  'ko',
  'md-original',
  'mixed-language',
  'xml-tota',
  'json-open-treaties',
]

interface Read {
  readonly file: string
  readonly text: string
  readonly tree: ProvisionTree
  readonly languages: readonly string[]
  readonly references: readonly Reference[]
  readonly ms: number
}

async function readOne(file: string): Promise<Read[]> {
  const decoded = await decodeDocument(readFileSync(file), file)
  return decoded.texts.map(({ text, language }) => {
    const tree = treeOf(detectStructure(text))
    const languages = languagesIn(text, language)
    const from = performance.now()
    const references = findReferences(text, tree, languages)
    return { file, text, tree, languages, references, ms: performance.now() - from }
  })
}

function files(): string[] {
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  if (named.length > 0) return named.map((name) => (existsSync(name) ? name : join(CORPUS, name)))
  return FOLDERS.filter((folder) => existsSync(join(CORPUS, folder))).flatMap((folder) =>
    readdirSync(join(CORPUS, folder))
      .filter((name) => /\.(?:txt|md|xml|json)$/.test(name))
      .map((name) => join(CORPUS, folder, name)),
  )
}

function isBroken(reference: Reference): boolean {
  return reference.kind === 'internal' && reference.broken !== undefined
}

function describe({ text, tree, file }: Read, reference: Reference): string {
  const words = (from: number, to: number): string => text.slice(from, to).replace(/\s+/g, ' ')
  const { start, end } = reference
  const place = tree.find(reference.from)
  const to =
    reference.kind === 'external'
      ? `EXTERNAL [${reference.instrument.name}]`
      : (reference.broken ??
        reference.targets
          .flatMap((id) => tree.find(id) ?? [])
          .map((p) => citationLabel(tree, p))
          .join(', '))
  return `${file.slice(CORPUS.length + 1)} ${place ? citationLabel(tree, place) : ''}: …${words(start - 50, start)}⟦${words(start, end)}⟧${words(end, end + 45)}…\n      → ${to}`
}

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

async function run(): Promise<void> {
  const option = (name: string): number | undefined => {
    const found = process.argv.find((argument) => argument.startsWith(`--${name}=`))
    return found === undefined ? undefined : Number(found.split('=')[1])
  }
  const read = (await Promise.all(files().map(readOne))).flat()
  const rows = new Map<
    string,
    { texts: number; internal: number; broken: number; external: number; missing: number }
  >()
  for (const { languages, references } of read) {
    const key = languages.join(' ')
    const row = rows.get(key) ?? { texts: 0, internal: 0, broken: 0, external: 0, missing: 0 }
    row.texts++
    row.internal += references.filter(({ kind }) => kind === 'internal').length
    row.broken += references.filter(isBroken).length
    row.missing += references.filter(
      (r) => isBroken(r) && !(r.kind === 'internal' && r.broken === 'no such division'),
    ).length
    row.external += references.filter(({ kind }) => kind === 'external').length
    rows.set(key, row)
  }
  console.table(
    [...rows].map(([language, row]) => ({
      language,
      ...row,
      'no such article or paragraph %': ((100 * row.missing) / Math.max(1, row.internal)).toFixed(2),
      'broken %': ((100 * row.broken) / Math.max(1, row.internal)).toFixed(2),
    })),
  )
  if (process.argv.includes('--files'))
    for (const { file, text, references, ms } of read)
      console.log(
        `${file.slice(CORPUS.length + 1).padEnd(50)} ${references.filter(({ kind }) => kind === 'internal').length} internal, ${references.filter(isBroken).length} broken, ${(text.length / 1000 / ms).toFixed(1)} MB/s`,
      )
  const length = read.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const ms = read.reduce((sum, one) => sum + one.ms, 0)
  console.log(`${(length / 1000 / ms).toFixed(1)} MB/s over ${(length / 1e6).toFixed(1)} MB`)
  const all = read.flatMap((one) => one.references.map((reference) => ({ one, reference })))
  const wanted = process.argv.includes('--broken') ? all.filter(({ reference }) => isBroken(reference)) : all
  const next = random(option('seed') ?? 1)
  const sample = option('sample') ?? 0
  const shown = [...wanted]
    .map((entry) => ({ entry, at: next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, sample)
  for (const { entry } of shown) console.log(describe(entry.one, entry.reference))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run()
