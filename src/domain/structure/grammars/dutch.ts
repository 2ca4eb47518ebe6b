import type { Grammar } from '../grammar.ts'

/** Dutch treaty forms. */
export const DUTCH: Grammar = {
  language: 'nl',
  openers: {
    article: 'artikel, art., art',
    rule: 'voorschrift, regel, beginsel',
    part: 'deel',
    titleDivision: 'titel',
    chapter: 'hoofdstuk',
    section: 'afdeling',
    subsection: 'onderafdeling',
    annex: 'bijlage',
    protocol: 'protocol, aanvullend protocol, slotprotocol, ondertekeningsprotocol, onderteekeningsprotocol',
    appendix: 'aanhangsel',
    schedule: 'lijst',
  },
  instruments: 'verdrag, overeenkomst, protocol, handvest, statuut, akkoord, notawisseling, verklaring',
  clauses: 'clausule, punt, paragraaf',
  contents: 'inhoud, inhoudsopgave',
  preamble: 'preambule',
  parties:
    'de regering, de regeringen, de partijen, de staten, de verdragsluitende, de hoge verdragsluitende, de republiek, het koninkrijk, hare majesteit, zijne majesteit',
  testimonium:
    'ter oorkonde waarvan, ten blijke waarvan, getekend te, ondertekend te, gedaan te, gedaan op, gegeven te',
  lettersClose: 'ik maak van deze gelegenheid, gelieve',
  salutations: 'excellentie, mijnheer, mevrouw',
  signsFor: 'voor',
  signatureEnds: '',
  signature: 'voor de, voor het, (w.g., w.g., ___',
  insertion:
    'vervangen door, komt te luiden, komen te luiden, wordt ingevoegd, worden ingevoegd, wordt toegevoegd, als volgt gewijzigd, als volgt te luiden',
  breaksOff:
    'aan, bij, de, den, der, door, een, en, het, in, inzake, met, naar, of, om, op, over, te, ten, tot, tussen, tusschen, uit, van, voor, zie',
  references: 'lid, onder',
  numbers: {
    ones: 'een|één|enig twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    ordinals:
      'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende',
    tens: '- twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    ordinalTens: '- twintigste',
    hundreds: 'honderd|honderdste',
    sole: 'enig',
    last: 'en laatste',
    joiners: '',
    joined: 'en',
  },
}
