import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

/** The screens that look back: backups, trash, history. Reached as a user does who knows no key: by the palette. */
export class LookBackPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a screen by the name of its command. */
  async open(command: string, title: string): Promise<Locator> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByPlaceholder('Search or do…').fill(command)
    await this.page.keyboard.press('Enter')
    const screen = this.page.getByRole('region', { name: title, exact: true })
    await expect(screen).toBeVisible()
    return screen
  }

  /** Looks for what keeps people from using the screen, by the rules of WCAG 2.2 A and AA. */
  async isAccessible(): Promise<void> {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const found = await new AxeBuilder({ page: this.page }).setLegacyMode().withTags(tags).analyze()
    expect(found.violations).toEqual([])
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.page.getByRole('button', { name: 'Close (Esc)' })).toHaveCount(0)
  }
}
