import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'

const PROVISIONS = [
  ['art II', 'Peaceful conduct'],
  ['art III', 'Consultation'],
  ['art IV', 'Mutual defence'],
  ['art V', 'Limits of the obligation'],
  ['art VI', 'Capacity for defence'],
] as const

test('suggestions come late, change and go, and never move what stands below them', async ({ pacta }) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await bench.goTo('preamble')
  await expect(bench.inspector.getByRole('heading', { name: /^Annotations/ })).toBeVisible()
  const suggestions = bench.inspector.getByRole('region', { name: 'Suggested themes' })
  const accept = suggestions.getByRole('button', { name: /^Accept / })
  await watchPlaces(page)

  const counts = new Set<number>()
  const about = bench.inspector.getByRole('heading', { level: 2 })
  for (const [address, name] of PROVISIONS) {
    await bench.goTo(address)
    await expect(about).toContainText(name)
    await expect(accept.first()).toBeVisible()
    counts.add(await accept.count())
  }
  expect(counts.size, 'they take more room and less').toBeGreaterThan(1)

  // One is accepted and one is refused: the buttons of the next are where these were.
  await bench.goTo('art II')
  await expect(accept).toHaveCount(3)
  const before = await accept.first().boundingBox()
  await page.keyboard.press('Alt+Shift+Digit2')
  await expect(accept).toHaveCount(2)
  await accept.first().click()
  await expect(accept).toHaveCount(1)
  expect(await accept.first().boundingBox()).toEqual(before)

  const places = await placesSeen(page)
  expect(Object.keys(places).length, 'every provision was looked at').toBeGreaterThanOrEqual(
    PROVISIONS.length,
  )
  for (const [provision, tops] of Object.entries(places)) expect(tops, provision).toHaveLength(1)
})

/** Notes after every change of the page where the annotations begin, for each provision that is shown. */
function watchPlaces(page: Page): Promise<void> {
  return page.evaluate(() => {
    const inspector = document.querySelector('[data-inspector]')
    if (!inspector) throw new Error('no inspector')
    const places: Record<string, number[]> = {}
    const note = (): void => {
      const [about, ...others] = inspector.querySelectorAll('h2, h3')
      const annotations = others.find((one) => one.textContent.startsWith('Annotations'))
      if (!about || !annotations) return
      const top = Math.round(annotations.getBoundingClientRect().top)
      const tops = (places[about.textContent] ??= [])
      if (!tops.includes(top)) tops.push(top)
    }
    new MutationObserver(note).observe(inspector, { childList: true, subtree: true, characterData: true })
    Object.assign(globalThis, { places })
  })
}

function placesSeen(page: Page): Promise<Readonly<Record<string, readonly number[]>>> {
  return page.evaluate(() => (globalThis as unknown as { places: Record<string, number[]> }).places)
}
