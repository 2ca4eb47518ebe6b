import { isCode, withoutAbsent, type ExchangedTheme } from '#domain/codebook/exchanged.ts'
import { protectLines, unprotectLines } from './marked-lines.ts'

/** What REFI-QDA has one description for. */
export type Described = Pick<
  ExchangedTheme,
  'code' | 'definition' | 'include' | 'exclude' | 'signals' | 'sources' | 'examples' | 'shortcut'
>

const LABELS = {
  code: 'Code',
  include: 'When to use',
  exclude: 'When not to use',
  signals: 'Signals',
  sources: 'Sources',
  shortcut: 'Number key',
  example: 'Example',
} as const

type Label = keyof typeof LABELS

const NAMES = Object.keys(LABELS) as Label[]

/** The first line of a section: its label in square brackets, and maybe its words behind it. */
const MARK = new RegExp(`^\\[(?:${Object.values(LABELS).join('|')})\\](?: |$)`)

/**
 * Everything that is said of a theme as one text that people can read in any program and that
 * {@link readDescription} takes apart again: the definition first, then sections that begin with their label.
 */
export function writeDescription(theme: Described): string {
  const section = (name: Label, words: string | undefined): string[] =>
    words === undefined ? [] : [`[${LABELS[name]}] ${protectLines(words, MARK)}`]
  return [
    ...(theme.definition === undefined ? [] : [protectLines(theme.definition, MARK)]),
    ...section('code', theme.code),
    ...section('include', theme.include),
    ...section('exclude', theme.exclude),
    ...section('signals', theme.signals),
    ...section('sources', theme.sources),
    ...section('shortcut', theme.shortcut?.toString()),
    ...(theme.examples ?? []).flatMap((quote) => section('example', quote)),
  ].join('\n')
}

/** Takes a description apart. What another program wrote has no sections: all of it is the definition. */
export function readDescription(description: string): Described {
  const sections: { name: Label | 'definition'; lines: string[] }[] = [{ name: 'definition', lines: [] }]
  for (const line of description.split('\n')) {
    const name = MARK.test(line) ? NAMES.find((label) => line.startsWith(`[${LABELS[label]}]`)) : undefined
    if (name === undefined) sections.at(-1)?.lines.push(line)
    else sections.push({ name, lines: [line.slice(LABELS[name].length + 3)] })
  }
  const all = (name: Label | 'definition'): string[] =>
    sections
      .filter((section) => section.name === name)
      .map((section) => unprotectLines(section.lines.join('\n'), MARK))
      .filter((words) => words !== '')
  const one = (name: Label | 'definition'): string | undefined => {
    const words = all(name)
    return words.length === 0 ? undefined : words.join('\n')
  }
  const code = one('code')
  const shortcut = Number(one('shortcut'))
  const examples = all('example')
  return withoutAbsent({
    definition: one('definition'),
    code: code !== undefined && isCode(code) ? code : undefined,
    include: one('include'),
    exclude: one('exclude'),
    signals: one('signals'),
    sources: one('sources'),
    shortcut: Number.isInteger(shortcut) && shortcut >= 1 && shortcut <= 9 ? shortcut : undefined,
    examples: examples.length === 0 ? undefined : examples,
  })
}
