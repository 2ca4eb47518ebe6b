import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'
import { BriefPageObject } from './pages/brief-page.ts'
import { beginWithFile } from './pages/beginnings.ts'
import { readPdf } from './pdf.ts'
import { lettersOf, missingFromRight } from './printed-lines.ts'

const PERSIAN = [
  'دو طرف متعهد می‌شوند اختلاف‌های خود را با گفت‌وگو و بی‌درنگ حل کنند و هیچ‌یک به دیگری تجاوز نکند',
  'مادهٔ پنجم دربارهٔ بهره‌برداری از منابع آب، خاک، نفت و گاز در پهنهٔ جغرافیایی دو کشور، از کوچ تا دژ، است',
  'ظرف شش ماه پس از تصویب، ژرفای رود و غلظت نمک آن سنجیده و در لوح نقش خواهد شد؛ لفظ آن لازم‌الاجرا است',
  'پخش پیچک و مژدهٔ صبح با مسئول بخش ثالث، رئیس شیلات، مؤثرترین وعاظ اسلامی، سلاح ملل و شدّت مبدأ است',
  'از ۰۱۲۳۴۵۶۷۸۹ تا ۱۴۰۴، حتماً در سال ۱۳۳۰',
]
const ARABIC = [
  'تتشاور الحكومتان في جميع المسائل ذات الاهتمام المشترك، وتجتمعان مرة كل سنة في عاصمة إحداهما',
  'لا يلجأ أي طرف إلى القوة، ويسوى كل خلاف بالوسائل السلمية وفقا لأحكام هذه المعاهدة وملاحقها الثلاثة',
  'الآن، الأمم، الإسلام، مسؤول، شؤون، بيئة، قارئ، مدى، طه، ظل، لحظ، غاز، ضوء، حياة، الله، بمجرد، نهج، لكم، مُعَاهَدَةٌ',
  'من ٠١٢٣٤٥٦٧٨٩ إلى ١٩٥١',
]
/** Each letter at the beginning, in the middle and at the end of a word, and alone; and behind a lam. */
const LETTERS = 'ء آ أ ؤ إ ئ ا ب ة پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ك ک گ ل م ن ه و ى ي ی'
  .split(' ')
  .map((l) => `${l}${l}${l} ${l} ل${l}`)

const RUSSIAN =
  'Стороны обязуются разрешать споры мирным путём и ежегодно проводить съезд объединённой комиссии.'
const CHINESE = '缔约双方应当互相尊重主权和领土完整，并以和平方法解决一切争端。'
const MIXED = [
  'The treaty calls this الأمن المشترك in Arabic, امنیت مشترک in Persian and 共同安全 in Chinese.',
  'عبارت Mutual Assistance در مادهٔ ۴ متن انگلیسی و взаимная помощь در متن روسی آمده است',
]

const words = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(/[^\p{L}\p{M}\p{N}\u200c]+/u)).filter((word) => word !== '')
const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word)

test('words in every writing are found whole in a printed brief and a printed note', async ({ pacta }) => {
  const file = join(pacta.home, 'treaty.txt')
  writeFileSync(file, `عهدنامه دوستی\n\nماده ۱\n${PERSIAN[0]}.\n\nماده ۲\n${PERSIAN[1]}.\n`)
  const { page, bench } = await beginWithFile(pacta, file)
  await bench.goTo('1')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
  await page.keyboard.insertText(PERSIAN[2] ?? '')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(ARABIC[1] ?? '')
  await bench.leaveFields()
  await bench.saved()
  await page.keyboard.press('Control+Shift+m')
  await expect(page.getByRole('list', { name: 'Notes', exact: true })).toContainText(ARABIC[1] ?? '')
  await page.getByRole('button', { name: 'Make a brief of these' }).click()
  const brief = new BriefPageObject(page)
  await brief.editor.click()
  await page.keyboard.press('Control+End')
  for (const line of [...PERSIAN, ...ARABIC, LETTERS.join(' '), RUSSIAN, CHINESE, ...MIXED]) {
    await page.keyboard.press('Enter')
    await page.keyboard.insertText(line)
  }
  const heading = 'جمهوری اسلامی و پیمان‌های صلح'
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Heading', exact: true }).click()
  await page.keyboard.insertText(heading)
  await bench.leaveFields()
  await bench.saved()
  const path = join(await pacta.folder('out'), 'words.pdf')
  await pacta.saveInDialog(path)
  await page.keyboard.press('Control+e')
  await expect(bench.toast.filter({ hasText: '“words.pdf” is written' })).toBeVisible()
  const pdf = await readPdf(path)

  const arabic = words([...PERSIAN, ...ARABIC, ...LETTERS, ...MIXED, heading]).filter(isArabic)
  expect(missingFromRight(pdf, arabic)).toEqual([])
  // Words that follow each other are one piece, and found together.
  const pieces = pdf.pieces.flat().map((piece) => lettersOf(piece.text))
  expect(pieces).toContainEqual(
    expect.stringContaining(lettersOf('ظرف شش ماه پس از تصویب، ژرفای رود و غلظت نمک')),
  )
  const read = pdf.text.join(' ').normalize('NFKC')
  expect(words([RUSSIAN, ...MIXED]).filter((word) => !isArabic(word) && !read.includes(word))).toEqual([])
  expect(read.replaceAll(' ', '')).toContain(CHINESE.normalize('NFKC'))
  expect(pdf.fonts.filter((font) => !font.embedded || font.type3)).toEqual([])
})
