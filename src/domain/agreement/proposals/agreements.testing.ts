/**
 * One short agreement in each language, between countries that do not exist. All say the same: signed in Port Arden
 * on 4 March 1998, in force for ten years, extended by five, with six months' notice.
 */
export const AGREEMENTS: Readonly<Record<string, string>> = {
  en: `AGREEMENT BETWEEN THE GOVERNMENT OF THE REPUBLIC OF ARDIA AND THE GOVERNMENT OF BELMARK ON THE FERRY SERVICE

The Government of the Republic of Ardia and the Government of Belmark, hereinafter referred to as the Parties,
Desiring to link their coasts,
Have agreed as follows:

Article 1

There shall be a ferry on each day of the week.

Article 2

1. This Agreement shall enter into force on the date of its signature. It shall remain in force for a period of ten years.
2. This Agreement shall be automatically extended for further periods of five years, unless either Party terminates it by giving six months' written notice.

Done at Port Arden, on the fourth day of March, nineteen hundred and ninety-eight, in duplicate, in the English and French languages, both texts being equally authentic.

For the Government of the Republic of Ardia:
`,
  fr: `Accord entre la République d'Ardie et le Royaume de Belmarque relatif au service des bacs

La République d'Ardie et le Royaume de Belmarque, ci-après dénommés les Parties,
Désireux de relier leurs côtes,
Sont convenus de ce qui suit :

Article premier

Un bac circule chaque jour.

Article 2

1. Le présent Accord entrera en vigueur à la date de sa signature. Il est conclu pour une période de dix ans.
2. Le présent Accord est renouvelé par tacite reconduction pour de nouvelles périodes de cinq ans, à moins que l'une des Parties ne le dénonce avec un préavis de six mois.

Fait à Port-Arden, le quatre mars mil neuf cent quatre-vingt-dix-huit, en deux exemplaires, en langues française et anglaise, les deux textes faisant également foi.

Pour la République d'Ardie :
`,
  es: `Acuerdo entre la República de Ardia y el Reino de Belmarca sobre el servicio de transbordadores

La República de Ardia y el Reino de Belmarca, en adelante denominados las Partes,
Deseosos de unir sus costas,
Han convenido lo siguiente:

Artículo 1

Habrá un transbordador cada día.

Artículo 2

1. El presente Acuerdo entrará en vigor en la fecha de su firma. Tendrá una vigencia de diez años.
2. El presente Acuerdo se renovará automáticamente por períodos de cinco años, a menos que una de las Partes lo denuncie con un preaviso de seis meses.

Hecho en Puerto Arden, a los cuatro días del mes de marzo de mil novecientos noventa y ocho, en dos ejemplares, en los idiomas español e inglés, siendo ambos textos igualmente auténticos.

Por la República de Ardia:
`,
  pt: `Acordo entre a República da Árdia e o Reino da Belmarca sobre o Serviço de Balsas

A República da Árdia e o Reino da Belmarca, doravante denominados as Partes,
Desejosos de unir as suas costas,
Acordam o seguinte:

Artigo 1

Haverá uma balsa em cada dia.

Artigo 2

1. O presente Acordo entrará em vigor na data da sua assinatura. O Acordo terá uma vigência de dez anos.
2. O presente Acordo será renovado automaticamente por períodos de cinco anos, salvo se uma das Partes o denunciar com antecedência de seis meses.

Feito em Porto Arden, aos quatro dias do mês de março de mil novecentos e noventa e oito, em dois exemplares, nos idiomas português e inglês, sendo ambos os textos igualmente autênticos.

Pela República da Árdia:
`,
  de: `Abkommen zwischen der Regierung der Republik Ardien und der Regierung des Königreichs Belmark über den Fährverkehr

Die Regierung der Republik Ardien
und
die Regierung des Königreichs Belmark,
nachstehend «Vertragsparteien» genannt,
im Wunsch, ihre Küsten zu verbinden,
sind wie folgt übereingekommen:

Artikel 1

An jedem Tag verkehrt eine Fähre.

Artikel 2

1. Dieses Abkommen tritt am Tag seiner Unterzeichnung in Kraft. Es wird für einen Zeitraum von zehn Jahren geschlossen.
2. Dieses Abkommen verlängert sich stillschweigend um jeweils fünf Jahre, sofern es nicht von einer Vertragspartei mit einer Frist von sechs Monaten gekündigt wird.

Geschehen zu Port Arden am 4. März 1998 in zwei Urschriften, jede in deutscher und englischer Sprache, wobei jeder Wortlaut gleichermaßen verbindlich ist.

Für die Regierung der Republik Ardien:
`,
  nl: `Verdrag tussen de Republiek Ardië en het Koninkrijk Belmark inzake de veerdienst

De Republiek Ardië en het Koninkrijk Belmark, hierna te noemen de Partijen,
Geleid door de wens hun kusten te verbinden,
Zijn het volgende overeengekomen:

Artikel 1

Elke dag vaart er een veerboot.

Artikel 2

1. Dit Verdrag treedt in werking op de datum van ondertekening. Het Verdrag blijft van kracht voor een tijdvak van tien jaar.
2. Dit Verdrag wordt stilzwijgend verlengd met telkens vijf jaar, tenzij een der Partijen het opzegt met inachtneming van een termijn van zes maanden.

Gedaan te Port Arden op de vierde maart negentienhonderd achtennegentig, in tweevoud, in de Nederlandse en de Engelse taal, zijnde beide teksten gelijkelijk authentiek.

Voor de Republiek Ardië:
`,
  it: `Accordo tra la Repubblica di Ardia e il Regno di Belmarca sul servizio dei traghetti

La Repubblica di Ardia e il Regno di Belmarca, di seguito denominati le Parti,
Desiderosi di unire le loro coste,
Hanno convenuto quanto segue:

Articolo 1

Un traghetto circola ogni giorno.

Articolo 2

1. Il presente Accordo entra in vigore alla data della firma. Il presente Accordo ha una durata di dieci anni.
2. Il presente Accordo è rinnovato tacitamente per periodi di cinque anni, salvo che una delle Parti lo denunci con un preavviso di sei mesi.

Fatto a Porto Arden, il quattro marzo millenovecentonovantotto, in due originali, nelle lingue italiana e inglese, entrambi i testi facenti ugualmente fede.

Per la Repubblica di Ardia:
`,
  ru: `СОГЛАШЕНИЕ
между Правительством Республики Ардия и Правительством Королевства Бельмарк о паромном сообщении

Правительство Республики Ардия и Правительство Королевства Бельмарк, именуемые в дальнейшем Сторонами,
желая соединить свои берега,
согласились о нижеследующем:

Статья 1

Паром ходит каждый день.

Статья 2

1. Настоящее Соглашение вступает в силу с даты его подписания и заключается сроком на десять лет.
2. Действие настоящего Соглашения автоматически продлевается на последующие пятилетние периоды, если ни одна из Сторон не уведомит другую Сторону не менее чем за шесть месяцев до истечения срока о намерении прекратить его действие.

Совершено в г. Порт-Арден 4 марта 1998 года в двух экземплярах, каждый на русском и английском языках, причём оба текста имеют одинаковую силу.

За Правительство Республики Ардия
`,
  ar: `اتفاقية بين حكومة جمهورية أرديا وحكومة مملكة بلمارك بشأن خدمة العبّارات

إن حكومة جمهورية أرديا وحكومة مملكة بلمارك، المشار إليهما فيما بعد بالطرفين،
رغبة منهما في ربط سواحلهما،
قد اتفقتا على ما يلي:

المادة 1

تسير عبّارة واحدة كل يوم.

المادة 2

1. تدخل هذه الاتفاقية حيز النفاذ من تاريخ التوقيع عليها. تظل هذه الاتفاقية نافذة لمدة عشر سنوات.
2. تتجدد هذه الاتفاقية تلقائيا لفترات أخرى مدة كل منها خمس سنوات، ما لم يخطر أحد الطرفين الآخر برغبته في إنهاء هذه الاتفاقية قبل ستة أشهر من انتهائها.

حررت في بورت آردن في ٤ مارس ١٩٩٨ من نسختين أصليتين باللغتين العربية والإنجليزية، والنصان متساويان في الحجية.

عن حكومة جمهورية أرديا
`,
  fa: `موافقت‌نامه بین دولت جمهوری آردیا و دولت پادشاهی بلمارک در زمینه خدمات کشتیرانی

دولت جمهوری آردیا و دولت پادشاهی بلمارک که از این پس طرف‌های متعاهد نامیده می‌شوند،
با علاقه به پیوند سواحل خود،
به شرح زیر توافق نمودند:

ماده ۱

هر روز یک کشتی حرکت می‌کند.

ماده ۲

۱. این موافقت‌نامه از تاریخ امضا لازم‌الاجرا خواهد شد. این موافقت‌نامه برای مدت ده سال معتبر خواهد بود.
۲. این موافقت‌نامه خود به خود برای دوره‌های پنج ساله تمدید خواهد شد، مگر آنکه یکی از طرف‌ها شش ماه قبل از انقضا قصد خود را برای فسخ آن اعلام نماید.

این موافقت‌نامه در پورت آردن در تاریخ ۱۳ اسفند ۱۳۷۶ برابر با ۴ مارس ۱۹۹۸ در دو نسخه به زبان‌های فارسی و انگلیسی تنظیم شد.

از طرف دولت جمهوری آردیا
`,
  zh: `阿尔迪亚共和国政府和贝尔马克王国政府关于渡轮服务的协定

阿尔迪亚共和国政府和贝尔马克王国政府（以下简称双方），愿连接两国海岸，达成协议如下：

第一条

每日开行渡轮一班。

第二条

一、本协定自签字之日起生效，有效期为十年。
二、如任何一方未在本协定期满至少六个月前书面通知另一方终止本协定，则本协定自动延长五年。

本协定于一九九八年三月四日在阿登港签订，一式两份，每份均用中文和英文写成，两种文本同等作准。

阿尔迪亚共和国政府代表
`,
  ko: `아르디아공화국 정부와 벨마크왕국 정부 간의 여객선 운항에 관한 협정

아르디아공화국 정부와 벨마크왕국 정부(이하 "당사자"라 한다)는 다음과 같이 합의하였다.

제1조

여객선은 매일 운항한다.

제2조

1. 이 협정은 서명한 날에 발효한다. 이 협정은 10년간 유효하다.
2. 이 협정은 어느 한쪽 당사자가 만료 6개월 전에 종료 의사를 통보하지 아니하는 한 자동적으로 5년씩 연장된다.

1998년 3월 4일 아르덴에서 한국어와 영어로 각 2부씩 작성하였으며, 두 언어본은 동등하게 정본이다.

아르디아공화국 정부를 대표하여
`,
}
