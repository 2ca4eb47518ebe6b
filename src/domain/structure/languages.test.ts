import { describe, expect, it } from 'vitest'
import { citationLabel } from './citation-label.ts'
import { readStructure } from './detect.ts'
import { expectTree } from './invariants.testing.ts'
import { treeOf } from './tree.ts'

/** A short agreement between invented countries in each language, and its outline as a person reads it. */
const AGREEMENTS: Readonly<Record<string, readonly [text: string, outline: readonly string[]]>> = {
  en: [
    `AGREEMENT ON THE INNER SEA

PREAMBLE

The Republic of Ardia and the Kingdom of Belmark,
Have agreed as follows:

PART ONE
GENERAL

Article 1: Purpose
The Parties shall keep the sea clean.

Article 1 bis: Means
1. Each Party shall bear its costs.
2. The Parties shall not, under
Article 1 of this Agreement, share them.

PART TWO
FINAL

Article 2: Term
This Agreement shall remain in force.

IN WITNESS WHEREOF the undersigned have signed.
DONE at Port Arden, 4 March 1951.

For the Republic of Ardia

ANNEX I

Article 1
Ships are listed.

Rule 1: Lights
Every ship shall show a light.
`,
    [
      'title',
      'preamble',
      'part ONE',
      'art 1',
      'art 1 bis',
      'art 1 bis(1)',
      'art 1 bis(2)',
      'part TWO',
      'art 2',
      'closing',
      'signatures',
      'annex I',
      'annex I art 1',
      'annex I rule 1',
    ],
  ],
  fr: [
    `ACCORD SUR LA MER INTÉRIEURE

Le Gouvernement de l’Ardie et le Gouvernement du Belmark,
Sont convenus de ce qui suit :

CHAPITRE PREMIER
Dispositions générales

Article premier - Objet
Le présent Accord protège la mer.

Art. 2. - Moyens
Les Parties contribuent :
a) par des navires ;
b) par des ports.

Article 3
Durée
L'Accord est conclu pour dix ans.

En foi de quoi, les soussignés ont signé.
Fait à Port-Ardin, le 4 mars 1951.

Pour le Gouvernement de l’Ardie

ANNEXE A
Liste des ports.
`,
    [
      'title',
      'preamble',
      'ch PREMIER',
      'art premier',
      'art 2',
      'art 2(a)',
      'art 2(b)',
      'art 3',
      'closing',
      'signatures',
      'annex A',
    ],
  ],
  es: [
    `TRATADO DE AMISTAD

El Gobierno de Ardia y el Gobierno de Belmark,
Han convenido lo siguiente:

CAPITULO I
Disposiciones generales

ARTICULO 1.
Habrá paz perpetua.

ARTICULO 2.
Las Partes cooperarán conforme al
Artículo 1 del presente Tratado.

Artículo 3º
El presente Tratado entrará en vigor.

En fe de lo cual, los plenipotenciarios firman.
Hecho en Puerto Ardín, el 4 de marzo de 1951.

Por el Gobierno de Ardia
`,
    ['title', 'preamble', 'ch I', 'art 1', 'art 2', 'art 3', 'closing', 'signatures'],
  ],
  pt: [
    `ACORDO SOBRE PESCA

O Governo da Árdia e o Governo de Belmark,
Acordam o seguinte:

Artigo I
Compromisso
As Partes cooperam.

Artigo II
Âmbito
O Acordo aplica-se ao mar.

Artigo III
O presente Acordo vigora por dez anos.

Feito em Porto Ardim, aos 4 de março de 1951.

Pelo Governo da Árdia
`,
    ['title', 'preamble', 'art I', 'art II', 'art III', 'closing', 'signatures'],
  ],
  de: [
    `Abkommen über das Binnenmeer

Die Regierung von Ardien und die Regierung von Belmark –
sind wie folgt übereingekommen:

Erster Teil
Allgemeines

Artikel 1
(1) Die Vertragsparteien schützen das Meer.
(2) Sie handeln gemäß
Artikel 2 Absatz 1.

Artikel 2
Die Vertragsparteien beraten sich jährlich.

Geschehen zu Ardenhafen am 4. März 1951.

Für die Regierung von Ardien
`,
    ['title', 'preamble', 'part Erster', 'art 1', 'art 1(1)', 'art 1(2)', 'art 2', 'closing', 'signatures'],
  ],
  nl: [
    `Verdrag inzake de Binnenzee

De Regering van Ardië en de Regering van Belmark,
Zijn het volgende overeengekomen:

EERSTE DEEL
DE BEGINSELEN

Artikel 1
De partijen beschermen de zee.

Artikel 1 bis
Zij plegen overleg.

HOOFDSTUK 2
SLOT

Artikel 2
Dit Verdrag treedt in werking.

Ter oorkonde waarvan de ondergetekenden hebben getekend.
Gedaan te Ardenhaven, 4 maart 1951.

Voor de Regering van Ardië
`,
    [
      'title',
      'preamble',
      'part EERSTE',
      'art 1',
      'art 1 bis',
      'part EERSTE ch 2',
      'art 2',
      'closing',
      'signatures',
    ],
  ],
  it: [
    `ACCORDO SUL MARE INTERNO

Il Governo di Ardia e il Governo di Belmark,
hanno convenuto quanto segue:

TITOLO I
DISPOSIZIONI GENERALI

Articolo 1
Scopo
Le Parti proteggono il mare.

Articolo 2
Mezzi
1. Le Parti cooperano.
2. Ciascuna Parte sostiene le spese di cui all’articolo 1.

Articolo 3
Il presente Accordo entra in vigore.

Fatto a Porto Ardino, il 4 marzo 1951.

Per il Governo di Ardia
`,
    [
      'title',
      'preamble',
      'title I',
      'art 1',
      'art 2',
      'art 2(1)',
      'art 2(2)',
      'art 3',
      'closing',
      'signatures',
    ],
  ],
  ru: [
    `СОГЛАШЕНИЕ
о внутреннем море

Правительство Ардии и Правительство Бельмарка,
согласились о нижеследующем:

ЧАСТЬ ПЕРВАЯ
ОБЩИЕ ПОЛОЖЕНИЯ

С т а т ь я 1.
Стороны охраняют море.

С т а т ь я 2.
Стороны сотрудничают:
а) в портах;
б) на судах.

Статья 3
Соглашение вступает в силу.

Совершено в г. Арденске 4 марта 1951 года.

За Правительство Ардии

ПРИЛОЖЕНИЕ 1
к Соглашению о внутреннем море

Статья 1
Перечень портов.
`,
    [
      'title',
      'preamble',
      'part ПЕРВАЯ',
      'art 1',
      'art 2',
      'art 2(а)',
      'art 2(б)',
      'art 3',
      'closing',
      'signatures',
      'annex 1',
      'annex 1 art 1',
    ],
  ],
  ar: [
    `اتفاقية البحر الداخلي

إن حكومة أرديا وحكومة بلمارك،
قد اتفقتا على ما يلي:

الفصل الأول: أحكام عامة
المادة الأولى
يحمي الطرفان البحر.

المادة (٢)
يتعاون الطرفان:
أ) في الموانئ؛
ب) في السفن.

المادة ٣ - النفاذ
تدخل الاتفاقية حيز النفاذ.

حررت في ميناء أردن بتاريخ ٤ مارس ١٩٥١.
`,
    ['title', 'preamble', 'ch الأول', 'art الأولى', 'art ٢', 'art ٢(أ)', 'art ٢(ب)', 'art ٣', 'closing'],
  ],
  fa: [
    `موافقتنامه دریای درونی

دولت آردیا و دولت بلمارک،
به شرح زیر توافق نمودند:

ماده ۱- هدف
طرف‌ها از دریا نگهداری می‌کنند.

ماده ۲-
طرف‌ها همکاری می‌کنند.
تبصره ۱- هزینه‌ها برابر است.
تبصره ۲- پرداخت سالانه است.

ماده ۳- اعتبار
این موافقتنامه ده سال معتبر است.
`,
    ['title', 'preamble', 'art ۱', 'art ۲', 'art ۲ note ۱', 'art ۲ note ۲', 'art ۳'],
  ],
  zh: [
    `內海條約

締約各方議定如下：

第一章 總則
第一條
締約國應保護內海。

第二條 合作
一、締約國應每年協商。
二、依第一條所定之費用平均分擔。

第二章 附則
第三條
本條約自簽署之日起生效。
`,
    ['title', 'preamble', 'ch 一', 'art 一', 'art 二', 'art 二(一)', 'art 二(二)', 'ch 二', 'art 三'],
  ],
  ko: [
    `내해에 관한 협정

아르디아 정부와 벨마르크 정부는 다음과 같이 합의하였다.

제1장 총칙
제1조 (목적)
당사국은 바다를 보호한다.

제2조 (협력)
① 당사국은 매년 협의한다.
② 제1조에 따른 비용은 균등하게 부담한다.

제2조의2 (통보)
당사국은 서로 통보한다.

제3조 (발효)
이 협정은 서명한 날에 발효한다.
`,
    ['title', 'preamble', 'ch 1', 'art 1', 'art 2', 'art 2(1)', 'art 2(2)', 'art 2의2', 'art 3'],
  ],
}

describe('readStructure', () => {
  it.each(Object.entries(AGREEMENTS))('reads an agreement in %s', (language, [text, outline]) => {
    const { provisions, languages, isFlat } = readStructure(text)
    const tree = treeOf(provisions)
    const labels = provisions.filter((p) => p.kind !== 'recital').map((p) => citationLabel(tree, p))
    expect(labels.filter((label) => !/para \d/.test(label))).toEqual(outline)
    expect(languages[0]).toBe(language)
    expect(isFlat).toBe(false)
    expectTree(text, provisions)
  })

  it.each(Object.entries(AGREEMENTS))('finds the same articles in %s when a hint is wrong', (_, [text]) => {
    const articles = (language?: string): (string | undefined)[] =>
      readStructure(text, language === undefined ? {} : { language }).provisions.flatMap((p) =>
        p.kind === 'article' ? [p.number] : [],
      )
    expect(articles('is')).toEqual(articles())
    expect(articles('fr')).toEqual(articles())
  })

  it.each(Object.entries(AGREEMENTS))(
    'finds the articles of the main text in %s where it lost its line breaks',
    (_, [text]) => {
      const numbers = (reading: ReturnType<typeof readStructure>): (string | undefined)[] =>
        reading.provisions.flatMap((p) =>
          p.kind === 'article' && p.id.startsWith('art-') ? [p.arabic ?? p.number] : [],
        )
      const flat = readStructure(text.replace(/\s+/g, ' '))
      const body = numbers(readStructure(text))
      expect(numbers(flat)).toEqual(body)
      expect(flat.isFlat).toBe(true)
    },
  )
})
