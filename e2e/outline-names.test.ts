import type { Locator } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { beginWithText } from './pages/beginnings.ts'

const NAME = 'مشورت دربارهٔ تهدیدهای مشترک و همکاری‌های دفاعی و امنیتی دو طرف'
const TREATY = `عهدنامه دوستی و همکاری میان جمهوری آردیا و پادشاهی بلمارک

جمهوری آردیا و پادشاهی بلمارک توافق کردند:

ماده ۱
صلح

طرف‌های متعاهد صلح را پاس می‌دارند.

ماده ۲
${NAME}

طرف‌های متعاهد با یکدیگر مشورت خواهند کرد.
`

/** The whole name that an entry shows below itself, or nothing. */
function shownBelow(entry: Locator): Promise<string> {
  return entry.evaluate((button) => getComputedStyle(button, '::after').content)
}

test('a name that has no room in the outline is read whole by key and by pointer, and above the text from its start', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithText(pacta, TREATY)
  await expect(bench.text).toHaveCSS('direction', 'rtl')
  await pacta.resize(1024, 700)
  const short = bench.outline.getByRole('button', { name: 'صلح' })
  const long = bench.outline.getByRole('button', { name: NAME })

  await short.focus()
  expect(await shownBelow(short)).toBe('none')
  await page.keyboard.press('ArrowDown')
  await expect(long).toBeFocused()
  expect(await shownBelow(long)).toBe(`"${NAME}"`)
  await page.keyboard.press('ArrowUp')
  expect(await shownBelow(long)).toBe('none')
  await long.hover()
  expect(await shownBelow(long)).toBe(`"${NAME}"`)
  await long.click()
  await expect(bench.unit('art-2')).toHaveAttribute('data-current', 'true')

  // Above the text the name ends where there is no more room, not where it begins.
  const crumb = page.getByRole('navigation', { name: 'Where you are' }).getByRole('button').last()
  await expect(crumb).toContainText(NAME)
  const isCutAtItsStart = await crumb.evaluate((button) => {
    const name = button.querySelector('[dir=auto]')?.getBoundingClientRect()
    return name === undefined || name.right > button.getBoundingClientRect().right
  })
  expect(isCutAtItsStart).toBe(false)
})
