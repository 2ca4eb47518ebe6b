import type { RecordVocabulary } from '../vocabulary.ts'

/** English agreements. */
export const ENGLISH_RECORD: RecordVocabulary = {
  language: 'en',
  instruments: [
    ['memorandum', 'memorandum of understanding|memorandum|memoranda'],
    ['exchange of notes', 'exchange of (?:notes|letters)'],
    ['joint statement', 'joint (?:statement|declaration|communique)'],
    ['protocol', 'protocol'],
    ['convention', 'convention'],
    ['charter', 'charter|constitution'],
    ['treaty', 'treaty'],
    ['agreement', 'agreement|accord|partnership arrangement|arrangement'],
    ['other', 'covenant|statute|pact|final act|declaration'],
  ],
  dates: {
    months:
      'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
    fillers: 'st|nd|rd|th|day|days|of|the|in|year|a|d|ad|our|lord',
    numbers: 'hundred=100|thousand=1000',
  },
  closing: {
    done: '\\b(?:done|signed|concluded|executed)\\b',
    at: '\\b(?:at|in)(?: the)?(?: (?:city|cities|town)(?: of)?)?',
    placeEnds: '\\b(?:on|this|the|in|dated|as)\\b',
    authentic: '\\blanguages?\\b|\\btexts?\\b|\\boriginals?\\b|\\beach in\\b|\\bauthentic\\b',
    prevails: 'prevail|divergen|discrepan|translat|difference',
  },
  parties: {
    between: '\\b(?:between|among|of alliance with)\\b',
    and: ',? and ',
    lead: '(?:(?:the )?(?:royal |imperial |federal )?governments? of (?:the )?|the )',
    titleEnds:
      '\\b(?:on|concerning|regarding|relating|relative|for|with|to|establishing|about|covering|in|done|signed|amending|providing|governing|respecting|of [0-9]+)\\b',
    preambleEnds:
      '\\b(?:hereinafter|hereafter|herein|referred|being|having|have|has|desir\\p{L}+|wish\\p{L}+|recogni\\p{L}+|considering|conscious|guided|resolved|determined|convinced|inspired|noting|mindful|acting|on the one|of the one|as the|parties to)\\b',
    generic:
      '\\b(?:part(?:y|ies)|states? part|contracting|members?|signator|agreement|treaty|convention|peoples|undersigned|plenipotentiar|article|states concluding|governments)\\b',
    wholes:
      'trinidad and tobago|bosnia and herzegovina|antigua and barbuda|saint kitts and nevis|saint vincent and the grenadines|sao tome and principe|serbia and montenegro|great britain and northern ireland|wallis and futuna|turks and caicos|iceland and norway',
  },
  languageNames: {
    en: 'english',
    fr: 'french',
    es: 'spanish',
    pt: 'portuguese',
    de: 'german',
    nl: 'dutch',
    it: 'italian',
    ru: 'russian',
    ar: 'arabic',
    fa: 'persian|farsi',
    zh: 'chinese',
    ko: 'korean',
    ja: 'japanese',
    hi: 'hindi',
    tr: 'turkish',
    uk: 'ukrainian',
    be: 'belarus[si]?ian|belorussian',
    hy: 'armenian',
    az: 'azerbaijani',
    ka: 'georgian',
    kk: 'kazakh',
    uz: 'uzbek',
    pl: 'polish',
    cs: 'czech',
    el: 'greek',
    he: 'hebrew',
    th: 'thai',
    vi: 'vietnamese',
    id: 'indonesian',
    sv: 'swedish',
    no: 'norwegian',
    da: 'danish',
    fi: 'finnish',
    hu: 'hungarian',
    ro: 'romanian',
    bg: 'bulgarian',
    mn: 'mongolian',
  },
  term: {
    years: 'years?|calendar years?',
    months: 'months?|calendar months?',
    days: 'days?|calendar days?',
    force: [
      '\\b(?:this|the|present|it) ?(?:agreement|treaty|convention|protocol|memorandum|arrangement|accord|covenant|statute|pact|charter)? (?:shall |will |is to |are to )?(?:first )?(?:enters?|comes?|entered|has come|have come|takes?|becomes?|be) (?:in|into|in to)? ?(?:force|effect|effective|operation)\\b',
    ],
    otherForce:
      'for (?:each|any|every|all|those|the) (?:state|party|parties|other|member|contracting)|amendment|after the entry|date of (?:its |the )?entry into force of|(?:after|before|once|until|when|upon) (?:this|the) \\p{L}+ (?:has |have )?(?:enter|come)',
    onSignature: '(?:up)?on (?:the )?(?:date |day )?(?:of )?(?:its |the |their )?signature|date of (?:its |the )?signature|day (?:of|on which) it is signed',
    fixed: [
      '(?:remain|continue|continues|be|stay|is|valid|effective) ?(?:to be )?(?:in (?:full )?(?:force|effect)|valid|effective|operative)? ?(?:initially )?(?:for|during) (?:an? |the )?(?:initial |first |further )?(?:period |term |duration )?(?:of )?{P}',
      '(?:concluded|made|entered into|valid) (?:initially )?for (?:an? )?(?:initial |first )?(?:period |term )?(?:of )?{P}',
      '(?:duration|term|validity) (?:of (?:this|the|present) (?:agreement|treaty|convention|protocol|memorandum) )?(?:is|shall be|will be) {P}',
    ],
    indefinite: [
      '(?:indefinite|unlimited|unspecified) (?:period|duration|time|term)',
      '(?:in force|effect|valid|concluded) (?:for an )?(?:indefinitely|indefinite|in perpetuity)',
      '(?:remain|continue|be|stay)s? (?:in (?:full )?(?:force|effect)|valid|effective|operative) (?:indefinitely|in perpetuity|unless|until)',
    ],
    renewal: [
      '(?:automatic(?:ally)?|tacit(?:ly)?)(?:[^.;]{0,60}?)(?:periods? of |period |for |by |each time )(?:an? )?(?:further |another |additional |successive |subsequent |consecutive )*(?:periods? of )?(?:an? )?{P}',
      '(?:extended|renewed|prolonged|continue in force|remain in force)(?:[^.;]{0,30}?)(?:for|by) (?:an? )?(?:further|another|additional|successive|subsequent|consecutive|new|like) (?:periods? )?(?:of )?{P}',
      '(?:successive|subsequent|consecutive|further|additional) {P}(?:-| )?periods?',
    ],
    ending:
      'terminat|denounc|denunciat|withdraw|cease|expir|discontinu|bring [^.;]{0,40} to an end|invalid',
    notice: [
      "{P}['’]? ?(?:'s)? ?(?:prior |advance |previous )?(?:written )?(?:notice|notification)",
      '(?:notice|notification)[^.;]{0,60}?(?:of )?(?:at least |not less than |no less than )?{P}(?: in advance| prior| before| beforehand)',
      '(?:notice|notification) of (?:at least |not less than )?{P}',
      '(?:at least|not later than|not less than|no later than|no less than) {P} (?:before|prior|in advance)',
      '(?:take effect|takes effect|become effective|effective|cease to be in force|expire|invalid|terminate|terminates|terminated|end)(?: on the (?:date|day))?[^.;]{0,30}? {P} (?:after|from|following|upon)',
      '{P} (?:after|from|following) (?:the )?(?:date |day |receipt )?(?:of )?(?:the |such |its |that |said )?(?:receipt |delivery |date )?(?:of )?(?:the |such |its |that |said )?(?:written )?(?:notice|notification|denunciation)',
      '{P} (?:before|prior to) (?:the )?(?:\\p{L}+ ){0,4}(?:terminat|expir|end)',
    ],
  },
}
