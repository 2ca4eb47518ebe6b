import fc from 'fast-check'
import { withoutAbsent, type ExchangedTheme } from '#domain/codebook/exchanged.ts'

/** Words in many scripts, with everything that formats trip over. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', ',', ';', '\n', '\r\n', '\t', '&', '<', ']]>', "'", '=', '+', '-', '@', '\\', ' '),
      fc.constantFrom('---', '[Code] ', '[Example] ', '\\[Code] ', 'دفاع مشترک', '互助', '🤝', 'Взаимная'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text !== '')

// eslint-disable-next-line no-control-regex -- control characters are what is meant
const inXml = (text: string): boolean => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)

const written = words.filter(inXml)
const maybe = fc.option(written, { nil: undefined })
const colour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((n) => `#${n.toString(16).padStart(6, '0').toUpperCase()}`)

const label = written.map((text) => text.trim()).filter((text) => text !== '')

/** A theme without codes; children so many deep. */
function bareTheme(depth: number): fc.Arbitrary<ExchangedTheme> {
  const children = depth === 0 ? fc.constant([]) : fc.array(bareTheme(depth - 1), { maxLength: 2 })
  return fc
    .record({
      label,
      definition: maybe,
      include: maybe,
      exclude: maybe,
      signals: maybe,
      sources: maybe,
      examples: fc.option(fc.array(written, { minLength: 1, maxLength: 3 }), { nil: undefined }),
      colour: fc.option(colour, { nil: undefined }),
      shortcut: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      codable: fc.boolean(),
      guid: fc.uuid(),
      children,
    })
    .map((theme) => withoutAbsent(theme))
}

/** Trees of themes with codes that are unique, as every codebook of ours has them. */
export const exchangedThemes = fc.array(bareTheme(2), { minLength: 1, maxLength: 4 }).map((themes) => {
  let number = 0
  const coded = (theme: ExchangedTheme): ExchangedTheme => ({
    ...theme,
    code: `T.${++number}`,
    children: theme.children.map(coded),
  })
  return themes.map(coded)
})
