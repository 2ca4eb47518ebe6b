import type { RecordVocabulary } from '../vocabulary.ts'

/** Spanish agreements. */
export const SPANISH_RECORD: RecordVocabulary = {
  language: 'es',
  instruments: [
    ['memorandum', 'memorando de entendimiento|memorandum de entendimiento|memorando|memorandum'],
    ['exchange of notes', 'canje de (?:notas|cartas)'],
    ['joint statement', 'declaracion conjunta|comunicado conjunto'],
    ['protocol', 'protocolo'],
    ['convention', 'convencion|convenio'],
    ['charter', 'carta de'],
    ['treaty', 'tratado'],
    ['agreement', 'acuerdo|arreglo'],
    ['other', 'pacto|estatuto|acta final|declaracion'],
  ],
  dates: {
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
    fillers: 'de|del|dia|dias|mes|ano|o|a|los|el|en|gracia',
    numbers:
      'mil=1000|cien=100|ciento=100|doscientos=200|trescientos=300|cuatrocientos=400|quinientos=500|seiscientos=600|setecientos=700|ochocientos=800|novecientos=900|veintiuno=21|veintiun=21|veintidos=22|veintitres=23|veinticuatro=24|veinticinco=25|veintiseis=26|veintisiete=27|veintiocho=28|veintinueve=29',
  },
  closing: {
    done: '\\b(?:hech[oa]|firmad[oa]|suscrit[oa]|dad[oa]|extendid[oa]|sellaron|firmaron|firman|suscriben|celebrad[oa])\\b',
    at: '\\ben(?: la)?(?: ciudad| villa)?(?: de)?',
    placeEnds:
      '\\b(?:a los|el|al|a|en|por|con|del?)(?= (?:\\d|los|dia|un|dos|el|mes|duplicado|ejemplares?|fecha))|\\b(?:a los|a|el|en|por)\\b',
    authentic: '\\bidiomas?\\b|\\blenguas?\\b|\\btextos?\\b|\\bautentic[oa]s\\b',
    prevails: 'prevale|discrepan|divergen|traducc',
  },
  parties: {
    between: '\\bentre\\b',
    and: ',? [ye] ',
    lead: '(?:(?:el |los )?gobiernos? (?:de la |de los |de las |del |de )|la |el |los |las )',
    titleEnds:
      '\\b(?:sobre|relativo|relativa|para|por|en materia|en|referente|con|que|concerniente|firmado|suscrito)\\b',
    preambleEnds:
      '\\b(?:en adelante|en lo sucesivo|denominad\\p{L}+|desead\\p{L}+|deseos\\p{L}+|consider\\p{L}+|conscientes?|animad\\p{L}+|decidid\\p{L}+|reconoc\\p{L}+|resuelt\\p{L}+|teniendo|han convenido|han acordado|convencid\\p{L}+|recordando|guiad\\p{L}+)\\b',
    generic:
      '\\b(?:partes?|estados? (?:partes|miembros|contratantes)|altas|contratantes?|miembros|signatarios|acuerdo|tratado|convenio|convencion|pueblos|suscritos)\\b',
    wholes:
      'trinidad y tobago|bosnia y herzegovina|antigua y barbuda|san cristobal y nieves|gran bretana e irlanda|santo tome y principe',
  },
  languageNames: {
    en: 'ingles(?:a|es)?',
    fr: 'frances(?:a|es)?',
    es: 'espanol(?:a|es)?|castellan[oa]s?',
    pt: 'portugues(?:a|es)?',
    de: 'aleman(?:a|es)?',
    nl: 'neerlandes(?:a|es)?|holandes(?:a|es)?',
    it: 'italian[oa]s?',
    ru: 'rus[oa]s?',
    ar: 'arabes?',
    fa: 'persas?|farsi',
    zh: 'chin[oa]s?',
    ko: 'corean[oa]s?',
    ja: 'japones(?:a|es)?',
    tr: 'turc[oa]s?',
    vi: 'vietnamita',
    hi: 'hindi',
  },
  term: {
    years: 'anos?',
    months: 'meses|mes',
    days: 'dias?',
    mention:
      '(?:en virtud|en el marco|al amparo|de conformidad con|conforme) (?:al|del|el|de la|la) (?:presente)?',
    force: [
      '\\b(?:el|la|este|esta|presente) ?(?:presente |cual )?(?:acuerdo|tratado|convenio|convencion|protocolo|memorando|memorandum|pacto)?(?: complementario| adicional| marco)? ?(?:entrara|entra|entraran|surtira|tendra) (?:en )?(?:vigor|vigencia|efectos?)',
    ],
    otherForce:
      'para (?:cada|todo|toda|los demas|el estado)|enmienda|despues de la entrada en vigor|fecha de (?:su |la )?entrada en vigor del?',
    onSignature:
      '(?:en la fecha|a partir de la fecha|el dia|a partir|desde la fecha|en el momento|en la) (?:de )?(?:su |la )?(?:fecha de )?firma',
    fixed: [
      '(?:vigencia|duracion|validez)(?: inicial)?(?: sera)?(?: de| por)?(?: un (?:periodo|plazo) (?:inicial )?de)? {P}',
      '(?:permanecera|continuara|estara|seguira|tendra|regira|concertado|celebrado|valido)(?: en (?:vigor|vigencia))?(?: inicialmente)? (?:por|durante)(?: un (?:periodo|plazo|termino))?(?: inicial)?(?: de)? {P}',
    ],
    indefinite: [
      '(?:vigencia|duracion|plazo|periodo|tiempo) (?:indefinid[oa]|indeterminad[oa]|ilimitad[oa])',
      '(?:en vigor|vigente|vigencia) (?:de manera |por tiempo )?(?:indefinid\\p{L}+|indeterminad\\p{L}+)',
    ],
    renewal: [
      '(?:tacita|tacitamente|automatica|automaticamente)(?:[^.;]{0,60}?)(?:por|de)(?: (?:un|otros?|nuevos?|periodos?|plazos?|iguales?|sucesivos?|adicionales?|de))* {P}',
      '(?:renov\\p{L}+|prorrog\\p{L}+)(?:[^.;]{0,40}?)(?:periodos?|plazos?)(?: (?:iguales|sucesivos|adicionales))*(?: de)? {P}',
    ],
    ending:
      'denunci\\p{L}*|termina\\p{L}*|retir\\p{L}+|expir\\p{L}+|rescin\\p{L}+|venc\\p{L}+|dar\\p{L}* por terminad',
    notice: [
      '(?:preaviso|aviso|notificacion|antelacion|anticipacion)(?: previ[ao])?(?: por escrito)?(?: minima| no menor| no inferior)?(?: de| con| a)?(?: al menos| por lo menos)? {P}',
      '(?:con|al menos|por lo menos)? ?{P} (?:de antelacion|de anticipacion|antes|de preaviso|de aviso)',
      '(?:efectos?|efectiva)(?:[^.;]{0,40}?){P} (?:despues|a partir|contad|siguientes)',
      '{P} (?:despues|a partir|contados|siguientes)[^.;]{0,40}?(?:notificacion|denuncia|recibid\\p{L}|recepcion|aviso)',
    ],
  },
}
