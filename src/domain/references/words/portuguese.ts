import type { ReferenceWords } from './reference-words.ts'

/** Portuguese references. */
export const PORTUGUESE_REFERENCES: ReferenceWords = {
  language: 'pt',
  levels: {
    article: 'artigo, art. / artigos, arts.',
    rule: 'regra / regras',
    part: 'parte / partes',
    titleDivision: 'título / títulos',
    chapter: 'capítulo / capítulos',
    section: 'seção, secção / seções, secções',
    subsection: 'subseção, subsecção / subseções, subsecções',
    annex: 'anexo / anexos',
    protocol: 'protocolo / protocolos',
    appendix: 'apêndice / apêndices',
    paragraph: 'parágrafo, n.º, número / parágrafos, números',
    point: 'alínea, inciso, subparágrafo, item, letra / alíneas, incisos, subparágrafos, itens',
  },
  and: 'e, ou',
  to: 'a, ao, até',
  inside: 'da, do, dos, das, de, na, no, ao, à',
  here: 'presente, este, esta, deste, desta, neste, nesta',
  preceding: 'anterior, precedente',
  following: 'seguinte',
  same: 'dito, dita, mesmo, mesma, referido, referida, esse, essa, citado',
  thereof: '',
  instruments:
    'tratado, convênio, convénio, convenção, acordo, carta, pacto, estatuto, protocolo, declaração, ato, lei, código, constituição, resolução, regulamento, decreto, memorando',
  naming:
    'de, da, do, das, dos, a, o, as, os, sobre, relativo, relativa, para, contra, entre, e, por, em, que, estabelece, assinado, celebrado, todas, formas',
  ends: 'é, são, se, será, serão, qual, ou, não, poderá, poderão, partes, presente, este, esta, tem, quando, onde, deverá, deverão, seja, como',
  hereinafter: 'doravante, adiante',
  vague: 'um, uma, qualquer, nenhum, outro, cada, todo, novo, de, mútuo, comum, por, seu, este',
}
