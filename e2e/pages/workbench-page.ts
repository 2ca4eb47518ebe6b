import { expect, type Locator, type Page } from '@playwright/test'

/** The window with a library open. */
export class WorkbenchPage {
  readonly page: Page
  readonly library: Locator
  readonly outline: Locator
  readonly inspector: Locator
  readonly text: Locator
  readonly toast: Locator
  /** What screen readers are told that a key has done. */
  readonly said: Locator
  /** Why the library can only be read, and what else there is to know about its folder. */
  readonly notices: Locator

  constructor(page: Page) {
    this.page = page
    this.library = page.getByRole('navigation', { name: 'Library' })
    this.outline = page.getByRole('navigation', { name: 'Outline' })
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
    this.text = page.getByRole('article', { name: 'Text of the agreement' })
    this.notices = page.getByRole('complementary', { name: 'About this library' })
    this.toast = page.locator('[data-message]')
    this.said = page.getByRole('status', { name: 'What was done' })
  }

  unit(id: string): Locator {
    return this.page.locator(`[data-unit="${id}"]`)
  }

  /** Opens an agreement or a brief from the list on the left. */
  async openItem(name: string | RegExp): Promise<void> {
    await this.library.getByRole('button', { name }).first().click()
  }

  /** Goes to a provision by its address, as a user types it. */
  async goTo(address: string): Promise<void> {
    // The text of an agreement is read from disk; a key pressed before it is shown means nothing.
    await expect(this.text).toBeVisible()
    await this.leaveFields()
    await this.page.keyboard.press('g')
    await this.page.getByRole('textbox', { name: 'Address' }).fill(address)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByRole('textbox', { name: 'Address' })).toHaveCount(0)
  }

  /** Brings words onto the screen as a reader does: page by page from the beginning, until they are seen. */
  async scrollTo(words: string): Promise<void> {
    await expect(this.text).toBeVisible()
    // One function without another inside: scripts whose functions are named by their runner use it too.
    const isFound = await this.text.evaluate(async (root, wanted) => {
      const scroller = root.closest('[data-scroller]')
      if (!scroller) return false
      for (let page = -1; ; page++) {
        for (const segment of root.querySelectorAll('[data-start]')) {
          if (!segment.textContent.includes(wanted)) continue
          segment.scrollIntoView({ block: 'center' })
          // What stands around it is drawn now; the words are where they stay when two frames agree.
          let top = Number.NaN
          while (segment.getBoundingClientRect().top !== top) {
            top = segment.getBoundingClientRect().top
            for (let frame = 0; frame < 2; frame++)
              await new Promise((resolve) => {
                requestAnimationFrame(resolve)
              })
          }
          if (segment.isConnected) return true
        }
        if (page >= 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) return false
        scroller.scrollTop = page < 0 ? 0 : scroller.scrollTop + scroller.clientHeight
        // What is scrolled to is drawn in the frame after.
        for (let frame = 0; frame < 2; frame++)
          await new Promise((resolve) => {
            requestAnimationFrame(resolve)
          })
      }
    }, words)
    if (!isFound) throw new Error(`Not in the text: ${words}`)
  }

  /** Selects words with the mouse, from the first letter to the last. */
  async selectWords(words: string): Promise<void> {
    await this.scrollTo(words)
    const points = await this.text.evaluate((root, wanted) => {
      for (const segment of root.querySelectorAll('[data-start]')) {
        const at = segment.textContent.indexOf(wanted)
        const node = segment.firstChild
        if (at < 0 || !node) continue
        const first = document.createRange()
        first.setStart(node, at)
        first.setEnd(node, at + 1)
        const last = document.createRange()
        last.setStart(node, at + wanted.length - 1)
        last.setEnd(node, at + wanted.length)
        const a = first.getBoundingClientRect()
        const b = last.getBoundingClientRect()
        const isLeftToRight = getComputedStyle(segment).direction === 'ltr'
        const x1 = isLeftToRight ? a.left + 0.5 : a.right - 0.5
        const x2 = isLeftToRight ? b.right - 0.5 : b.left + 0.5
        return { x1, y1: (a.top + a.bottom) / 2, x2, y2: (b.top + b.bottom) / 2 }
      }
      return undefined
    }, words)
    if (!points) throw new Error(`Not in the text: ${words}`)
    await this.page.mouse.move(points.x1, points.y1)
    await this.page.mouse.down()
    await this.page.mouse.move((points.x1 + points.x2) / 2, (points.y1 + points.y2) / 2)
    await this.page.mouse.move(points.x2, points.y2)
    await this.page.mouse.up()
    await expect(this.page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
    const selected = await this.page.evaluate(() => getSelection()?.toString())
    expect(selected?.replace(/\s+/g, ' ').trim()).toBe(words.replace(/\s+/g, ' ').trim())
  }

  /** Gives the selection a theme by typing part of its name. */
  async tagWith(search: string): Promise<void> {
    await this.page.keyboard.press('/')
    await this.page.getByPlaceholder('Theme by code or name').fill(search)
    await this.page.keyboard.press('Enter')
  }

  /** Looks at one theme only, or at one family. */
  async showOnly(search: string): Promise<void> {
    await this.leaveFields()
    await this.page.keyboard.press('f')
    await this.page.getByPlaceholder('Theme by code or name').fill(search)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByRole('dialog', { name: 'Show only a theme' })).toHaveCount(0)
  }

  /** The annotations that the inspector lists, as text. */
  get annotations(): Locator {
    return this.inspector.getByRole('list', { name: 'Annotations' }).locator('> li')
  }

  /** Takes the caret out of any field, so that letters are commands again. */
  async leaveFields(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }

  /** How many ranges are painted over the words under a name, as hits of a search are. */
  highlighted(name: string): Promise<number> {
    return this.page.evaluate((key) => CSS.highlights.get(key)?.size ?? 0, name)
  }

  /** The marks that are drawn, as the words that they stand behind; of one kind (`theme-security`), or of every theme. */
  marked(name?: string): Promise<readonly string[]> {
    return this.page.evaluate((wanted) => {
      const marked: string[] = []
      for (const unit of document.querySelectorAll('article [data-unit]')) {
        for (const mark of unit.querySelectorAll('[data-mark]')) {
          const kind = mark.getAttribute('data-mark') ?? ''
          if (wanted === undefined ? !kind.startsWith('theme-') : kind !== wanted) continue
          for (const at of (mark.getAttribute('data-at') ?? '').split(' ')) {
            const [start = 0, end = 0] = at.split('-').map(Number)
            let words = ''
            for (const run of unit.querySelectorAll('[data-start]')) {
              const from = Number(run.getAttribute('data-start'))
              words += run.textContent.slice(Math.max(0, start - from), Math.max(0, end - from))
            }
            marked.push(words)
          }
        }
      }
      return marked
    }, name)
  }

  async undo(): Promise<void> {
    await this.leaveFields()
    await this.page.keyboard.press('Control+z')
  }

  async redo(): Promise<void> {
    await this.leaveFields()
    await this.page.keyboard.press('Control+Shift+z')
  }

  /** Waits until everything is on disk. */
  async saved(): Promise<void> {
    await expect(this.page.locator('[data-saving=saved]')).toHaveText('All changes saved')
  }
}
