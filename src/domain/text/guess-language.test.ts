import { describe, expect, it } from 'vitest'
import { directionOf, guessLanguage } from './guess-language.ts'

describe('guessLanguage', () => {
  it.each([
    ['en', 'The Parties shall consult with each other, and this Article shall apply to all of them.'],
    ['fr', 'Les Parties se consultent dans les meilleurs délais et le présent Accord entre en vigueur.'],
    [
      'es',
      'Las Partes se consultarán y el presente Acuerdo entrará en vigor el día de los canjes del mismo.',
    ],
    ['pt', 'As Partes consultam-se e o presente Acordo entra em vigor no dia da troca dos instrumentos.'],
    ['de', 'Die Parteien beraten sich, und dieses Abkommen tritt mit der Unterzeichnung in Kraft.'],
    [
      'nl',
      'De Partijen plegen overleg, en dit Verdrag treedt in werking op de dag van het einde van een jaar.',
    ],
    ['it', 'Le Parti si consultano e il presente Accordo entra in vigore il giorno della firma delle Parti.'],
    ['ru', 'Стороны консультируются друг с другом, и настоящий Договор вступает в силу.'],
    ['uk', 'Сторони проводять консультації, і цей Договір набирає чинності.'],
    ['ar', 'يتشاور الطرفان ويدخل هذا الاتفاق حيز النفاذ'],
    ['fa', 'طرفین با یکدیگر مشورت می‌کنند و این موافقتنامه لازم‌الاجرا می‌گردد'],
    ['zh', '缔约双方应进行协商,本协定自签字之日起生效。'],
    ['ko', '당사국은 서로 협의하며 이 협정은 서명일에 발효한다.'],
  ])('knows %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language)
  })

  it('says nothing when there is nothing to say', () => {
    expect(guessLanguage('1. 2. 3.')).toBeUndefined()
    expect(guessLanguage('Xyzzy plugh qwerty')).toBeUndefined()
  })
})

describe('directionOf', () => {
  it('is right to left for Arabic and Persian, and not for Armenian or Faroese', () => {
    expect(['ar', 'fa-IR', 'en', 'hy', 'fao'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr', 'ltr'])
  })
})
