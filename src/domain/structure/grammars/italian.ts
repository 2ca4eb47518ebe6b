import type { Grammar } from '../grammar.ts'

/** Italian treaty forms. */
export const ITALIAN: Grammar = {
  language: 'it',
  openers: {
    article: 'articolo, art., art',
    rule: 'regola, principio',
    part: 'parte',
    titleDivision: 'titolo',
    chapter: 'capitolo, capo',
    section: 'sezione',
    subsection: 'sottosezione',
    annex: 'allegato',
    protocol: 'protocollo, protocollo aggiuntivo, protocollo finale',
    appendix: 'appendice',
    schedule: 'tabella',
  },
  instruments:
    'accordo, trattato, convenzione, protocollo, memorandum, statuto, patto, scambio di note, dichiarazione',
  clauses: 'clausola, punto, paragrafo',
  contents: 'indice, sommario',
  preamble: 'preambolo',
  parties:
    'il governo, i governi, le parti, gli stati parti, gli stati parte, gli stati membri, le alte parti, la repubblica, il regno, sua maestà',
  testimonium: 'in fede di che, in fede di ciò, in fede di quanto, fatto a, fatto ad, fatto in, firmato a',
  lettersClose: 'voglia gradire, mi valgo, profitto dell',
  salutations: 'signor, signora, eccellenza',
  signsFor: 'per',
  signatureEnds: '',
  signature: "per il, per la, per lo, per l’, per l', (firmato, ___",
  insertion:
    'sostituito dal, sostituito da, sostituita dal, sostituiti dai, è inserito, è aggiunto, sono inseriti, sono aggiunti, è così modificato, dal testo seguente, dal seguente',
  breaksOff:
    'a, al, alla, con, da, dal, dei, del, della, di, e, fra, gli, i, il, in, la, le, lo, nel, o, per, sul, sulla, tra, un, una, vedi',
  references: 'paragrafo, comma, lettera',
  numbers: {
    ones: 'uno|unico due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    ordinals:
      'primo|prima secondo|seconda terzo|terza quarto|quarta quinto|quinta sesto|sesta settimo|settima ottavo|ottava nono|nona decimo|decima undicesimo|undicesima dodicesimo|dodicesima tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo',
    tens: '- venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    ordinalTens:
      'decimo ventesimo trentesimo quarantesimo cinquantesimo sessantesimo settantesimo ottantesimo novantesimo',
    hundreds: 'cento|centesimo|centesima',
    sole: 'unico',
    last: 'ed ultimo|e ultimo|ed ultima',
    joiners: '',
    joined: '',
  },
}
