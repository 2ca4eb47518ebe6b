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
  /** Its kinds, and its roman and arabic numbers that are no dates (`Protocol II`): what must be the same in another. */
  readonly class: string
  /** Words that tell it from others. */
  readonly words: ReadonlySet<string>
  readonly isNumbered: boolean
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
  let named: ReadonlyMap<string, readonly Named<A>[]> | undefined
  const known = new Map<string, A | undefined>()
  return (words) => {
    if (known.has(words)) return known.get(words)
    const cited = nameOf(words)
    const fitting = new Set<A>()
    // Not before something is looked for: a text is shown first.
    named ??= namesByClass(agreements)
    for (const { agreement, name, isShort } of named.get(cited.class) ?? [])
      if (fitsDate(cited, agreement.signedOn) && (isShort ? isSame(cited, name) : isNamedBy(cited, name)))
        fitting.add(agreement)
    const [only] = fitting
    const match = fitting.size === 1 ? only : undefined
    known.set(words, match)
    return match
  }
}

/** A name of an agreement. */
interface Named<A> {
  readonly agreement: A
  readonly name: Name
  readonly isShort: boolean
}

/** The names of agreements by their class: only among these can another name be found. */
function namesByClass<A extends Nameable>(
  agreements: readonly A[],
): ReadonlyMap<string, readonly Named<A>[]> {
  const named = new Map<string, Named<A>[]>()
  const put = (agreement: A, title: string, isShort: boolean): void => {
    const name = nameOf(title)
    const alike = named.get(name.class)
    if (alike) alike.push({ agreement, name, isShort })
    else named.set(name.class, [{ agreement, name, isShort }])
  }
  for (const agreement of agreements) {
    put(agreement, agreement.title, false)
    if (agreement.shortTitle !== undefined) put(agreement, agreement.shortTitle, true)
  }
  return named
}

/** As many telling words are enough for a name that leaves some out. */
const ENOUGH = 2

function isNamedBy(cited: Name, full: Name): boolean {
  if (!isOfSameYear(cited, full)) return false
  if (isWithin(full.words, cited.words)) return full.words.size > 0
  return (
    cited.words.size >= ENOUGH && isWithin(cited.words, full.words) && cited.words.size * 2 >= full.words.size
  )
}

function isSame(cited: Name, short: Name): boolean {
  return (
    isOfSameYear(cited, short) &&
    cited.words.size === short.words.size &&
    isWithin(cited.words, short.words) &&
    (cited.words.size > 0 || cited.isNumbered)
  )
}

/** Whether the years of two names do not differ, where both have one. */
function isOfSameYear(one: Name, other: Name): boolean {
  return one.year === undefined || other.year === undefined || one.year === other.year
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  for (const word of inner) if (!outer.has(word)) return false
  return true
}

function fitsDate({ year, month }: Name, signedOn: string | undefined): boolean {
  if (signedOn === undefined) return true
  const [signedYear, signedMonth] = signedOn.split('-')
  if (year !== undefined && year !== signedYear) return false
  return month === undefined || signedMonth === undefined || month === signedMonth
}

/** Names that were taken apart: the titles of a library are asked for again whenever one of them changes. */
const apart = new Map<string, Name>()
const MOST_APART = 50_000

function nameOf(words: string): Name {
  const known = apart.get(words)
  if (known) return known
  if (apart.size >= MOST_APART) apart.clear()
  const name = takeApart(words)
  apart.set(words, name)
  return name
}

function takeApart(words: string): Name {
  const kinds = new Set<number>()
  const telling = new Set<string>()
  const numbers = new Set<string>()
  let year: string | undefined
  let month: string | undefined
  const days = daysIn(words)
  for (const printed of words.match(/[\p{L}\p{N}\p{M}\u200c]+/gu) ?? []) {
    const word = printed.toLowerCase()
    const kind = KINDS.findIndex((forms) => forms.includes(word))
    if (/^(?:1[6-9]|20)\d\d$/.test(word)) year = word
    else if (MONTHS.includes(word)) month = String(MONTHS.indexOf(word) + 1).padStart(2, '0')
    else if (/^[IVX]+$/.test(printed) || (/^\d+$/.test(word) && !days.has(printed))) numbers.add(word)
    else if (kind >= 0) kinds.add(kind)
    else if (!SMALL.has(word) && !/^\d+$/.test(word)) telling.add(word)
  }
  const inOrder = [...kinds].sort((a, b) => a - b)
  return {
    class: `${inOrder.join()} ${[...numbers].sort().join()}`,
    words: telling,
    isNumbered: numbers.size > 0,
    ...(year ? { year } : {}),
    ...(month ? { month } : {}),
  }
}

/** Numbers that are the days of dates: `4 April 1949`, `3 de mayo de 1984`. */
function daysIn(words: string): ReadonlySet<string> {
  return new Set([...words.matchAll(/(\d+)\.?\s+\p{L}+\s+(?:de\s+)?\d{4}/gu)].map(([, day]) => day ?? ''))
}
