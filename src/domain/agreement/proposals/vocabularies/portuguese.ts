import type { RecordVocabulary } from '../vocabulary.ts'

/** Portuguese agreements. */
export const PORTUGUESE_RECORD: RecordVocabulary = {
  language: 'pt',
  instruments: [
    ['memorandum', 'memorando de entendimento|memorando'],
    ['exchange of notes', 'troca de (?:notas|cartas)'],
    ['joint statement', 'declaracao conjunta|comunicado conjunto'],
    ['protocol', 'protocolo'],
    ['convention', 'convencao|convenio'],
    ['charter', 'carta d[ae]s?'],
    ['treaty', 'tratado'],
    ['agreement', 'acordo|ajuste'],
    ['other', 'pacto|estatuto|ata final|declaracao'],
  ],
  dates: {
    months: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
    fillers: 'de|do|da|dia|dias|mes|ano|aos|em|o|graca',
    numbers:
      'mil=1000|cem=100|cento=100|duzentos=200|trezentos=300|quatrocentos=400|quinhentos=500|seiscentos=600|setecentos=700|oitocentos=800|novecentos=900',
  },
  closing: {
    done: '\\b(?:feit[oa]|assinad[oa]|celebrad[oa]|lavrad[oa]|firmad[oa])\\b',
    at: '\\b(?:em|no|na)(?: cidade)?(?: d[eao])?',
    placeEnds: '\\b(?:aos|em|no|na|a|ao)\\b',
    authentic: '\\bidiomas?\\b|\\blinguas?\\b|\\btextos?\\b|\\bautentic[oa]s\\b',
    prevails: 'prevale|divergen|traduc',
  },
  parties: {
    between: '\\bentre\\b',
    and: ',? e ',
    lead: '(?:(?:o |os )?governos? (?:da |do |dos |das |de )|a |o |os |as )',
    titleEnds:
      '\\b(?:sobre|relativo|relativa|para|por|em materia|em|no ambito|no dominio|referente|na area|que|no campo)\\b',
    preambleEnds:
      '\\b(?:doravante|adiante|denominad\\p{L}+|desejos\\p{L}+|desejando|consider\\p{L}+|conscientes?|animad\\p{L}+|decidid\\p{L}+|reconhec\\p{L}+|tendo|acordam|acordaram|convieram|convencid\\p{L}+|recordando|guiad\\p{L}+)\\b',
    generic:
      '\\b(?:partes?|estados? (?:partes|membros|contratantes)|altas|contratantes?|membros|signatarios|acordo|tratado|convencao|povos)\\b',
    wholes:
      'trinidad e tobago|bosnia e herzegovina|antigua e barbuda|sao tome e principe|gra-bretanha e irlanda',
  },
  languageNames: {
    en: 'ingles(?:a|es)?',
    fr: 'frances(?:a|es)?',
    es: 'espanhol(?:a|es)?|espanhois|castelhan[oa]s?',
    pt: 'portugues(?:a|es)?',
    de: 'alem(?:ao|a|aes)',
    nl: 'neerlandes(?:a|es)?|holandes(?:a|es)?',
    it: 'italian[oa]s?',
    ru: 'russ[oa]s?',
    ar: 'arabes?',
    fa: 'persas?|farsi',
    zh: 'chines(?:a|es)?|mandarim',
    ko: 'corean[oa]s?',
    ja: 'japones(?:a|es)?',
    tr: 'turc[oa]s?',
    hi: 'hindi',
  },
  term: {
    years: 'anos?',
    months: 'meses|mes',
    days: 'dias?',
    mention:
      '(?:em virtude|no ambito|ao abrigo|em conformidade com|nos termos) (?:do|da|o|a|deste) ?(?:presente)?',
    force: [
      '\\b(?:o|a|este|esta|presente) ?(?:presente )?(?:acordo|tratado|convenio|convencao|protocolo|memorando|ajuste)?(?: complementar| adicional)? ?(?:entrara|entra|entrarao|produzira) (?:em vigor|em vigencia|efeitos?)',
    ],
    otherForce:
      'para (?:cada|todo|toda|os demais|o estado)|emenda|apos a entrada em vigor|data de (?:sua |a )?entrada em vigor d',
    onSignature:
      '(?:na data|a partir da data|no dia|a partir|desde a data|na) (?:de |da )?(?:sua |a )?(?:data de )?assinatura',
    fixed: [
      '(?:vigencia|duracao|validade|vigorara|valido|vigor)(?: inicial)?(?: sera)?(?: de| por| durante)?(?: um (?:periodo|prazo) (?:inicial )?de)? {P}',
      '(?:permanecera|continuara|sera valido|concluido|celebrado)(?: em vigor| valido)?(?: inicialmente)? (?:por|durante)(?: um (?:periodo|prazo))?(?: inicial)?(?: de)? {P}',
    ],
    indefinite: ['(?:vigencia|duracao|prazo|periodo|tempo) (?:indefinid[oa]|indeterminad[oa]|ilimitad[oa])'],
    renewal: [
      '(?:tacita|tacitamente|automatica|automaticamente)(?:[^.;]{0,60}?)(?:por|de)(?: (?:um|outros?|novos?|periodos?|prazos?|iguais|igual|sucessivos?|adicionais|adicional|de))* {P}',
      '(?:renov\\p{L}+|prorrog\\p{L}+)(?:[^.;]{0,40}?)(?:periodos?|prazos?)(?: (?:iguais|sucessivos|adicionais))*(?: de)? {P}',
    ],
    ending:
      'denunci\\p{L}*|denuncia|termin\\p{L}*|retir\\p{L}+|expir\\p{L}+|rescin\\p{L}+|venc\\p{L}+|cessa\\p{L}*',
    notice: [
      '(?:pre-aviso|aviso previo|aviso|notificacao|antecedencia)(?: previa)?(?: por escrito)?(?: minima| nao inferior)?(?: de| com| a)?(?: pelo menos| ao menos| no minimo)? {P}',
      '(?:com|pelo menos|ao menos)? ?{P} (?:de antecedencia|antes|de aviso|de pre-aviso)',
      '(?:efeitos?|efetiva)(?:[^.;]{0,40}?){P} (?:apos|depois|a partir|a contar)',
      '{P} (?:apos|depois|a partir|a contar)[^.;]{0,40}?(?:notificacao|denuncia|recebimento|recepcao|aviso)',
    ],
  },
}
