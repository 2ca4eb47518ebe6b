import { COMMAND_IDS, describeCommand } from '#contract/commands.ts'
import { asciiDigits } from '#domain/shared/ascii-digits.ts'

/** What of a key press says which sign is meant. */
export interface SignPress {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
}

/** What the keys beside the letters write on an American keyboard, alone and with Shift. */
const SIGNS: Readonly<Record<string, string>> = {
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Slash: '/?',
  Period: '.>',
  Comma: ',<',
  Semicolon: ';:',
}

/** The signs that some command has for its key: whoever can write one of them means it. */
const MEANT: ReadonlySet<string> = new Set(
  COMMAND_IDS.flatMap((id) => {
    const sign = describeCommand(id).keys?.at(-1)
    return sign === undefined || /\w/.test(sign) ? [] : [sign]
  }),
)

/**
 * The sign that a key press means on a keyboard of any script, letters as capitals: `J` for the Russian `о` and the
 * Persian `ت`, `1` for the Persian `۱` and the French `&`. What the keyboard writes counts where it is in ASCII; otherwise
 * the place of the key does. Keys with names keep them: `Enter`, `F3`.
 */
export function signOf({ key, code, shiftKey }: SignPress): string {
  if (key.length !== 1) return key
  const written = asciiDigits(key)
  if (/[a-z\d]/i.test(written) || MEANT.has(key)) return written.toUpperCase()
  // A French keyboard writes its digits with Shift; what it writes without is no key of ours.
  const onDigit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (onDigit !== undefined && !shiftKey) return onDigit
  if (key <= '~') return key
  return /^Key([A-Z])$/.exec(code)?.[1] ?? SIGNS[code]?.[shiftKey ? 1 : 0] ?? key.toUpperCase()
}
