import type { Locator, Page } from '@playwright/test'

/** The first screen. */
export class WelcomePage {
  readonly page: Page
  readonly create: Locator
  readonly sample: Locator
  readonly open: Locator
  readonly chooseFolder: Locator

  constructor(page: Page) {
    this.page = page
    this.create = page.getByRole('button', { name: 'Create library here' })
    this.sample = page.getByRole('button', { name: 'Explore the sample library' })
    this.open = page.getByRole('button', { name: 'Open a library…' })
    this.chooseFolder = page.getByRole('button', { name: 'Choose another folder…' })
  }

  /** Makes a library in the folder offered, and waits for the workbench. */
  async createLibrary(): Promise<void> {
    await this.create.click()
    await this.page.getByText('This library is empty.').waitFor()
  }
}
