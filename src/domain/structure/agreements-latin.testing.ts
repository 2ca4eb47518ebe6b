/** A short agreement between invented countries in each language of the Latin script, and its outline as a person reads it. */
export const LATIN_AGREEMENTS: Readonly<Record<string, readonly [text: string, outline: readonly string[]]>> =
  {
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
  }
