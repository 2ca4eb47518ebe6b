import type { Grammar } from '../grammar.ts'

/** German treaty forms. */
export const GERMAN: Grammar = {
  language: 'de',
  openers: {
    article: 'artikel, art., art',
    rule: 'regel, grundsatz, leitlinie',
    part: 'teil',
    titleDivision: 'titel',
    chapter: 'kapitel',
    section: 'abschnitt',
    subsection: 'unterabschnitt',
    annex: 'anhang, anlage',
    protocol: 'protokoll, zusatzprotokoll, schlussprotokoll',
    appendix: 'anlage zum anhang, beilage',
    schedule: 'liste',
  },
  instruments:
    'abkommen, vertrag, übereinkommen, protokoll, vereinbarung, satzung, charta, notenwechsel, erklärung',
  clauses: 'klausel, ziffer, punkt, absatz',
  contents: 'inhalt, inhaltsverzeichnis, inhaltsübersicht',
  preamble: 'präambel',
  parties:
    'die regierung, die regierungen, die vertragsparteien, die vertragsstaaten, die mitgliedstaaten, die hohen vertragsparteien, die republik, das königreich, der schweizerische bundesrat, der präsident, seine majestät',
  testimonium:
    'zum zeugnis dessen, geschehen am, unterzeichnet in, unterzeichnet zu, geschehen zu, geschehen in, zu urkund dessen, ausgefertigt in, ausgefertigt zu, so geschehen',
  lettersClose: 'genehmigen sie, ich benutze diese gelegenheit, ich benutze die gelegenheit',
  salutations: 'herr, frau, exzellenz, sehr geehrter, sehr geehrte',
  signsFor: 'für',
  signatureEnds: '',
  signature: 'für die, für den, für das, (gez, gez., ___',
  insertion:
    'wie folgt gefasst, folgende fassung, neu gefasst, wird eingefügt, werden eingefügt, wird folgender artikel eingefügt, durch folgenden artikel ersetzt, durch folgende fassung ersetzt, wird ersetzt durch, folgenden wortlaut, lautet neu, wird folgender artikel angefügt',
  breaksOff:
    'am, an, auf, aus, bei, das, dem, den, der, des, die, durch, ein, eine, für, im, in, mit, nach, oder, über, und, von, vom, zu, zum, zur, zwischen, gemäß, siehe',
  references: 'absatz, abs., abs, buchstabe, satz, nummer, ziffer, absätze',
  numbers: {
    ones: 'ein|eins|eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    ordinals:
      'erster|erste|erstes|einziger zweiter|zweite|zweites dritter|dritte|drittes vierter|vierte|viertes fünfter|fünfte|fünftes sechster|sechste|sechstes siebter|siebte|siebenter|siebtes achter|achte|achtes neunter|neunte|neuntes zehnter|zehnte|zehntes elfter|elfte|elftes zwölfter|zwölfte|zwölftes dreizehnter|dreizehnte vierzehnter|vierzehnte fünfzehnter|fünfzehnte',
    tens: '- zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
    ordinalTens: '- zwanzigster|zwanzigste',
    hundreds: 'hundert|hundertster|hundertste',
    sole: 'einziger',
    last: 'und letzter|und letztes|und letzte',
    joiners: '',
    joined: 'und',
  },
}
