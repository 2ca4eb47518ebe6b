import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'

/** What the files of one folder may import: other layers by name, packages by name, `node:*` as `node`. */
export interface Layer {
  readonly name: string
  readonly layers: readonly string[]
  readonly packages: readonly string[]
}

const REACT = ['react', 'react-dom', 'react/jsx-runtime', 'zustand', 'lucide-react']

/**
 * The architecture as a table; docs/architecture.md says why. A layer is named by its folder below `src`; a file
 * belongs to the longest name that fits. Every layer may import itself.
 */
export const LAYERS: readonly Layer[] = [
  { name: 'domain', layers: [], packages: [] },
  { name: 'contract', layers: ['domain'], packages: ['zod'] },
  { name: 'main/files', layers: [], packages: ['node'] },
  { name: 'main/library', layers: ['domain', 'contract', 'main/files'], packages: ['node'] },
  {
    name: 'main/archive',
    layers: ['domain', 'contract', 'main/files', 'main/library'],
    packages: ['node', 'yazl', 'yauzl'],
  },
  {
    name: 'main/backup',
    layers: ['domain', 'contract', 'main/files', 'main/library', 'main/archive'],
    packages: ['node'],
  },
  {
    name: 'main/drafts',
    layers: ['domain', 'contract', 'main/files', 'main/library'],
    packages: ['node'],
  },
  {
    name: 'main/library/verify',
    layers: [
      'domain',
      'contract',
      'main/files',
      'main/library',
      'main/archive',
      'main/backup',
      'main/drafts',
    ],
    packages: ['node'],
  },
  { name: 'main/history', layers: ['domain', 'contract', 'main/library'], packages: ['node'] },
  {
    name: 'main/documents',
    layers: ['domain', 'contract'],
    packages: ['node', 'htmlparser2', 'pdfjs-dist', 'saxes', 'yaml', 'yauzl'],
  },
  { name: 'main/exchange', layers: ['domain'], packages: ['node', 'saxes'] },
  {
    name: 'main/samples',
    layers: ['domain', 'contract', 'main/documents', 'main/library'],
    packages: ['node'],
  },
  {
    name: 'main',
    layers: [
      'domain',
      'contract',
      'main/files',
      'main/library',
      'main/library/verify',
      'main/archive',
      'main/backup',
      'main/drafts',
      'main/history',
      'main/documents',
      'main/exchange',
      'main/samples',
    ],
    packages: ['node'],
  },
  {
    name: 'main/shell',
    layers: ['domain', 'contract', 'main', 'main/exchange'],
    packages: ['node', 'electron'],
  },
  { name: 'main/index.ts', layers: ['*'], packages: ['node', 'electron'] },
  { name: 'preload', layers: ['contract'], packages: ['electron'] },
  { name: 'renderer/projection', layers: ['domain', 'contract'], packages: ['dexie'] },
  { name: 'renderer/ui', layers: ['domain'], packages: [...REACT, '@base-ui/react', 'cmdk'] },
  {
    name: 'renderer/workspace',
    layers: ['domain', 'contract', 'renderer/projection', 'renderer/ui'],
    packages: REACT,
  },
  {
    name: 'renderer/editor',
    layers: ['domain', 'renderer/ui', 'renderer/workspace'],
    packages: [...REACT, 'lexical', '@lexical'],
  },
  ...[
    'library',
    'reader',
    'annotate',
    'assess',
    'brief',
    'codebook',
    'references',
    'suggest',
    'versions',
    'backups',
    'history',
    'notes',
    'review',
  ].map((feature) => ({
    name: `renderer/features/${feature}`,
    layers: [
      'domain',
      'contract',
      'renderer/projection',
      'renderer/ui',
      'renderer/workspace',
      'renderer/editor',
    ],
    packages: [...REACT, ...(feature === 'brief' ? ['lexical', '@lexical'] : [])],
  })),
  {
    name: 'renderer/app',
    layers: ['*'],
    packages: [...REACT, '@base-ui/react', 'react-resizable-panels'],
  },
  { name: 'renderer', layers: ['contract'], packages: [] },
]

/** An import or re-export at the start of a line, its list broken over lines or not; and a dynamic import. */
const IMPORT =
  /(?:^|\n)(?:import|export)\s+(?:[\w$*\s{},]+?\sfrom\s+)?'([^'\n]+)'|\bimport\(\s*'([^']+)'\s*\)/g

/** One import in one file. */
export interface Import {
  readonly file: string
  readonly target: string
}

/** Every import in every source file below a folder; tests and their helpers are left out. */
export function importsBelow(root: string): Import[] {
  return sourceFiles(root).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return [...source.matchAll(IMPORT)].map((match) => ({ file, target: match[1] ?? match[2] ?? '' }))
  })
}

/** Imports that the table does not allow, as sentences. */
export function violations(root: string, imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, target }) => {
    const from = layerOf(file)
    if (!from) return [`${file} belongs to no layer`]
    const inside = insidePath(root, file, target)
    if (inside === undefined)
      return isPackageAllowed(from, target) ? [] : [`${file} may not import ${target}`]
    const to = layerOf(inside)
    const allowed = !to || to === from || from.layers.includes('*') || from.layers.includes(to.name)
    return allowed ? [] : [`${file} (${from.name}) may not import ${inside} (${to.name})`]
  })
}

function sourceFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|testing)\.tsx?$/.test(file))
}

/** The path below `src` of an import of ours, or nothing for a package. */
function insidePath(root: string, file: string, target: string): string | undefined {
  if (target.startsWith('#')) return target.slice(1)
  if (!target.startsWith('.')) return undefined
  const path = posix.join(dirname(file).replaceAll('\\', '/'), target)
  return path.startsWith('..') ? relative(root, join(root, path)) : path
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.filter(({ name }) => path === name || path.startsWith(`${name}/`)).sort(
    (a, b) => b.name.length - a.name.length,
  )[0]
}

function isPackageAllowed(from: Layer, target: string): boolean {
  const name = target.startsWith('node:') ? 'node' : target
  return from.packages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`))
}
