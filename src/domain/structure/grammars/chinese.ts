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
  instruments:
    '协定, 協定, 条约, 條約, 公约, 公約, 议定书, 議定書, 备忘录, 備忘錄, 协议, 協議, 宪章, 憲章, 规约, 換文, 换文, 声明',
  clauses: '',
  contents: '目录, 目錄, 目次',
  preamble: '序言, 前言, 弁言',
  parties:
    '缔约国, 締約國, 缔约各方, 締約各方, 本公约缔约国, 本公約締約國, 我联合国, 本规约缔约国, 本公约各缔约国',
  testimonium:
    '为此, 爲此, 為此, 以昭信守, 订于, 訂於, 签订于, 簽訂於, 签署于, 下列代表, 下列签署, 下列簽署, 下列签字, 双方代表…签, 雙方代表…簽, 本协定于…年…签, 本协议于…年…签, 本条约于…年…签, 本公约于…年…签, 本议定书于…年…签, 本备忘录于…年…签, 本谅解备忘录于…年…签, 本協定於…年…簽, 本協議於…年…簽, 本條約於…年…簽, 本公約於…年…簽, 本議定書於…年…簽',
  lettersClose: '顺致, 順致, 顺颂, 順頌, 请接受, 請接受',
  salutations: '阁下, 閣下, 大使先生, 部长先生, 部長先生',
  signsFor: '',
  signatureEnds: '代表, 代表：, 授权代表, 全权代表, （签字）, (签字)',
  signature: '代表, ___',
  insertion: '替换为, 替換為, 代之以, 修改为, 修改為, 修订为, 修訂為, 取代为, 增加, 新增, 条文如下, 條文如下',
  breaksOff: '',
  references: '所, 规定, 規定, 的, 之, 及, 和, 或, 与, 與, 第, 至, 内, 內, 中, 应, 應',
  numbers: { ones: '', ordinals: '', tens: '', ordinalTens: '', joiners: '' },
}
