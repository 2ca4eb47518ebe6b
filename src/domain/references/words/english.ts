import type { ReferenceWords } from './reference-words.ts'

/** English references. */
export const ENGLISH_REFERENCES: ReferenceWords = {
  language: 'en',
  levels: {
    article: 'article, art. / articles, arts.',
    rule: 'rule, regulation / rules, regulations',
    part: 'part / parts',
    titleDivision: 'title / titles',
    chapter: 'chapter / chapters',
    section: 'section, sec. / sections',
    subsection: 'subsection, sub-section / subsections, sub-sections',
    annex: 'annex / annexes',
    protocol: 'protocol / protocols',
    appendix: 'appendix, attachment / appendices, attachments',
    schedule: 'schedule / schedules',
    paragraph: 'paragraph, para, para. / paragraphs, paras, paras.',
    point:
      'subparagraph, sub-paragraph, point, item, clause / subparagraphs, sub-paragraphs, points, items, clauses',
  },
  and: 'and, or, and/or, as well as',
  to: 'to, through, until',
  inside: 'of the, of, in the, in, to the, to, under the, under',
  here: 'this, the present, present',
  preceding: 'preceding, foregoing, previous',
  following: 'following, next',
  same: 'that, said, same, such',
  thereof: 'thereof',
  instruments:
    'treaty, treaties, agreement, convention, charter, covenant, statute, pact, protocol, declaration, constitution, act, law, code, resolution, directive, regulations, rules, memorandum, accord, understanding, final act',
  naming:
    'of, on, for, the, and, concerning, relating, regarding, to, in, between, among, against, establishing, from, at, signed, done, concluded, adopted, dated, its, all, forms, respect',
  ends: 'other, a, an, by, shall, which, that, is, are, was, were, has, have, may, will, as, or, if, when, where, who, whose, parties, this, these, any, each, either, such, under, can, must, entered, not, apply, applies',
  hereinafter: 'hereinafter, hereafter, hereunder referred to as, referred to as, collectively',
  vague:
    'a, an, any, such, other, each, either, no, another, every, new, separate, by, further, these, those, its, their, of, mutual, prior, written, special, both, bilateral, existing, in, relevant',
}
