import { describe, expect, it } from 'vitest'
import { detectStructure } from './detect.ts'

/** The last article of an agreement, its testimonium, its signatures and the heading of its annex, by language. */
const CLOSINGS: Readonly<
  Record<string, readonly [article: string, closing: string, signatures: string, annex: string]>
> = {
  'en, governments': [
    'Article 1\nPeace.\n\nArticle 2\nTrade.',
    'IN WITNESS WHEREOF the undersigned have signed this Treaty.\nDone at Port Arden on 3 May 2001.',
    'For the Government of Ardia:\nJohn Doe\n\nFor the Government of Belmark:\nMary Roe',
    'ANNEX I\nPorts.',
  ],
  'en, states': [
    'Article 1\nPeace.\n\nArticle 2\nTrade.',
    'Signed at Port Arden this third day of May 2001.',
    'For Ardia:\nJohn Doe\n\nFor Belmark\nMary Roe',
    'ANNEX I\nPorts.',
  ],
  'en, other words': [
    'Article 1\nPeace.\n\nArticle 2\nTrade.',
    'In witness of which the undersigned have signed this Treaty.',
    'For the Republic of Ardia\nFor the Kingdom of Belmark',
    'ANNEX I\nPorts.',
  ],
  fr: [
    'Article 1\nLa paix.\n\nArticle 2\nLe commerce.',
    'EN FOI DE QUOI, les soussignés ont signé.\nFait à Ardia, le 3 mai 2001.',
    'Pour le Gouvernement de l’Ardie :\nA. Dupont\n\nPour Belmark :\nB. Durand',
    'ANNEXE I\nLes ports.',
  ],
  es: [
    'Artículo 1\nLa paz.\n\nArtículo 2\nEl comercio.',
    'EN FE DE LO CUAL, los infrascritos firman.\nHecho en Ardia, el 3 de mayo de 2001.',
    'Por Ardia:\nJuan Pérez\n\nPor el Gobierno de Belmark:\nAna Gómez',
    'ANEXO I\nPuertos.',
  ],
  pt: [
    'Artigo 1\nA paz.\n\nArtigo 2\nO comércio.',
    'Em fé do que, os signatários assinam.\nFeito em Ardia, em 3 de maio de 2001.',
    'Por Ardia\nJoão Silva\n\nPelo Governo de Belmark\nAna Costa',
    'ANEXO I\nPortos.',
  ],
  de: [
    'Artikel 1\nFrieden.\n\nArtikel 2\nHandel.',
    'Zu Urkund dessen haben die Bevollmächtigten unterzeichnet.\nGeschehen zu Ardstadt am 3. Mai 2001.',
    'Für Ardien\nMax Muster\n\nFür die Regierung von Belmark\nEva Muster',
    'ANHANG I\nHäfen.',
  ],
  nl: [
    'Artikel 1\nVrede.\n\nArtikel 2\nHandel.',
    'TEN BLIJKE WAARVAN de ondergetekenden hebben getekend.\nGedaan te Ardstad op 3 mei 2001.',
    'Voor Ardië:\nJan Jansen\n\nVoor de Regering van Belmark:\nPiet Pieters',
    'BIJLAGE I\nHavens.',
  ],
  it: [
    'Articolo 1\nPace.\n\nArticolo 2\nCommercio.',
    'In fede di che, i sottoscritti hanno firmato.\nFatto a Ardia, il 3 maggio 2001.',
    'Per Ardia\nMario Rossi\n\nPer il Governo di Belmark\nAnna Bianchi',
    'ALLEGATO I\nPorti.',
  ],
  ru: [
    'Статья 1\nМир.\n\nСтатья 2\nТорговля.',
    'В удостоверение чего нижеподписавшиеся подписали настоящий Договор.\nСовершено в г. Арде 3 мая 2001 года.',
    'За Ардию:\nИ. Иванов\n\nЗа Правительство Бельмарка\nП. Петров',
    'ПРИЛОЖЕНИЕ 1\nПорты.',
  ],
  ar: [
    'المادة 1\nالسلام.\n\nالمادة 2\nالتجارة.',
    'وإثباتاً لما تقدم وقع المفوضون على هذه الاتفاقية.\nحررت في أرديا بتاريخ 3 مايو 2001.',
    'عن حكومة أرديا\nأحمد\n\nعن بلمارك\nخالد',
    'الملحق 1\nالموانئ.',
  ],
  fa: [
    'ماده ۱\nصلح.\n\nماده ۲\nتجارت.',
    'در تأیید مراتب فوق، امضاکنندگان این موافقتنامه را امضا کردند.\nاین موافقتنامه در تهران در تاریخ ۳ مه ۲۰۰۱ امضا شد.',
    'از طرف دولت اردیا\nاحمد\n\nاز طرف بلمارک\nرضا',
    'پیوست ۱\nبنادر.',
  ],
  'zh, representatives': [
    '第一条\n双方合作。\n\n第二条\n双方协商。本协定于签字之日起生效。',
    '下列代表，经各自政府正式授权，特签署本协定，以昭信守。\n本协定于二〇〇一年五月三日在北京签订，一式两份。',
    '阿尔迪亚共和国政府代表　　　　贝尔马克王国政府代表\n王五　　　　李四',
    '附件一\n港口。',
  ],
  'zh, date': [
    '第一条\n双方合作。\n\n第二条\n双方协商。',
    '本协定于二〇〇一年五月三日在北京签订，一式两份，每份均用中文写成。',
    '阿尔迪亚共和国政府\n代表\n贝尔马克王国政府\n代表',
    '附件一\n港口。',
  ],
  ko: [
    '제1조\n양국은 협력한다.\n\n제2조\n양국은 협의한다.',
    '이상의 증거로, 아래 서명자는 서명하였다.\n2001년 5월 3일 서울에서 작성하였다.',
    '대한민국 정부를 대표하여          아르디아 정부를 대표하여',
    '부속서 1\n항구.',
  ],
}

describe('the end of an agreement', () => {
  it.each(Object.entries(CLOSINGS))('is read: %s', (_, [article, closing, signatures, annex]) => {
    const text = `${article}\n\n${closing}\n\n${signatures}\n\n${annex}\n`
    const ends = detectStructure(text).filter(({ kind, depth }) => depth === 0 && kind !== 'article')
    expect(ends.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['testimonium', closing],
      ['signatures', expect.stringContaining(signatures.split('\n').at(-1) ?? '')],
      ['annex', annex],
    ])
  })

  it('may have sentences that begin with the word before a signatory', () => {
    const text =
      'Article 1\nPeace.\n\nDone at Arden.\nFor all purposes of this Treaty, both texts are authentic.\n\nFor Ardia:\nJohn Doe\n'
    const [closing, signatures] = detectStructure(text).filter(
      ({ depth, kind }) => depth === 0 && kind !== 'article',
    )
    expect(closing && text.slice(closing.start, closing.end)).toContain('authentic')
    expect(signatures && text.slice(signatures.start, signatures.end)).toBe('For Ardia:\nJohn Doe')
  })

  it('has names whose initials are no points', () => {
    const text = 'Article 1\nPeace.\n\nDone at Arden.\n\nA. Carver\n\nB. Smith\n'
    expect(detectStructure(text).some(({ kind }) => kind === 'point')).toBe(false)
  })
})
