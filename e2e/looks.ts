import type { Page } from '@playwright/test'
import { findings } from './axe.ts'
import { expect } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'

/** In these windows axe looks at every screen: each appearance, and a window with and without room. */
const LOOKS = [
  { colorScheme: 'light', width: 1440, height: 900 },
  { colorScheme: 'dark', width: 1024, height: 700 },
] as const

/**
 * Looks with axe at what is on the screen, in each look. What is found is said at the end of the test, all of it: a
 * screen with a fault does not hide the next.
 */
export async function isCleanInEveryLook(pacta: PactaApp, page: Page, what: string): Promise<void> {
  for (const { colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await pacta.resize(width, height)
    await expect.poll(() => page.evaluate(() => innerWidth), 'the window has its size').toBe(width)
    expect.soft(await findings(page), `${what}, ${colorScheme}, ${width} × ${height}`).toEqual([])
  }
}
