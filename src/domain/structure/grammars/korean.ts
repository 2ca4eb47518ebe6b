import type { Grammar } from '../grammar.ts'

/** Korean treaty forms. */
export const KOREAN: Grammar = {
  language: 'ko',
  openers: { annex: '부속서, 부록, 별첨, 별표', protocol: '의정서' },
  counters: { before: '제', after: { article: '조', part: '부, 편', chapter: '장', section: '절' } },
  instruments: '협정, 조약, 협약, 의정서, 양해각서, 헌장, 규정, 교환각서, 선언',
  clauses: '',
  contents: '목차, 차례',
  preamble: '전문',
  parties: '체약당사국, 체약국, 당사국, 양국',
  testimonium:
    '이상의 증거로, 이상의 증거로써, 이에 대한 증거로, 위의 증거로, 이를 증명하기 위하여, 아래 서명자는, 하기 서명자는',
  lettersClose: '본인은 이 기회에, 본인은 이 기회를',
  salutations: '각하',
  signsFor: '',
  signatureEnds: '대표하여, 대표하여:, 대표, 위하여',
  signature: '대표하여, ___',
  insertion: '다음과 같이 개정, 다음으로 대체, 다음과 같이 신설, 다음과 같이 수정, 다음과 같이 추가',
  breaksOff: '',
  references: '에, 의, 와, 과, 및, 제, 를, 을, 은, 는',
  numbers: { ones: '', ordinals: '', tens: '', ordinalTens: '', joiners: '' },
}
