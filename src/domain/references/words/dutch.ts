import type { ReferenceWords } from './reference-words.ts'

/** Dutch references. */
export const DUTCH_REFERENCES: ReferenceWords = {
  language: 'nl',
  levels: {
    article: 'artikel, art. / artikelen, artikels',
    rule: 'voorschrift, regel / voorschriften, regels',
    part: 'deel / delen',
    titleDivision: 'titel / titels',
    chapter: 'hoofdstuk / hoofdstukken',
    section: 'afdeling / afdelingen',
    subsection: 'onderafdeling / onderafdelingen',
    annex: 'bijlage / bijlagen, bijlages',
    protocol: 'protocol / protocollen',
    appendix: 'aanhangsel / aanhangsels',
    schedule: 'lijst / lijsten',
    paragraph: 'lid, paragraaf, alinea / leden, paragrafen',
    point: 'onderdeel, onder, letter, sub, punt / onderdelen, letters, punten',
  },
  and: 'en, of',
  to: 'tot en met, tot, t/m',
  inside: 'van het, van de, van den, van, in het, in de, bij het, bij de, bij',
  here: 'dit, deze, onderhavige',
  preceding: 'voorgaande, vorige, voorafgaande',
  following: 'volgende',
  same: 'dat, die, genoemd, genoemde, bedoelde, hetzelfde, datzelfde',
  thereof: '',
  instruments:
    '*verdrag, *overeenkomst, *handvest, *statuut, *protocol, *verklaring, *wet, *grondwet, *akkoord, *conventie, *verordening, *besluit, *pact, *akte, *richtlijn, *reglement, *wetboek',
  naming:
    'der, de, den, het, van, inzake, betreffende, tot, voor, tegen, tussen, tusschen, en, met, op, te, in, over, ter, alle, vormen',
  ends: 'is, zijn, wordt, worden, dat, die, welke, of, niet, kan, kunnen, partijen, zal, zullen, heeft, hebben, indien, wanneer, dit, deze, waarin, waarbij, geldt',
  hereinafter: 'hierna, verder te noemen',
  vague:
    'een, elk, elke, enig, enige, ander, andere, geen, nieuwe, ieder, iedere, dit, deze, onderlinge, nader, nadere',
}
