import type { RecordVocabulary } from '../vocabulary.ts'

/** German agreements. */
export const GERMAN_RECORD: RecordVocabulary = {
  language: 'de',
  instruments: [
    ['memorandum', 'gemeinsame absichtserklarung|absichtserklarung|memorandum'],
    ['exchange of notes', 'notenwechsel|notenaustausch|briefwechsel'],
    ['joint statement', 'gemeinsame erklarung'],
    ['protocol', '\\p{L}*protokoll'],
    ['charter', 'charta|satzung der'],
    ['convention', '\\p{L}*ubereinkommen|\\p{L}*ubereinkunft|konvention'],
    ['agreement', '\\p{L}*abkommen|\\p{L}*vereinbarung'],
    ['treaty', '\\p{L}*vertrag|\\p{L}*vertrages'],
    ['other', 'pakt|statut|schlussakte|erklarung'],
  ],
  dates: {
    months: 'januar|janner februar|feber marz april mai juni juli august september oktober november dezember',
    fillers: 'tag|tage|des|der|im|jahre|jahres|monats|am|den',
    numbers: 'hundert=100|tausend=1000|dreissig=30|siebzehn=17',
    ordinals: 'ersten=1|zweiten=2|dritten=3|siebten=7',
    ordinalEndings: 'sten|ster|stes|ste|ten|ter|tes|te',
  },
  closing: {
    done: '\\b(?:geschehen|gegeben|unterzeichnet|ausgefertigt|geschlossen)\\b',
    at: '\\b(?:zu|in|im)\\b',
    placeEnds: '\\b(?:am|den|in|auf|an|zu|den|fur)\\b',
    authentic:
      '\\bsprachen?\\b|\\bwortlaut\\b|\\burschrift\\p{L}*|\\boriginal\\p{L}*|\\bunterschriften\\b|\\bverbindlich\\b',
    prevails: 'massgebend ist der|abweich|auslegung|geht [^.]{0,30}vor|ubersetzung',
  },
  parties: {
    between: '\\bzwischen\\b',
    and: ',? und ',
    lead: '(?:(?:die |der )?regierung (?=d)|die |der |das |dem )',
    titleEnds: '\\b(?:uber|betreffend|zur|zum|bezuglich|auf dem gebiet|im bereich|fur|in bezug|mit)\\b',
    preambleEnds:
      '\\b(?:im folgenden|nachstehend|nachfolgend|im geiste|im wunsch|im bestreben|in dem|in der|im bewusstsein|eingedenk|von dem|geleitet|bestrebt|in anbetracht|haben|sind|unter|mit blick|entschlossen|uberzeugt|in anerkennung|gestutzt|als)\\b',
    generic:
      '\\b(?:partei\\p{L}*|vertragspartei\\p{L}*|vertragsstaat\\p{L}*|hohen|mitgliedstaaten|unterzeichner\\p{L}*|abkommens?|vertrag\\p{L}*|ubereinkommens?)\\b',
    wholes:
      'bosnien und herzegowina|trinidad und tobago|antigua und barbuda|grossbritannien und nordirland|serbien und montenegro',
    declines: true,
    nominative: [
      ['des (konigreich|furstentum|grossherzogtum|herzogtum|sultanat|emirat)e?s ', '$1 '],
      ['der (republik|bundesrepublik|mongolei|turkei|ukraine|schweiz|slowakei)', '$1'],
      ['der (\\p{L}+)en (republik|foderation|eidgenossenschaft|union|konfoderation)', '$1e $2'],
    ],
  },
  languageNames: {
    en: 'englische?[rnms]?',
    fr: 'franzosische?[rnms]?',
    es: 'spanische?[rnms]?',
    pt: 'portugiesische?[rnms]?',
    de: 'deutsche?[rnms]?',
    nl: 'niederlandische?[rnms]?',
    it: 'italienische?[rnms]?',
    ru: 'russische?[rnms]?',
    ar: 'arabische?[rnms]?',
    fa: 'persische?[rnms]?',
    zh: 'chinesische?[rnms]?',
    ko: 'koreanische?[rnms]?',
    ja: 'japanische?[rnms]?',
    tr: 'turkische?[rnms]?',
    uk: 'ukrainische?[rnms]?',
    mn: 'mongolische?[rnms]?',
    pl: 'polnische?[rnms]?',
    cs: 'tschechische?[rnms]?',
    hu: 'ungarische?[rnms]?',
    vi: 'vietnamesische?[rnms]?',
  },
  term: {
    years: 'jahre?|jahren|kalenderjahre?',
    months: 'monate?|monaten|kalendermonate?',
    days: 'tage?|tagen|kalendertage?n?',
    mention: '(?:gemass|nach|aufgrund|auf grund|im rahmen) (?:diesem|dieses|des|dem)',
    force: [
      '\\b(?:dieses|dieser|das|der|es|er) ?(?:\\p{L}*abkommen|\\p{L}*vertrag|\\p{L}*ubereinkommen|\\p{L}*protokoll|\\p{L}*vereinbarung)? ?(?:tritt|wird) [^;]{0,260}?(?:in kraft|wirksam)',
      '\\b(?:dieses|dieser|das|der) (?:\\p{L}*abkommen|\\p{L}*vertrag|\\p{L}*ubereinkommen|\\p{L}*protokoll) ist am [^;]{0,60}in kraft getreten',
    ],
    otherForce: 'fur jeden|fur jede|anderung|nach dem inkrafttreten|fur die ubrigen',
    onSignature: '(?:am|mit|vom|ab) (?:tag[e]?|datum|dem tag)? ?(?:ihrer|seiner|der|dem)? ?unterzeichnung',
    fixed: [
      '(?:fur|auf) (?:einen zeitraum|die dauer|eine dauer|einen zeitabschnitt)? ?(?:von )?(?:zunachst )?{P} ?(?:geschlossen|abgeschlossen|gultig|in kraft|vereinbart)',
      '(?:gilt|bleibt|wird|hat)(?: zunachst)? (?:fur|auf|wahrend)? ?(?:einen zeitraum|die dauer|eine dauer|eine laufzeit|eine geltungsdauer)? ?(?:von )?{P}',
      '(?:geltungsdauer|laufzeit|gultigkeitsdauer) (?:betragt|von|ist) {P}',
    ],
    indefinite: ['(?:unbestimmte|unbegrenzte|unbefristete)[rn]? (?:zeit|dauer)|unbefristet'],
    renewal: [
      '(?:automatisch|stillschweigend|jeweils)(?:[^.;]{0,50}?)(?:um|fur)(?: (?:jeweils|weitere|einen weiteren zeitraum von|jeweils weitere|einen zeitraum von))* {P}',
      'verlangert[^.;]{0,60}?um (?:jeweils )?(?:weitere )?{P}',
    ],
    ending:
      'kundig\\p{L}*|gekundigt|beendig\\p{L}*|beenden|rucktritt|zurucktreten|ausser kraft|ablauf|erlisch\\p{L}*|erlosch\\p{L}*',
    notice: [
      'frist von (?:mindestens )?{P}',
      '(?:mindestens |spatestens ){P} (?:vor|im voraus)',
      '{P} (?:vor (?:ablauf|ende|dem)|nach (?:dem )?(?:eingang|erhalt|empfang|der notifi|der notifikation|zugang|der kundigung|notifi))',
    ],
  },
}
