import type { ReferenceWords } from './reference-words.ts'

/** German references. */
export const GERMAN_REFERENCES: ReferenceWords = {
  language: 'de',
  levels: {
    article: 'artikel, artikels, artikeln, art.',
    rule: 'regel / regeln',
    part: 'teil, teils, teiles / teile, teilen',
    titleDivision: 'titel, titels',
    chapter: 'kapitel, kapitels, kapiteln',
    section: 'abschnitt, abschnitts, abschnittes / abschnitte, abschnitten',
    subsection: 'unterabschnitt, unterabschnitts / unterabschnitte',
    annex: 'anhang, anhangs, anhanges, anlage / anhänge, anhängen, anlagen',
    protocol: 'protokoll, protokolls / protokolle',
    appendix: 'beilage / beilagen',
    schedule: 'liste / listen',
    paragraph: 'absatz, absatzes, abs., abs, ziffer, ziff. / absätze, absätzen, ziffern',
    point: 'buchstabe, buchstaben, bst., lit., unterabsatz, nummer, satz / unterabsätze, nummern',
  },
  and: 'und, oder, sowie',
  to: 'bis',
  inside: 'des, der, dem, von, im, in, zu, zum, zur',
  joinsBare: true,
  here: 'dieses, diesem, dieser, diesen, vorliegenden, vorliegende, vorliegendes',
  preceding: 'vorstehenden, vorstehende, vorhergehenden, vorangehenden, vorangegangenen, vorigen',
  following: 'folgenden, nachstehenden, nächsten',
  same: 'genannten, jenes, desselben, derselben, besagten',
  thereof: '',
  instruments:
    '*vertrag, *vertrags, *vertrages, *abkommen, *abkommens, *übereinkommen, *übereinkommens, *konvention, *charta, *pakt, *pakts, *statut, *statuts, *protokoll, *protokolls, *erklärung, *gesetz, *gesetzes, *verfassung, *verordnung, *vereinbarung, *satzung, *akte, *gesetzbuch, *gesetzbuchs, *richtlinie, *ordnung, *beschluss, *beschlusses',
  naming:
    'der, die, das, des, den, dem, von, vom, über, zum, zur, zu, für, gegen, zwischen, und, betreffend, im, in, am, zur, bei, aller, einer, formen',
  ends: 'ist, sind, wird, werden, dass, welche, welcher, die, oder, nicht, kann, können, vertragsparteien, soll, hat, haben, soweit, wenn, gemäss, gemäß, nach, gilt, gelten, durch, sofern',
  hereinafter: 'im folgenden, nachstehend, nachfolgend',
  vague:
    'ein, eine, eines, einem, einer, kein, keine, jedes, jeder, andere, anderer, anderen, neue, dieses, dieser, diesem, diese, diesen, weitere',
}
