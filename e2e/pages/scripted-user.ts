import { expect, type Page } from '@playwright/test'
import { BriefPageObject } from './brief-page.ts'
import { WorkbenchPage } from './workbench-page.ts'

/** A word that was typed, and when its last key was pressed. */
export interface TypedWord {
  readonly word: string
  readonly at: number
}

/** Each is in Article IV and nowhere before it: selecting it must not lead to another article. */
const PHRASES = [
  'An armed attack upon one Party',
  'within the treaty area is an attack',
  'the other Party shall help',
]

/** A user who works without a pause until the program is gone: marks words, judges, writes a note and a brief. */
export class ScriptedUser {
  /** Every word typed so far: none of them is ever deleted or taken back. */
  typed: readonly TypedWord[] = []
  readonly #random: () => number

  constructor(random: () => number) {
    this.#random = random
  }

  /** Words of the last second before a kill may be lost: they are not looked for again. */
  forget(isGone: (typed: TypedWord) => boolean): void {
    this.typed = this.typed.filter((typed) => !isGone(typed))
  }

  /** Makes the annotation and the brief in which everything is written. */
  async prepare(page: Page): Promise<void> {
    const bench = new WorkbenchPage(page)
    await expect(bench.unit('art-1')).toBeVisible()
    await bench.selectWords('An armed attack upon one Party')
    await page.keyboard.press('1')
    await expect(bench.annotations).toHaveCount(1)
    await page.keyboard.press('Control+n')
    await new BriefPageObject(page).title.fill('The diary')
    await bench.saved()
  }

  /** Works in one life of the program; returns when it has ended. */
  async work(page: Page, life: number): Promise<void> {
    try {
      for (let n = 1; ; n++) await this.#task(page, `life${life}task${n}`)
    } catch (error) {
      // The end of the program ends the work wherever it was; anything else is a finding.
      if (!page.isClosed() && !/closed|crashed|disconnected/.test(String(error))) throw error
    }
  }

  async #task(page: Page, name: string): Promise<void> {
    const bench = new WorkbenchPage(page)
    if (this.#random() < 0.3) {
      await bench.openItem('The diary')
      await new BriefPageObject(page).editor.click()
      await page.keyboard.press('Control+End')
      await this.#type(page, name, 4)
      return
    }
    await bench.openItem(/Treaty of Alliance/)
    await bench.goTo('art IV')
    if (this.#random() < 0.5) await this.#mark(page, bench)
    if (this.#random() < 0.3) {
      await page.keyboard.press('b')
      await page.keyboard.press(String(Math.floor(this.#random() * 6)))
      await bench.leaveFields()
    }
    await bench.annotations.first().getByRole('button').first().click()
    const note = bench.inspector.getByRole('textbox', { name: 'Note' }).first()
    await note.click()
    await page.keyboard.press('Control+End')
    await this.#type(page, name, 4)
  }

  /** Tags words, and sometimes takes it back. */
  async #mark(page: Page, bench: WorkbenchPage): Promise<void> {
    const phrase = PHRASES[Math.floor(this.#random() * PHRASES.length)] ?? ''
    // Annotations not listed yet would look like some just made, and the undo would take back what was typed before.
    await expect(bench.annotations).not.toHaveCount(0)
    const before = await bench.annotations.count()
    await bench.selectWords(phrase)
    await page.keyboard.press(String(1 + Math.floor(this.#random() * 9)))
    await expect(bench.annotations).not.toHaveCount(before)
    if (this.#random() < 0.7) await bench.undo()
  }

  async #type(page: Page, name: string, words: number): Promise<void> {
    for (let n = 1; n <= words; n++) {
      const word = `${name}word${n}.`
      await page.keyboard.type(` ${word}`)
      this.typed = [...this.typed, { word, at: Date.now() }]
    }
  }
}
