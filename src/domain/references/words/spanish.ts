import type { ReferenceWords } from './reference-words.ts'

/** Spanish references. */
export const SPANISH_REFERENCES: ReferenceWords = {
  language: 'es',
  levels: {
    article: 'artículo, articulo, art. / artículos, articulos, arts.',
    rule: 'regla / reglas',
    part: 'parte / partes',
    titleDivision: 'título / títulos',
    chapter: 'capítulo, capitulo / capítulos, capitulos',
    section: 'sección, seccion / secciones',
    subsection: 'subsección / subsecciones',
    annex: 'anexo / anexos',
    protocol: 'protocolo / protocolos',
    appendix: 'apéndice / apéndices',
    paragraph: 'párrafo, parrafo, apartado, numeral, parágrafo / párrafos, parrafos, apartados, numerales',
    point: 'inciso, literal, letra, subpárrafo, subapartado / incisos, literales, letras, subpárrafos',
  },
  and: 'y, o, e, u',
  to: 'a, al, hasta',
  inside: 'de la, del, de los, de las, de, en la, en el, al, a la',
  here: 'presente, este, esta',
  preceding: 'anterior, precedente',
  following: 'siguiente',
  same: 'dicho, dicha, mismo, misma, ese, esa, citado, mencionado',
  thereof: '',
  instruments:
    'tratado, convenio, convención, acuerdo, carta, pacto, estatuto, protocolo, declaración, acta, ley, código, constitución, resolución, reglamento, decreto, memorándum',
  naming:
    'de, del, la, las, los, el, sobre, relativo, relativa, para, contra, entre, y, e, por, en, a, que, establece, suscrito, firmado, todas, formas',
  ends: 'es, son, se, será, serán, cual, o, no, podrá, podrán, partes, presente, este, esta, ha, han, cuando, si, donde, deberá, deberán, sea, como',
  hereinafter: 'en adelante, en lo sucesivo',
  vague: 'un, una, cualquier, ningún, otro, cada, todo, nuevo, de, mutuo, común, por, su, este',
}
