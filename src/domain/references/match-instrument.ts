/** An agreement as it can be recognised by its name. */
export interface Nameable {
  readonly id: string
  readonly title: string
  readonly shortTitle?: string
  /** Date of signature, as ISO 8601 to the day, month or year. */
  readonly signedOn?: string
}

/** Words that do not tell one instrument from another; those for kinds of instruments are compared on their own. */
const SMALL = new Set(
  'the of on and for to in a an between its all forms from at by with concerning relating regarding respect signed done adopted le la les l de du des d et sur entre relatif relative aux au en el los las del y sobre o os as da do dos das e para der die das des den dem und über zwischen von vom zum zur het een van en inzake tussen il lo gli i della dello dei degli delle di sulla sul tra о об и по в между от с года г'.split(
    ' ',
  ),
)

/** Kinds of instruments in English, French and so on, each line one kind. */
const KINDS: readonly (readonly string[])[] = [
  [
    'treaty',
    'traité',
    'tratado',
    'vertrag',
    'vertrags',
    'vertrages',
    'verdrag',
    'trattato',
    'договор',
    'договора',
    'معاهدة',
    'معاهده',
    '条约',
    '조약',
  ],
  [
    'convention',
    'convención',
    'convenio',
    'convenção',
    'übereinkommen',
    'übereinkommens',
    'конвенция',
    'конвенции',
    'اتفاقية',
    'کنوانسیون',
    '公约',
    '협약',
  ],
  [
    'agreement',
    'accord',
    'acuerdo',
    'acordo',
    'abkommen',
    'abkommens',
    'overeenkomst',
    'accordo',
    'соглашение',
    'соглашения',
    'موافقتنامه',
    '协定',
    '협정',
  ],
  ['charter', 'charte', 'carta', 'charta', 'handvest', 'устав', 'устава', 'ميثاق', 'منشور', '宪章', '헌장'],
  [
    'protocol',
    'protocole',
    'protocolo',
    'protokoll',
    'protokolls',
    'protocollo',
    'протокол',
    'протокола',
    'بروتوكول',
    'پروتکل',
    '议定书',
    '의정서',
  ],
  ['covenant', 'pacte', 'pacto', 'pakt', 'pact', 'patto', 'пакт', 'пакта'],
  ['statute', 'statut', 'estatuto', 'statuut', 'statuto', 'статут', 'статута'],
  [
    'declaration',
    'déclaration',
    'declaración',
    'declaração',
    'erklärung',
    'verklaring',
    'dichiarazione',
    'декларация',
    'декларации',
  ],
  ['memorandum'],
  ['pact'],
  ['constitution'],
  ['act'],
]

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

interface Name {
  readonly kinds: ReadonlySet<number>
  /** Words that tell it from others. */
  readonly words: ReadonlySet<string>
  /** Roman and arabic numbers that are no dates: `Protocol II`. */
  readonly numbers: ReadonlySet<string>
  readonly year?: string
  readonly month?: string
}

/**
 * Finds the agreement of a library that some words name, or nothing. No wrong link rather than a guess: kind, numbers
 * and dates must not differ, all the words of the shorter name must stand in the other, and only one agreement may
 * fit. Titles are taken apart once, answers are remembered.
 */
export function instrumentMatcher<A extends Nameable>(
  agreements: readonly A[],
): (words: string) => A | undefined {
  const named = agreements.map((agreement) => ({
    agreement,
    full: nameOf(agreement.title),
    short: agreement.shortTitle === undefined ? undefined : nameOf(agreement.shortTitle),
  }))
  const known = new Map<string, A | undefined>()
  return (words) => {
    if (known.has(words)) return known.get(words)
    const cited = nameOf(words)
    const fitting = named.filter(
      ({ agreement, full, short }) =>
        fitsDate(cited, agreement.signedOn) && ((short && isSame(cited, short)) || isNamedBy(cited, full)),
    )
    const match = fitting.length === 1 ? fitting[0]?.agreement : undefined
    known.set(words, match)
    return match
  }
}

/** As many telling words are enough for a name that leaves some out. */
const ENOUGH = 2

function isNamedBy(cited: Name, full: Name): boolean {
  if (!areAlike(cited, full)) return false
  if (isWithin(full.words, cited.words)) return full.words.size > 0
  return (
    cited.words.size >= ENOUGH && isWithin(cited.words, full.words) && cited.words.size * 2 >= full.words.size
  )
}

function isSame(cited: Name, short: Name): boolean {
  return (
    areAlike(cited, short) &&
    cited.words.size === short.words.size &&
    isWithin(cited.words, short.words) &&
    (cited.words.size > 0 || cited.numbers.size > 0)
  )
}

function areAlike(one: Name, other: Name): boolean {
  const kinds = (name: Name): string => [...name.kinds].sort((a, b) => a - b).join()
  const numbers = (name: Name): string => [...name.numbers].sort().join()
  const isDated = one.year !== undefined && other.year !== undefined
  return (
    kinds(one) === kinds(other) && numbers(one) === numbers(other) && (!isDated || one.year === other.year)
  )
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((word) => outer.has(word))
}

function fitsDate({ year, month }: Name, signedOn: string | undefined): boolean {
  if (signedOn === undefined) return true
  const [signedYear, signedMonth] = signedOn.split('-')
  if (year !== undefined && year !== signedYear) return false
  return month === undefined || signedMonth === undefined || month === signedMonth
}

function nameOf(words: string): Name {
  const kinds = new Set<number>()
  const telling = new Set<string>()
  const numbers = new Set<string>()
  let year: string | undefined
  let month: string | undefined
  for (const printed of words.match(/[\p{L}\p{N}\p{M}\u200c]+/gu) ?? []) {
    const word = printed.toLowerCase()
    const kind = KINDS.findIndex((forms) => forms.includes(word))
    if (/^(?:1[6-9]|20)\d\d$/.test(word)) year = word
    else if (MONTHS.includes(word)) month = String(MONTHS.indexOf(word) + 1).padStart(2, '0')
    else if (/^[IVX]+$/.test(printed) || (/^\d+$/.test(word) && !isDay(words, printed))) numbers.add(word)
    else if (kind >= 0) kinds.add(kind)
    else if (!SMALL.has(word) && !/^\d+$/.test(word)) telling.add(word)
  }
  return { kinds, words: telling, numbers, ...(year ? { year } : {}), ...(month ? { month } : {}) }
}

/** Whether a number is the day of a date. */
function isDay(words: string, number: string): boolean {
  return new RegExp(`(?:^|\\D)${number}\\.?\\s+\\p{L}+\\s+(?:de\\s+)?\\d{4}`, 'u').test(words)
}
