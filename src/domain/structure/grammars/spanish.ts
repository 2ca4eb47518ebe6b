import type { Grammar } from '../grammar.ts'

/** Spanish treaty forms. */
export const SPANISH: Grammar = {
  language: 'es',
  openers: {
    article: 'artículo, art., art',
    rule: 'regla, principio, directriz',
    part: 'parte',
    titleDivision: 'título',
    chapter: 'capítulo',
    section: 'sección',
    subsection: 'subsección',
    annex: 'anexo',
    protocol: 'protocolo, protocolo adicional, protocolo especial, protocolo final',
    appendix: 'apéndice',
    schedule: 'lista',
  },
  instruments:
    'acuerdo, tratado, convenio, convención, protocolo, memorando, memorándum, carta, estatuto, pacto, canje de notas, declaración',
  clauses: 'cláusula, clausula, párrafo, punto, numeral',
  contents: 'índice, tabla de contenido, tabla de contenidos, contenido, sumario',
  preamble: 'preámbulo',
  parties:
    'el gobierno, los gobiernos, las partes, los estados partes, los estados parte, las altas partes, la república, el reino, el presidente, su excelencia, su majestad',
  testimonium:
    'en fe de lo cual, en testimonio de lo cual, en prueba de lo cual, hecho en, hecha en, dado en, suscrito en, firmado en',
  lettersClose:
    'aprovecho la oportunidad, aprovecho esta oportunidad, aprovecho la ocasión, hago propicia, válgome',
  salutations: 'señor, señora, excelencia, excelentísimo',
  signsFor: 'por',
  signatureEnds: '',
  signature: 'por el, por la, por los, por las, (fdo, [fdo, fdo., (firmado, ___',
  insertion:
    'se sustituye por, se sustituyen por, sustituido por, sustituirá por, reemplazado por, se reemplaza por, queda redactado, quedará redactado, se inserta, se añade, se agrega, con el siguiente texto, por el texto siguiente, por el siguiente',
  breaksOff:
    'a, al, con, de, del, el, en, entre, la, las, los, o, para, por, que, sobre, un, una, y, relativo, véase',
  references: 'párrafo, numeral, inciso',
  numbers: {
    ones: 'uno|un|único dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    ordinals:
      'primero|primera|primer segundo|segunda tercero|tercera|tercer cuarto|cuarta quinto|quinta sexto|sexta séptimo|séptima octavo|octava noveno|novena|nono décimo|décima undécimo|undécima duodécimo|duodécima decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno',
    tens: '- veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    ordinalTens:
      'décimo|décima vigésimo|vigésima trigésimo|trigésima cuadragésimo|cuadragésima quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo',
    hundreds: 'cien|ciento|centésimo|centésima',
    sole: 'único',
    last: 'y último|y última',
    joiners: 'y',
  },
}
