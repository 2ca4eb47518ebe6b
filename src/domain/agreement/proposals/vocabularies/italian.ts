import type { RecordVocabulary } from '../vocabulary.ts'

/** Italian agreements. */
export const ITALIAN_RECORD: RecordVocabulary = {
  language: 'it',
  instruments: [
    ['memorandum', "memorandum d'intesa|memorandum di intesa|memorandum"],
    ['exchange of notes', 'scambio di (?:note|lettere)'],
    ['joint statement', 'dichiarazione (?:congiunta|comune)'],
    ['protocol', 'protocollo'],
    ['convention', 'convenzione'],
    ['charter', 'carta d\\p{L}+'],
    ['treaty', 'trattato'],
    ['agreement', 'accordo|intesa'],
    ['other', 'patto|statuto|atto finale|dichiarazione'],
  ],
  dates: {
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    fillers: "il|lo|del|dell|dell'anno|anno|giorno|di|mese|addi|l",
    numbers:
      'mille=1000|mila=1000|cento=100|vent=20|trent=30|quarant=40|cinquant=50|sessant=60|settant=70|ottant=80|novant=90|tre=3|due=2',
  },
  closing: {
    done: '\\b(?:fatt[oa]|firmat[oa]|sottoscritt[oa]|stipulat[oa]|conclus[oa])\\b',
    at: '\\b(?:a|ad|in)(?: nella citta di)?\\b',
    placeEnds: "\\b(?:il|l'|in|addi|lo|del|questo)\\b|l'",
    authentic: '\\blingu[ae]\\b|\\btest[oi]\\b|\\boriginali\\b|\\bfacenti\\b|\\bautentic[oi]\\b',
    prevails: 'prevale|prevarra|divergen|traduzion',
  },
  parties: {
    between: '\\b(?:tra|fra)\\b',
    and: ',? ed? ',
    lead: "(?:(?:il |i )?governi? (?:della |dell'|del |degli |dei |di )|il |la |l'|lo |gli |i )",
    titleEnds:
      '\\b(?:su|sul|sulla|sulle|sui|relativo|relativa|per|in materia|concernente|riguardante|nel|nella|di cooperazione|in)\\b',
    preambleEnds:
      "\\b(?:di seguito|qui di seguito|in seguito|denominat\\p{L}+|desideros\\p{L}+|desiderando|consider\\p{L}+|consapevol\\p{L}+|animat\\p{L}+|decis\\p{L}+|riconoscend\\p{L}*|hanno convenuto|convint\\p{L}+|d'ora in poi|tenendo|richiamando)\\b",
    generic:
      '\\b(?:part[ei]|stati (?:parte|membri|contraenti)|alte|contraenti|membri|firmatari|accordo|trattato|convenzione|popoli)\\b',
    wholes:
      'bosnia ed erzegovina|bosnia e erzegovina|trinidad e tobago|antigua e barbuda|gran bretagna e irlanda',
  },
  languageNames: {
    en: 'ingles[ei]',
    fr: 'frances[ei]',
    es: 'spagnol[aoei]',
    pt: 'portoghes[ei]',
    de: 'tedesc(?:a|o|he|hi)',
    nl: 'olandes[ei]|neerlandes[ei]',
    it: 'italian[aoei]',
    ru: 'russ[aoei]',
    ar: 'arab[aoei]',
    fa: 'persian[aoei]|farsi',
    zh: 'cines[ei]',
    ko: 'corean[aoei]',
    ja: 'giappones[ei]',
    tr: 'turc(?:a|o|he|hi)',
    sq: 'albanes[ei]',
  },
  term: {
    years: 'anni|anno',
    months: 'mesi|mese',
    days: 'giorni|giorno',
    force: [
      '\\b(?:il|la|esso|essa|presente|questo) ?(?:presente )?(?:accordo|trattato|convenzione|protocollo|memorandum|intesa)? ?(?:entra|entrera|entreranno) in vigore',
    ],
    otherForce:
      "per (?:ciascuno|ogni|gli altri|ciascuna)|emendament|dopo l'entrata in vigore|data di entrata in vigore d",
    onSignature:
      '(?:alla|dalla|al momento della|il giorno della|a partire dalla) (?:data )?(?:di |della )?(?:sua )?firma',
    fixed: [
      '(?:durata|validita|in vigore|valido|concluso)(?: iniziale)?(?: e| sara| avra| rimane| restera)?(?: di| per)?(?: un periodo)?(?: iniziale)?(?: di)? {P}',
    ],
    indefinite: ['(?:durata|tempo|periodo) (?:indeterminat[oa]|illimitat[oa]|indefinit[oa])'],
    renewal: [
      '(?:tacitamente|automaticamente|tacito)(?:[^.;]{0,60}?)(?:per|di)(?: (?:un|ulteriori?|successivi?|nuovi?|altri|periodi|periodo|uguali|di))* {P}',
      '(?:rinnov\\p{L}+|prorog\\p{L}+)[^.;]{0,40}?periodi?(?: (?:successivi|ulteriori))* di {P}',
    ],
    ending: 'denunc\\p{L}+|reced\\p{L}+|recesso|cess\\p{L}+|scad\\p{L}+|porre fine|terminare|estin\\p{L}+',
    notice: [
      '(?:preavviso|notifica|avviso)(?: scritto| scritta)?(?: di| con)?(?: almeno)? {P}',
      '(?:almeno |con )?{P} (?:prima|di preavviso|di anticipo)',
      '(?:effetto|efficace)[^.;]{0,40}?{P} (?:dopo|dalla|a decorrere)',
      '{P} (?:dopo|dalla|a decorrere)[^.;]{0,40}?(?:notifica|denuncia|ricezione|comunicazione)',
    ],
  },
}
