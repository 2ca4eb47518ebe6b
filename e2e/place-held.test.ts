import { expect, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'

test('what is read stays on the screen when the window or a side of it has another size', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await pacta.resize(1440, 900)
  await bench.goTo('art IV')
  const unit = bench.unit('art-4')
  const far = async (): Promise<number> => (await unit.boundingBox())?.y ?? Number.NaN
  const before = await far()
  for (const [width, height] of [
    [1024, 700],
    [1440, 900],
    [900, 700],
  ] as const) {
    await pacta.resize(width, height)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    await expect.poll(far, `${width} × ${height}`).toBeCloseTo(before, -1.2)
  }
  await page.keyboard.press('Control+1')
  await expect(bench.outline).toHaveCount(0)
  await expect.poll(far, 'without the library').toBeCloseTo(before, -1.2)
})
