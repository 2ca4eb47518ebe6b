/** A small treaty in each language, with the references it makes, as `words → targets`. Written for the tests. */
export const CASES: readonly {
  readonly language: string
  readonly text: string
  readonly expected: readonly string[]
}[] = [
  {
    language: 'en',
    text: 'TREATY\n\nArticle 1\n\n1. See Article 2.\n2. See Article 51 of the Charter of the United Nations.\n\nArticle 2\n\nEnd of this Article.\n',
    expected: [
      'Article 2 → art-2',
      'Article 51 of the Charter of the United Nations → [Charter of the United Nations]',
      'this Article → art-2',
    ],
  },
  {
    language: 'fr',
    text: 'TRAITÉ\n\nArticle 1\n\n1. Voir le paragraphe 2 de l’article 2.\n2. L’article 51 de la Charte des Nations Unies et le présent article.\n\nArticle 2\n\n1. Les articles 1 à 2 du présent Traité.\n2. Voir l’article 9.\n',
    expected: [
      'paragraphe 2 de l’article 2 → art-2.2',
      'article 51 de la Charte des Nations Unies → [Charte des Nations Unies]',
      'présent article → art-1',
      'articles 1 à 2 → art-1 art-2',
      'article 9 → ! no such article',
    ],
  },
  {
    language: 'es',
    text: 'TRATADO\n\nArtículo 1\n\n1. Véase el párrafo 2 del artículo 2.\n2. El artículo 51 de la Carta de las Naciones Unidas y el presente artículo.\n\nArtículo 2\n\n1. Los artículos 1 y 2 del presente Tratado.\n2. El párrafo anterior y el artículo 9.\n',
    expected: [
      'párrafo 2 del artículo 2 → art-2.2',
      'artículo 51 de la Carta de las Naciones Unidas → [Carta de las Naciones Unidas]',
      'presente artículo → art-1',
      'artículos 1 → art-1',
      '2 → art-2',
      'párrafo anterior → art-2.1',
      'artículo 9 → ! no such article',
    ],
  },
  {
    language: 'pt',
    text: 'TRATADO\n\nArtigo 1\n\n1. Ver o parágrafo 2 do artigo 2.\n2. O artigo 51 da Carta das Nações Unidas.\n\nArtigo 2\n\n1. Os artigos 1 e 2 deste Tratado.\n2. Ver este artigo e o artigo 9.\n',
    expected: [
      'parágrafo 2 do artigo 2 → art-2.2',
      'artigo 51 da Carta das Nações Unidas → [Carta das Nações Unidas]',
      'artigos 1 → art-1',
      '2 → art-2',
      'este artigo → art-2',
      'artigo 9 → ! no such article',
    ],
  },
  {
    language: 'de',
    text: 'VERTRAG\n\nArtikel 1\n\n1. Siehe Artikel 2 Absatz 2.\n2. Artikel 51 der Charta der Vereinten Nationen gilt.\n\nArtikel 2\n\n1. Die Artikel 1 und 2 dieses Vertrags.\n2. Siehe Absatz 1 dieses Artikels und Artikel 9.\n',
    expected: [
      'Artikel 2 Absatz 2 → art-2.2',
      'Artikel 51 der Charta der Vereinten Nationen → [Charta der Vereinten Nationen]',
      'Artikel 1 → art-1',
      '2 → art-2',
      'Absatz 1 dieses Artikels → art-2.1',
      'Artikel 9 → ! no such article',
    ],
  },
  {
    language: 'nl',
    text: 'VERDRAG\n\nArtikel 1\n\n1. Zie artikel 2, tweede lid.\n2. Artikel 51 van het Handvest van de Verenigde Naties.\n\nArtikel 2\n\n1. De artikelen 1 en 2 van dit Verdrag.\n2. Zie het eerste lid van dit artikel en artikel 9.\n',
    expected: [
      'artikel 2, tweede lid → art-2.2',
      'Artikel 51 van het Handvest van de Verenigde Naties → [Handvest van de Verenigde Naties]',
      'artikelen 1 → art-1',
      '2 → art-2',
      'eerste lid van dit artikel → art-2.1',
      'artikel 9 → ! no such article',
    ],
  },
  {
    language: 'it',
    text: 'TRATTATO\n\nArticolo 1\n\n1. Ai sensi dell’articolo 2, paragrafo 2.\n2. L’articolo 51 della Carta delle Nazioni Unite.\n\nArticolo 2\n\n1. Gli articoli 1 e 2 del presente Trattato.\n2. Il paragrafo precedente e l’articolo 9.\n',
    expected: [
      'articolo 2, paragrafo 2 → art-2.2',
      'articolo 51 della Carta delle Nazioni Unite → [Carta delle Nazioni Unite]',
      'articoli 1 → art-1',
      '2 → art-2',
      'paragrafo precedente → art-2.1',
      'articolo 9 → ! no such article',
    ],
  },
  {
    language: 'ru',
    text: 'ДОГОВОР\n\nСтатья 1\n\n1. В соответствии с пунктом 2 статьи 2.\n2. Статья 51 Устава Организации Объединенных Наций.\n\nСтатья 2\n\n1. Статьи 1 и 2 настоящего Договора.\n2. Согласно пункту 1 настоящей статьи и статье 9.\n',
    expected: [
      'пунктом 2 статьи 2 → art-2.2',
      'Статья 51 Устава Организации Объединенных Наций → [Устава Организации Объединенных Наций]',
      'Статьи 1 → art-1',
      '2 → art-2',
      'пункту 1 настоящей статьи → art-2.1',
      'статье 9 → ! no such article',
    ],
  },
  {
    language: 'ar',
    text: 'معاهدة\n\nالمادة 1\n\n1. وفقا للفقرة 2 من المادة 2.\n2. المادة 51 من ميثاق الأمم المتحدة.\n\nالمادة 2\n\n1. المادتان 1 و2 من هذه المعاهدة.\n2. الفقرة 1 من هذه المادة، والمادة 9.\n',
    expected: [
      'للفقرة 2 من المادة 2 → art-2.2',
      'المادة 51 من ميثاق الأمم المتحدة → [ميثاق الأمم المتحدة]',
      'المادتان 1 → art-1',
      '2 → art-2',
      'الفقرة 1 من هذه المادة → art-2.1',
      'والمادة 9 → ! no such article',
    ],
  },
  {
    language: 'fa',
    text: 'معاهده\n\nماده ۱\n\n۱- طبق بند ۲ ماده ۲.\n۲- ماده ۵۱ منشور ملل متحد.\n\nماده ۲\n\n۱- مواد ۱ تا ۲ این معاهده.\n۲- بند ۱ این ماده و ماده ۹.\n',
    expected: [
      'بند ۲ ماده ۲ → art-2.۲',
      'ماده ۵۱ منشور ملل متحد → [منشور ملل متحد]',
      'مواد ۱ تا ۲ → art-1 art-2',
      'بند ۱ این ماده → art-2.۱',
      'ماده ۹ → ! no such article',
    ],
  },
  {
    language: 'zh',
    text: '条约\n\n第一条\n\n一、依第二条第二款。\n二、依联合国宪章第五十一条。\n\n第二条\n\n一、本条约第一条及第二条。\n二、依本条第一款及第九条。\n',
    expected: [
      '第二条第二款 → art-2.二',
      '第五十一条 → [联合国宪章]',
      '第一条 → art-1',
      '第二条 → art-2',
      '本条第一款 → art-2.一',
      '第九条 → ! no such article',
    ],
  },
  {
    language: 'ko',
    text: '조약\n\n제1조\n\n1. 제2조 제2항에 따라.\n2. 국제연합헌장 제51조에 따라.\n\n제2조\n\n1. 이 조약 제1조 및 제2조.\n2. 이 조 제1항 및 제9조.\n',
    expected: [
      '제2조 제2항 → art-2.2',
      '제51조 → [국제연합헌장]',
      '제1조 → art-1',
      '제2조 → art-2',
      '이 조 제1항 → art-2.1',
      '제9조 → ! no such article',
    ],
  },
]
