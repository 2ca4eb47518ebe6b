import type { ReferenceWords } from './reference-words.ts'

/** Italian references. */
export const ITALIAN_REFERENCES: ReferenceWords = {
  language: 'it',
  levels: {
    article: 'articolo, art. / articoli, artt.',
    rule: 'regola / regole',
    part: 'parte / parti',
    titleDivision: 'titolo / titoli',
    chapter: 'capitolo, capo / capitoli, capi',
    section: 'sezione / sezioni',
    subsection: 'sottosezione / sottosezioni',
    annex: 'allegato / allegati',
    protocol: 'protocollo / protocolli',
    appendix: 'appendice / appendici',
    schedule: 'tabella / tabelle',
    paragraph: 'paragrafo, comma, par. / paragrafi, commi',
    point: 'lettera, punto, capoverso, lett. / lettere, punti, capoversi',
  },
  and: 'e, ed, o, od, e dell’, e all’',
  to: 'a, al, all’, fino a, fino al',
  inside: 'della, dell’, dello, del, degli, dei, delle, di, nella, nell’, nel, alla, all’, al',
  here: 'presente, questo, questa',
  preceding: 'precedente, precedenti',
  following: 'seguente, successivo',
  same: 'detto, detta, stesso, stessa, suddetto, medesimo, predetto, tale',
  thereof: '',
  instruments:
    'trattato, convenzione, accordo, carta, statuto, patto, protocollo, dichiarazione, atto, legge, codice, costituzione, risoluzione, regolamento, decreto, direttiva, memorandum',
  naming:
    'di, del, della, dello, dei, degli, delle, dell, la, il, lo, le, gli, i, l, sul, sulla, sulle, sugli, sui, sullo, relativo, relativa, per, contro, tra, fra, e, ed, a, al, alla, in, che, istituisce, istitutivo, firmato, firmata, tutte, forme',
  ends: 'è, sono, si, sarà, saranno, quale, o, non, può, possono, parti, presente, questo, questa, ha, hanno, quando, se, dove, deve, devono, sia, come',
  hereinafter: 'di seguito, in seguito, qui di seguito',
  vague: 'un, uno, una, qualsiasi, nessun, altro, ogni, nuovo, di, comune, mutuo, loro',
}
