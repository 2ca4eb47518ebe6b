import type { Grammar } from '../grammar.ts'

/** English treaty forms. */
export const ENGLISH: Grammar = {
  language: 'en',
  openers: {
    article: 'article, draft article, art., art',
    rule: 'rule, regulation, principle, guideline, draft rule',
    part: 'part',
    titleDivision: 'title',
    chapter: 'chapter',
    section: 'section',
    subsection: 'subsection, sub-section',
    annex: 'annex',
    protocol: 'protocol, additional protocol, optional protocol, final protocol',
    appendix: 'appendix, attachment',
    schedule: 'schedule',
  },
  invocation: 'in the name of god, in the name of the most holy, in the name of almighty',
  instruments:
    'agreement, treaty, convention, protocol, memorandum, charter, statute, covenant, accord, arrangement, exchange of notes, declaration',
  clauses: 'clause, paragraph, point, item, understanding',
  contents: 'contents, table of contents, index, list of articles',
  preamble: 'preamble',
  parties:
    'the government of, the governments of, the parties, the states parties, the contracting parties, the high contracting parties, the republic of, the kingdom of, the member states, his majesty, her majesty, the president of, we the',
  testimonium:
    'in witness whereof, in witness thereof, in faith whereof, in testimony whereof, done at, done in, signed at, signed in, in witness of which, in witness of the foregoing, as witness, done this, done on',
  lettersClose: 'accept…assurance, please accept…assurance, i avail myself, i have the honour to be',
  salutations: 'excellency, your excellency, sir, dear sir, mr. minister, mr. ambassador, mr. secretary',
  signsFor: 'for',
  signatureEnds: '',
  signature:
    'for the, for and on behalf of, for his, for her, [signed, (signed, signed, (l.s.), l.s., (sd, sd/, ___',
  insertion:
    'replaced by the following, replaced with the following, replaced as follows, substituted by the following, substitute the following, substituted therefor, insert, inserted, reading, to read as follows, amended to read, shall read as follows, shall read, reads as follows, added, following new article, by adding',
  breaksOff:
    'a, an, and, as, at, between, by, concerning, for, from, in, into, is, of, on, or, regarding, relating, shall, that, the, their, this, to, under, which, will, with, see, ad',
  references: 'paragraph, paragraphs, and, or, of',
  numbers: {
    ones: 'one|sole two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    ordinals:
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    tens: '- twenty thirty forty|fourty fifty sixty seventy eighty ninety',
    ordinalTens: '- twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth',
    hundreds: 'hundred|hundredth',
    sole: 'sole',
    last: 'and last|and final',
    joiners: 'and',
  },
}
