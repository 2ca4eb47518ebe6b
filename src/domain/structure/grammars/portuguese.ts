import type { Grammar } from '../grammar.ts'

/** Portuguese treaty forms. */
export const PORTUGUESE: Grammar = {
  language: 'pt',
  openers: {
    article: 'artigo, art., art',
    rule: 'regra, princípio, diretriz',
    part: 'parte',
    titleDivision: 'título',
    chapter: 'capítulo',
    section: 'seção, secção',
    subsection: 'subseção, subsecção',
    annex: 'anexo',
    protocol: 'protocolo, protocolo adicional, protocolo final',
    appendix: 'apêndice',
    schedule: 'lista',
  },
  instruments:
    'acordo, tratado, convênio, convenção, protocolo, memorando, carta, estatuto, pacto, ajuste, troca de notas, declaração',
  clauses: 'cláusula, clausula, parágrafo, ponto',
  contents: 'índice, sumário, conteúdo',
  preamble: 'preâmbulo',
  parties:
    'o governo, os governos, as partes, os estados partes, os estados membros, as altas partes, a república, o presidente, sua majestade',
  testimonium: 'em fé do que, em testemunho do que, feito em, feita em, celebrado em, assinado em',
  lettersClose: 'aproveito a oportunidade, aproveito o ensejo, queira aceitar',
  salutations: 'senhor, senhora, excelência',
  signsFor: 'por, pelo, pela',
  signatureEnds: '',
  signature: 'pelo, pela, pelos, pelas, por o, (assinado, (ass, ___',
  insertion:
    'substituído por, substituído pelo, substituídos pelos, passa a ter a seguinte redação, com a seguinte redação, a seguinte redacção, é inserido, é aditado, é acrescentado, passa a vigorar, o seguinte artigo',
  breaksOff:
    'a, ao, as, com, da, das, de, do, dos, e, em, entre, na, no, o, os, ou, para, pela, pelo, por, que, sobre, um, uma, ver',
  references: 'parágrafo, número, alínea',
  numbers: {
    ones: 'um|único dois três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove',
    ordinals:
      'primeiro|primeira segundo|segunda terceiro|terceira quarto|quarta quinto|quinta sexto|sexta sétimo|sétima oitavo|oitava nono|nona décimo|décima',
    tens: '- vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    ordinalTens:
      'décimo|décima vigésimo|vigésima trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo',
    hundreds: 'cem|cento|centésimo|centésima',
    sole: 'único',
    last: 'e último|e última',
    joiners: 'e',
  },
}
