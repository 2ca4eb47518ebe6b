import type { RecordVocabulary } from '../vocabulary.ts'

/** Dutch agreements. */
export const DUTCH_RECORD: RecordVocabulary = {
  language: 'nl',
  instruments: [
    ['memorandum', 'memorandum van overeenstemming|memorandum'],
    ['exchange of notes', 'notawisseling|briefwisseling'],
    ['joint statement', 'gezamenlijke verklaring'],
    ['protocol', '\\p{L}*protocol'],
    ['charter', 'handvest'],
    ['convention', 'conventie'],
    ['agreement', '\\p{L}*overeenkomst|akkoord'],
    ['treaty', '\\p{L}*verdrag'],
    ['other', 'pact|statuut|slotakte|verklaring'],
  ],
  dates: {
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    fillers: 'de|den|e|ste|dag|van|het|jaar|in|maand|op',
    numbers: 'honderd=100|duizend=1000|twee=2|drie=3|negen=9',
    ordinalEndings: 'sten|ste|den|de',
  },
  closing: {
    done: '\\b(?:gedaan|gesloten|ondertekend|opgemaakt|getekend)\\b',
    at: '\\b(?:te|in)\\b',
    placeEnds: '\\b(?:op|de|den|in|heden|te|dd)\\b',
    authentic: '\\btaal\\b|\\btalen\\b|\\bteksten?\\b|\\bauthentiek\\b',
    prevails: 'doorslaggevend|verschil|vertaling|prevale',
  },
  parties: {
    between: '\\b(?:tussen|tusschen)\\b',
    and: ',? en ',
    lead: '(?:(?:de |het )?regering(?:en)? van (?:de |het )?|de |het )',
    titleEnds: '\\b(?:inzake|betreffende|over|tot|voor|met betrekking|op het gebied|nopens|ter)\\b',
    preambleEnds:
      '\\b(?:hierna|hieronder|geleid|geleid door|verlangende|wensende|de wens|overwegende|zich|bezield|gelet|indachtig|erkennende|zijn|hebben|vastbesloten|overtuigd|partijen)\\b',
    generic:
      '\\b(?:partij\\p{L}*|verdragsluitende|hoge|lidstaten|staten die|verdrag|overeenkomst|ondergetekenden|verdragsstaten)\\b',
    wholes:
      'bosnie en herzegovina|trinidad en tobago|antigua en barbuda|groot-brittannie en noord-ierland|servie en montenegro',
  },
  languageNames: {
    en: 'engelse?',
    fr: 'franse?',
    es: 'spaanse?',
    pt: 'portugese?',
    de: 'duitse?',
    nl: 'nederlandse?',
    it: 'italiaanse?',
    ru: 'russische?',
    ar: 'arabische?',
    fa: 'perzische?',
    zh: 'chinese',
    ko: 'koreaanse?',
    ja: 'japanse?',
    tr: 'turkse?',
  },
  term: {
    years: 'jaar|jaren',
    months: 'maand|maanden',
    days: 'dag|dagen',
    force: [
      '\\b(?:dit|het|deze|de) ?(?:\\p{L}*verdrag|\\p{L}*overeenkomst|protocol|memorandum)? ?(?:treedt|zal|wordt) [^;]{0,260}?(?:in werking|van kracht)',
    ],
    otherForce: 'voor (?:iedere|elke|de staten|elk)|wijziging|na de inwerkingtreding',
    onSignature:
      '(?:op|bij|vanaf|met ingang van) (?:de )?(?:datum|dag)? ?(?:van )?(?:de )?(?:haar |zijn )?ondertekening',
    fixed: [
      '(?:blijft|geldt|is|wordt|zal)[^.;]{0,30}?(?:van kracht|gesloten|geldig|aangegaan)?[^.;]{0,20}?(?:voor|gedurende) (?:een )?(?:eerste |aanvankelijke )?(?:tijdvak|periode|duur|termijn|tijd)? ?(?:van )?{P}',
    ],
    indefinite: ['(?:onbepaalde|onbeperkte) (?:tijd|duur|periode)'],
    renewal: [
      '(?:stilzwijgend|automatisch)(?:[^.;]{0,60}?)(?:met|voor)(?: (?:telkens|een|nieuwe|tijdvakken|tijdvak|perioden?|periodes|termijn|verdere|opeenvolgende|van|achtereenvolgende))* {P}',
      '(?:verlengd|hernieuwd|van kracht blijven)[^.;]{0,40}?(?:tijdvakken|perioden?|periodes|tijdvak|tijdsverloop|termijnen?) van {P}',
    ],
    ending: 'opzeg\\p{L}*|opgezegd|beeindig\\p{L}*|terugtrek\\p{L}*|eindig\\p{L}*|verstrijk\\p{L}*',
    notice: [
      'termijn van (?:ten minste )?{P}',
      '(?:ten minste |uiterlijk |minstens ){P} (?:voor|tevoren|van te voren|voordat)',
      '{P} (?:na (?:de )?(?:ontvangst|datum|kennisgeving|opzegging)|nadat|voor (?:het )?(?:einde|verstrijken|afloop))',
    ],
  },
}
