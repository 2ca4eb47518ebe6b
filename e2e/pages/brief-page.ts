import { expect, type Locator, type Page } from '@playwright/test'

/** A brief being written. */
export class BriefPageObject {
  readonly page: Page
  readonly title: Locator
  readonly editor: Locator
  readonly evidence: Locator

  constructor(page: Page) {
    this.page = page
    this.title = page.getByRole('textbox', { name: 'Title of the brief' })
    this.editor = page.getByRole('textbox', { name: 'Brief', exact: true })
    this.evidence = page.getByRole('region', { name: 'Evidence' })
  }

  /** Types paragraphs at the end of the page; `#` and `##` before a line make it a heading. */
  async write(...lines: string[]): Promise<void> {
    await this.editor.click()
    await this.page.keyboard.press('Control+End')
    for (const line of lines) {
      const heading = /^(#{1,2}) (.*)$/.exec(line)
      const kind = heading?.[1] === '#' ? 'Heading' : 'Subheading'
      if (heading) await this.page.getByRole('button', { name: kind, exact: true }).click()
      await this.page.keyboard.type(heading?.[2] ?? line)
      await this.page.keyboard.press('Enter')
    }
  }

  /** Inserts the quotation of an annotation listed beside the page. */
  async quote(words: string): Promise<void> {
    const before = await this.page.getByRole('figure', { name: 'Quotation' }).count()
    const quoted = this.page.getByText(words, { exact: true })
    const entry = this.evidence.getByRole('listitem').filter({ has: quoted })
    await entry.getByRole('button', { name: /Insert quotation/ }).click()
    await expect(this.page.getByRole('figure', { name: 'Quotation' })).toHaveCount(before + 1)
  }

  async insertMatrix(): Promise<void> {
    await this.evidence.getByRole('button', { name: 'Insert table of themes by article' }).click()
    await expect(this.page.getByRole('figure', { name: 'Table of themes by article' })).toBeVisible()
  }
}
