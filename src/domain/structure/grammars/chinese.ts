import type { Grammar } from '../grammar.ts'

/** Chinese treaty forms, in simplified and traditional characters. */
export const CHINESE: Grammar = {
  language: 'zh',
  openers: {
    annex: '附件, 附錄, 附录, 附表',
    protocol: '附加议定书, 附加議定書, 议定书, 議定書',
  },
  counters: {
    before: '第',
    after: { article: '条, 條', part: '部分, 编, 編', chapter: '章', section: '节, 節, 款' },
  },
  clauses: '',
  preamble: '序言, 前言, 弁言',
  parties:
    '缔约国, 締約國, 缔约各方, 締約各方, 本公约缔约国, 本公約締約國, 我联合国, 本规约缔约国, 本公约各缔约国',
  testimonium: '为此, 爲此, 為此, 以昭信守, 订于, 訂於',
  signature: '代表, ___',
  insertion: '替换为, 替換為, 代之以, 修改为, 修改為, 修订为, 修訂為, 取代为, 增加, 新增, 条文如下, 條文如下',
  breaksOff: '',
  references: '所, 规定, 規定, 的, 之, 及, 和, 或, 与, 與, 第, 至, 内, 內, 中, 应, 應',
  numbers: { ones: '', ordinals: '', tens: '', ordinalTens: '', joiners: '' },
}
