import type { RecordVocabulary } from '../vocabulary.ts'

/** French agreements. */
export const FRENCH_RECORD: RecordVocabulary = {
  language: 'fr',
  instruments: [
    ['memorandum', "memorandum d'entente|memorandum|protocole d'entente|memoire d'entente"],
    ['exchange of notes', 'echange de (?:notes|lettres)'],
    ['joint statement', 'declaration (?:conjointe|commune)|communique conjoint'],
    ['protocol', 'protocole'],
    ['convention', 'convention'],
    ['charter', 'charte'],
    ['treaty', 'traite'],
    ['agreement', 'accord|arrangement'],
    ['other', 'pacte|statut|acte final|declaration'],
  ],
  dates: {
    months: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
    fillers: "er|eme|e|jour|jours|du|de|d|mois|l|an|l'an|le|en|annee|l'annee",
    numbers: 'mil=1000|mille=1000|cent=100|cents=100|septante=70|huitante=80|octante=80|nonante=90',
  },
  closing: {
    done: '\\b(?:fait|faite|signe|signee|conclu|conclue)\\b',
    at: '\\b(?:a|au|aux|en)(?: la ville de)?',
    placeEnds: "\\b(?:le|la|ce|en|l'an|dans|aux|du)\\b",
    authentic: '\\blangues?\\b|\\btextes?\\b|\\bfaisant\\b|\\bfont\\b|\\bauthentiques\\b',
    prevails: 'prevau|prevaloir|divergen|traduction|primera',
  },
  parties: {
    between: '\\bentre\\b',
    and: ',? et ',
    lead: "(?:(?:le |les )?gouvernements? (?:de la |de l'|du |des |de |d')|la |le |les |l')",
    titleEnds:
      '\\b(?:sur|concernant|relatif|relative|relatifs|portant|pour|en matiere|en vue|dans|tendant|visant|instituant|au sujet|signe|signee|modifiant|etablissant|fait)\\b',
    preambleEnds:
      "\\b(?:ci-apres|denomm\\p{L}+|designe\\p{L}+|appele\\p{L}+|desireu\\p{L}+|anime\\p{L}+|consider\\p{L}+|conscient\\p{L}*|soucieu\\p{L}+|resolu\\p{L}*|reconnaissant|souhaitant|d'une part|d'autre part|sont convenus|ont convenu|convaincu\\p{L}*|egalement|vu|rappelant|persuade\\p{L}*)\\b",
    generic:
      '\\b(?:parties?|etats? (?:parties|membres|signataires)|hautes|contractant\\p{L}*|membres?|signataires?|accord|traite|convention|peuples|soussignes)\\b',
    wholes:
      "bosnie et herzegovine|trinite-et-tobago|trinite et tobago|antigua-et-barbuda|grande-bretagne et d'irlande|sao tome-et-principe",
  },
  languageNames: {
    en: 'anglaise?s?',
    fr: 'francaise?s?',
    es: 'espagnole?s?',
    pt: 'portugaise?s?',
    de: 'allemande?s?',
    nl: 'neerlandaise?s?|hollandaise?s?',
    it: 'italienn?e?s?',
    ru: 'russes?',
    ar: 'arabes?',
    fa: 'persane?s?|farsi',
    zh: 'chinoise?s?',
    ko: 'coreenn?e?s?',
    ja: 'japonaise?s?',
    tr: 'turque?s?|turcs?',
    vi: 'vietnamienn?e?s?',
    el: 'grecque?s?|grecs?',
    pl: 'polonaise?s?',
    ro: 'roumaine?s?',
    hu: 'hongroise?s?',
    bg: 'bulgares?',
    sv: 'suedoise?s?',
  },
  term: {
    years: 'ans?|annees?',
    months: 'mois',
    days: 'jours?',
    mention:
      '(?:en vertu|aux termes|au titre|dans le cadre|en application|conformement) (?:du|de|de la|au|a la) (?:present|presente)?',
    force: [
      "\\b(?:le|la|l'|il|elle|present|presente) ?(?:present |presente )?(?:accord|traite|convention|protocole|memorandum|arrangement|pacte)? ?(?:entre|entrera|entreront|prend|prendra|est entre) (?:en vigueur|effet)",
    ],
    otherForce:
      "pour (?:chaque|chacun|tout|toute|les autres)|amendement|apres l'entree en vigueur|date d'entree en vigueur",
    onSignature:
      '(?:a la|au|des la|des sa|a compter de sa|le jour de sa|a) (?:date |jour )?(?:de )?(?:la |sa )?signature',
    fixed: [
      '(?:conclu|conclue|valable|en vigueur|valide|applicable) (?:est )?(?:pour|pendant|durant) (?:une )?(?:periode |duree )?(?:initiale )?(?:de )?{P}',
      '(?:duree|validite) (?:du present \\p{L}+ |de la presente \\p{L}+ )?(?:est|sera)(?: fixee)? (?:de |a ){P}',
    ],
    indefinite: ['(?:duree|periode) (?:indeterminee|illimitee|indefinie)', 'sans limitation de duree'],
    renewal: [
      "(?:tacite|tacitement|automatiquement)(?:[^.;]{0,60}?)(?:pour|par|de|d')(?: (?:une|de|des))?(?: (?:nouvelles?|memes?|autres?))?(?: (?:periodes?|durees?))?(?: (?:successives?|supplementaires?|ulterieures?|egales?))*(?: de| d')? ?{P}",
      "(?:renouvele|renouvelee|reconduit|reconduite|prorog\\p{L}+|prolong\\p{L}+|demeurera en vigueur)(?:[^.;]{0,40}?)(?:nouvelles? |autres? )?(?:periodes?|durees?)(?: (?:successives?|supplementaires?))*(?: de| d')? ?{P}",
    ],
    ending: 'denon\\p{L}+|resili\\p{L}+|retir\\p{L}+|retrait|mettre fin|expir\\p{L}+|cesse\\p{L}*',
    notice: [
      "(?:preavis|avis)(?: ecrit)?(?: prealable)?(?: d'au moins| de| d')? ?{P}",
      "(?:au moins |au plus tard )?{P} (?:avant|a l'avance|au prealable|auparavant)",
      '(?:prend\\p{L}* effet|effective|effet)(?:[^.;]{0,30}?){P} (?:apres|a compter|a partir|a dater|suivant)',
      '{P} (?:apres|a compter de|a partir de|a dater de|suivant)[^.;]{0,40}?(?:notification|denonciation|reception|avis)',
    ],
  },
}
