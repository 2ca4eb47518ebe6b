import { expect, test } from './fixture.ts'
import { beginWithText } from './pages/beginnings.ts'
import { BriefPageObject } from './pages/brief-page.ts'

const TREATY = `عهدنامه دوستی و همکاری میان جمهوری آردیا و پادشاهی بلمارک

جمهوری آردیا و پادشاهی بلمارک به شرح زیر توافق کردند:

ماده ۱
طرف‌های متعاهد روابط خود را بر پایهٔ احترام متقابل توسعه می‌دهند.

ماده ۲
۱. هرگاه یکی از طرف‌های متعاهد مورد حمله قرار گیرد، طرف دیگر از کمک به متجاوز خودداری می‌کند.
۲. طرف‌های متعاهد دربارهٔ تهدیدهای مشترک با یکدیگر مشورت خواهند کرد.

ماده ۳
این عهدنامه برای مدت بیست سال منعقد می‌گردد.
`
const REFUSAL = 'طرف دیگر از کمک به متجاوز خودداری می‌کند'

test('a Persian treaty is read, marked and quoted from the right', async ({ pacta }) => {
  const { page, bench } = await beginWithText(pacta, TREATY)
  await expect(bench.text).toHaveCSS('direction', 'rtl')
  await expect(page.getByText('3 articles · 0 coded · 0 assessed')).toBeVisible()

  await bench.goTo('2')
  await bench.selectWords(REFUSAL)
  await page.keyboard.press('1')
  await expect(bench.annotations).toContainText([REFUSAL])
  await bench.saved()

  await page.keyboard.press('Control+n')
  const brief = new BriefPageObject(page)
  await brief.quote(REFUSAL)
  await expect(page.getByRole('figure', { name: 'Quotation' })).toContainText(`«${REFUSAL}»`)
})

test('a Persian text is coded by key and by drag, and the edges of a coding are moved', async ({ pacta }) => {
  const { page, bench } = await beginWithText(pacta, TREATY)
  await expect(bench.text).toHaveCSS('direction', 'rtl')
  await bench.goTo('۲(۲)')
  await expect(bench.unit('art-2').locator('[data-pointed]')).toContainText('مشورت خواهند کرد')

  const words = 'طرف دیگر از کمک'
  await bench.selectWords(words)
  await page.keyboard.press('1')
  const card = bench.annotations.filter({ hasText: 'SEC.1' })
  await expect(card).toContainText(`“${words}”`)
  await page.keyboard.press(']')
  await expect(card).toContainText(`“${words} به”`)
  await page.keyboard.press('}')
  await expect(card).toContainText('“دیگر از کمک به”')
  await page.keyboard.press('[')
  await page.keyboard.press('{')
  await expect(card).toContainText(`“${words}”`)

  const shelf = bench.inspector.getByRole('region', { name: 'Themes at hand' })
  const theme = shelf.getByRole('button', { name: /POL\.4/ }).first()
  await theme.dragTo(bench.unit('art-2').getByText('دربارهٔ تهدیدهای مشترک', { exact: false }))
  await expect(bench.annotations.filter({ hasText: 'POL.4' })).toContainText('مشورت خواهند کرد')
})

test('a table that is written in Persian has its first column on the right from the first letter', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithText(pacta, TREATY)
  await bench.goTo('2')
  await page.keyboard.press('n')
  await expect(bench.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Table' }).click()
  const table = bench.inspector.getByRole('table')
  await expect(table).toHaveCSS('direction', 'ltr')
  await page.keyboard.type('کشور')
  await expect(table).toHaveCSS('direction', 'rtl')
  await expect(table.getByRole('columnheader')).toHaveText(['کشور'])
})
