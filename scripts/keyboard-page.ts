import { COMMAND_IDS, describeCommand, type MenuPlace } from '#contract/commands.ts'
import { MORE_KEYS } from '#contract/more-keys.ts'

const MENUS: readonly MenuPlace['menu'][] = ['File', 'Edit', 'View', 'Go', 'Help']

/** The page of all keys, made from the table of commands, so that it cannot be out of date. */
export function keyboardPage(): string {
  const sections = MENUS.map((menu) => {
    const rows = COMMAND_IDS.map(describeCommand)
      .filter((command) => command.place?.menu === menu && command.keys !== undefined)
      .map(({ label, keys = '' }) => [printed(keys), label.replace('…', '')] as const)
    return `## ${menu}\n\n${table(rows)}`
  })
  const more = `## In the text\n\n${table(MORE_KEYS.map(([keys, what]) => [keys, what] as const))}`
  const about = 'On a Mac, ⌘ stands for Ctrl. Keys without Ctrl work while you are not typing.'
  return `# Every key\n\n${about}\n\n${[...sections, more].join('\n')}`
}

function printed(keys: string): string {
  return keys.replace('CmdOrCtrl', 'Ctrl').replaceAll('+', ' + ')
}

/** A Markdown table with its columns aligned, as the formatter leaves it. */
function table(rows: readonly (readonly [string, string])[]): string {
  const all = [['key', 'what it does'] as const, ...rows]
  const widths = [0, 1].map((i) => Math.max(...all.map((row) => (row[i] ?? '').length)))
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, i) => cell + fill.repeat((widths[i] ?? 0) - cell.length)).join(' | ')} |\n`
  return line(all[0] ?? []) + line(['', ''], '-') + rows.map((row) => line(row)).join('')
}
