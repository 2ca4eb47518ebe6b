import type { Grammar } from '../grammar.ts'

/** French treaty forms. */
export const FRENCH: Grammar = {
  language: 'fr',
  openers: {
    article: 'article, art., art, arti.',
    rule: 'règle, principe, directive',
    part: 'partie',
    titleDivision: 'titre',
    chapter: 'chapitre',
    section: 'section',
    subsection: 'sous-section',
    annex: 'annexe',
    protocol: 'protocole, protocole additionnel, protocole final, protocole de signature',
    appendix: 'appendice',
    schedule: 'tableau',
  },
  invocation: 'au nom de dieu, au nom de la très sainte',
  instruments:
    'accord, traité, convention, protocole, mémorandum, charte, statut, pacte, arrangement, échange de notes, déclaration',
  clauses: 'clause, paragraphe, point',
  contents: 'table des matières, sommaire, table',
  preamble: 'préambule',
  parties:
    'le gouvernement, les gouvernements, les parties, les états parties, les états membres, les hautes parties, la république, le royaume, le président, sa majesté',
  testimonium: 'en foi de quoi, en témoignage de quoi, fait à, fait en, fait au, fait le, signé à',
  lettersClose: "veuillez agréer, je vous prie d'agréer, agréez, je saisis cette occasion, veuillez croire",
  salutations: "monsieur le, madame la, excellence, monsieur l'ambassadeur",
  signsFor: 'pour',
  signatureEnds: '',
  signature: "pour le, pour la, pour les, pour l’, pour l', [signé, (signé, signé, (l.s.), ___",
  insertion:
    'remplacé par, remplacée par, remplacés par, remplacées par, est inséré, sont insérés, est ajouté, sont ajoutés, est insérée, est ajoutée, libellé comme suit, libellés comme suit, ainsi rédigé, ainsi rédigés, se lit comme suit, modifié comme suit, ainsi libellé',
  breaksOff:
    'à, au, aux, avec, de, des, du, d’, en, entre, et, l’, la, le, les, ou, par, pour, que, sur, un, une, relatif, voir',
  references: 'paragraphe, alinéa',
  numbers: {
    ones: 'un|une|unique deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    ordinals:
      'premier|première deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième',
    tens: '- vingt trente quarante cinquante soixante - quatre-vingt|quatre-vingts -',
    ordinalTens: '- vingtième trentième quarantième cinquantième soixantième - quatre-vingtième -',
    hundreds: 'cent|centième',
    sole: 'unique',
    last: 'et dernier|et dernière',
    joiners: 'et',
  },
}
