import type { ReferenceWords } from './reference-words.ts'

/** French references. */
export const FRENCH_REFERENCES: ReferenceWords = {
  language: 'fr',
  levels: {
    article: 'article, art. / articles, arts.',
    rule: 'règle / règles',
    part: 'partie / parties',
    titleDivision: 'titre / titres',
    chapter: 'chapitre / chapitres',
    section: 'section / sections',
    subsection: 'sous-section / sous-sections',
    annex: 'annexe / annexes',
    protocol: 'protocole / protocoles',
    appendix: 'appendice / appendices',
    schedule: 'tableau / tableaux',
    paragraph: 'paragraphe, par. / paragraphes',
    point:
      'alinéa, sous-paragraphe, point, lettre, littera, al. / alinéas, sous-paragraphes, points, lettres',
  },
  and: 'et, ou, et de l’, et de la, et du, et des, et à l’, et aux',
  to: 'à, jusqu’à',
  inside: 'de la, de l’, de l, du, des, de, d’, à la, à l’, au, aux, dans la, dans le, dans l’',
  here: 'présent, présente, ce, cet, cette, du présent, de la présente',
  preceding: 'précédent, précédente, précédents, ci-dessus',
  following: 'suivant, suivante, ci-après',
  same: 'dit, ledit, ladite, dudit, même',
  thereof: '',
  instruments:
    'traité, convention, accord, charte, pacte, statut, protocole, déclaration, acte, loi, code, constitution, résolution, règlement, directive, arrangement, acte final',
  naming:
    'de, du, des, d, la, le, les, l, sur, relatif, relative, aux, au, à, et, concernant, pour, contre, entre, portant, instituant, signé, signée, fait, faite, en, toutes, formes',
  ends: 'est, sont, qui, que, ne, dont, ou, s, se, sera, seront, peut, peuvent, parties, présent, présente, ce, cette, dans, par, n, a, ont, ainsi, conformément, lorsque, si, où',
  hereinafter: 'ci-après',
  vague: 'un, une, tout, toute, aucun, autre, chaque, nouvel, d’un, d, par, leur, commun',
}
