import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedLine } from './arabic-letters.ts'

describe('typedLine', () => {
  it.each([
    ['letters for their shapes', 'ﻣﻌﺎﻫﺪة ﺻﺪاﻗﺔ', 'معاهدة صداقة'],
    ['two letters for a ligature', 'اﻻﻫﺘﻤﺎم', 'الاهتمام'],
    ['a mark on its letter', 'ﻣﺎده ٔ ۱', 'مادهٔ ۱'],
    ['a mark behind the heh that it stands on', 'ﻣﻮاﻓﻘﺘﻨﺎﻣ ٔﻪ ﻫﻤکﺎری', 'موافقتنامهٔ همکاری'],
    ['brackets as they are typed', ')أ( النقطة )انظر المادة 2(', '(أ) النقطة (انظر المادة 2)'],
  ])('gives %s', (_, printed, typed) => {
    expect(typedLine(printed)).toBe(typed)
  })

  it('leaves a line alone that is as it was typed', () => {
    for (const line of ['(أ) النقطة الأولى؛', '1) المادة الأولى', 'كَتَبَ «المعاهدة» [1]'])
      expect(typedLine(line)).toBe(line)
  })

  it('changes nothing the second time', () => {
    const unit = fc.constantFrom(...Array.from('()[]«» ٔهﻪأﻻma1'))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (line) => {
        const once = typedLine(typedLine(line))
        expect(typedLine(once)).toBe(once)
      }),
    )
  })
})
