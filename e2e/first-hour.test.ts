import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFile, expect, sampleFile, test } from './fixture.ts'
import { BriefPageObject } from './pages/brief-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'
import { readPdf } from './pdf.ts'

/** An agreement to spend the first hour with. */
interface Case {
  readonly name: string
  readonly file: string | undefined
  readonly title: string
  readonly year: string
  readonly articles: number
  readonly article: string
  readonly label: string
  /** How the quotation is cited. */
  readonly pinpoint: string
  readonly words: string
  readonly overlapping: string
  readonly closing: string
}

const CASES: readonly Case[] = [
  {
    name: 'the North Atlantic Treaty',
    file: corpusFile('en/north-atlantic-treaty-1949.txt'),
    title: 'North Atlantic Treaty',
    year: '4 April 1949',
    articles: 14,
    article: 'art-5',
    label: 'art 5',
    pinpoint: 'art 5',
    words:
      'an armed attack against one or more of them in Europe or North America shall be considered an attack against them all',
    overlapping: 'in Europe or North America',
    closing: 'In witness whereof',
  },
  {
    name: 'the bundled alliance treaty',
    file: sampleFile('ardia-belmark-2024.txt'),
    title: 'Treaty of Alliance and Mutual Defence between the Republic of Ardia and the Kingdom of Belmark',
    year: '14 May 2024',
    articles: 15,
    article: 'art-4',
    label: 'art IV',
    pinpoint: 'art IV(1)',
    words:
      'An armed attack upon one Party within the treaty area is an attack that the other Party shall help to repel',
    overlapping: 'upon one Party within the treaty area',
    closing: 'Done at Hallmere',
  },
]

for (const agreement of CASES) {
  test(`a first hour with ${agreement.name}`, async ({ pacta }) => {
    test.skip(agreement.file === undefined, 'The corpus of real agreements is not at hand.')
    const file = agreement.file ?? ''

    // 1. Start, and make a library in the folder offered.
    let page = await pacta.start()
    await new WelcomePage(page).createLibrary()
    const library = join(pacta.home, 'Pacta library')
    expect(existsSync(join(library, 'library.json'))).toBe(true)

    // 2. Import: preamble, articles and closing, each with an address; title and date are proposed.
    let bench = new WorkbenchPage(page)
    await pacta.chooseInDialog(file)
    await page.keyboard.press('Control+i')
    await expect(bench.unit('title')).toBeVisible()
    await expect(page.getByText(`${agreement.articles} articles · 0 coded · 0 assessed`)).toBeVisible()
    await expect(bench.unit('preamble')).toBeVisible()
    await expect(bench.inspector.getByRole('textbox', { name: 'Title' })).toHaveValue(agreement.title)
    await expect(bench.inspector.getByRole('textbox', { name: 'Signed' })).toHaveValue(agreement.year)
    for (const fact of ['title', 'signed'])
      await expect(
        bench.inspector.getByRole('button', { name: `Confirm ${fact}`, exact: true }),
      ).toBeVisible()
    // Last: where the reader stands follows the screen, and the record gives way to the provision.
    await bench.scrollTo(agreement.closing)
    await expect(bench.unit('closing')).toContainText(agreement.closing)
    await bench.goTo(agreement.label)
    await expect(bench.unit(agreement.article)).toBeInViewport()
    await expect(bench.inspector.getByRole('heading', { name: agreement.label })).toBeVisible()
    await bench.goTo('12')
    await expect(bench.inspector.getByRole('heading', { name: /art (12|XII)\b/i })).toBeVisible()
    await bench.goTo(agreement.label)

    // 3. Two overlapping spans with themes, a note with formatting, a whole article.
    await bench.selectWords(agreement.words)
    await page.keyboard.press('1')
    await expect(bench.annotations).toHaveCount(1)
    await expect(bench.annotations.first()).toContainText('SEC.1Mutual defence')
    expect(await bench.marked('theme-security')).not.toEqual([])
    await page.keyboard.press('n')
    const note = bench.inspector.getByRole('textbox', { name: 'Note' })
    await expect(note).toBeFocused()
    await page.keyboard.type('Each Party judges ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('for itself')
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' what it owes.')
    await bench.selectWords(agreement.overlapping)
    await bench.tagWith('third-party')
    await expect(bench.annotations).toHaveCount(2)
    expect(await bench.marked('theme-political')).not.toEqual([])
    await bench.leaveFields()
    await page.keyboard.press('t')
    await page.getByPlaceholder('Theme by code or name').fill('SEC.5')
    await page.keyboard.press('Enter')
    await expect(bench.annotations).toHaveCount(3)
    await expect(bench.annotations.filter({ hasText: /Whole art/ })).toContainText('SEC.5')
    await expect(bench.annotations.filter({ hasText: agreement.words.slice(0, 40) })).toContainText(
      'Each Party judges for itself what it owes.',
    )
    await expect(bench.inspector.getByText('for itself', { exact: true })).toBeVisible()

    // 4. Bindingness with a reason.
    await bench.leaveFields()
    await page.keyboard.press('b')
    await page.keyboard.press('4')
    // At once: the reason is typed as fast as one thinks.
    await page.keyboard.type('The means are left to each Party.')
    const reason = bench.inspector.getByRole('textbox', { name: 'Reason' })
    await expect(reason).toBeFocused()
    await bench.saved()
    await expect(bench.inspector.getByRole('radio', { name: /^4:/ })).toBeChecked()
    await expect(bench.outline.getByRole('button', { name: /4$/ })).toHaveCount(1)

    // 5. Everything can be taken back and done again.
    await expect(reason).toHaveValue('The means are left to each Party.')
    await bench.undo()
    await expect(reason).toHaveValue('')
    await bench.undo()
    await expect(bench.inspector.getByRole('radio', { checked: true })).toHaveCount(0)
    await bench.undo()
    await expect(bench.annotations).toHaveCount(2)
    await bench.undo()
    await expect(bench.annotations).toHaveCount(1)
    expect(await bench.marked('theme-political')).toEqual([])
    await bench.undo()
    await expect(bench.annotations.first()).not.toContainText('judges')
    await bench.undo()
    await expect(bench.annotations).toHaveCount(0)
    expect(await bench.marked('theme-security')).toEqual([])
    for (let step = 0; step < 6; step++) await bench.redo()
    await expect(bench.annotations).toHaveCount(3)
    await expect(bench.annotations.filter({ hasText: 'judges for itself' })).toHaveCount(1)
    await expect(bench.inspector.getByRole('radio', { name: /^4:/ })).toBeChecked()
    await expect(reason).toHaveValue('The means are left to each Party.')

    // 6. A brief with headings, paragraphs, the quotation and the table.
    await bench.leaveFields()
    await page.keyboard.press('Control+n')
    let brief = new BriefPageObject(page)
    await brief.title.fill('What the promise is worth')
    await brief.write('# The promise', 'The treaty turns on one sentence.', '## The words')
    await brief.quote(agreement.words)
    const citation = `(signed ${agreement.year}) ${agreement.pinpoint}`
    await expect(page.getByRole('figure', { name: 'Quotation' })).toContainText(agreement.words)
    await expect(page.getByRole('figure', { name: 'Quotation' })).toContainText(citation)
    await brief.insertMatrix()
    await expect(
      page.getByRole('figure', { name: /Table/ }).getByRole('row', { name: /SEC\.1/ }),
    ).toContainText('1')
    await bench.saved()

    // 7. Export as PDF, with progress, and show its folder.
    const pdf = join(pacta.home, 'brief.pdf')
    await pacta.saveInDialog(pdf)
    const revealed = pacta.app.evaluate(
      ({ shell }) =>
        new Promise<string>((settle) => {
          shell.showItemInFolder = settle
        }),
    )
    await page.getByRole('button', { name: 'Export PDF' }).click()
    await expect(page.getByText(/“brief.pdf” is written/)).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Show in folder' }).click()
    expect(await revealed).toBe(pdf)
    const read = await readPdf(pdf)
    expect(read.size).toEqual([595, 842])
    expect(read.isTagged).toBe(true)
    expect(read.language).toBe('en')
    expect(read.title).toBe('What the promise is worth')
    expect(read.outline).toEqual(['What the promise is worth', 'The promise', 'The words', 'Notes'])
    expect(read.text.join(' ')).toContain(`“${agreement.words}”`)
    expect(read.text.at(-1)).toContain(`${agreement.title} ${citation}.`)
    expect(read.text[0]).toContain(`Page 1 of ${read.pages}`)
    expect(read.fonts.length).toBeGreaterThan(2)
    expect(read.fonts.filter((font) => !font.embedded || font.type3)).toEqual([])

    // 8. Quit and start again: everything is there.
    await pacta.quit()
    page = await pacta.start()
    bench = new WorkbenchPage(page)
    brief = new BriefPageObject(page)
    await bench.openItem('What the promise is worth')
    await expect(brief.editor).toContainText('The treaty turns on one sentence.')
    await expect(page.getByRole('figure', { name: 'Quotation' })).toContainText(agreement.words)
    await bench.openItem(agreement.title)
    await bench.goTo(agreement.label)
    await expect(bench.annotations).toHaveCount(3)
    await expect(bench.inspector.getByRole('radio', { name: /^4:/ })).toBeChecked()
    await expect(bench.inspector.getByRole('textbox', { name: 'Reason' })).toHaveValue(
      'The means are left to each Party.',
    )
    await expect(page.getByText(`${agreement.articles} articles · 1 coded · 1 assessed`)).toBeVisible()

    // The original is kept byte for byte, under its hash.
    const bytes = readFileSync(file)
    const { createHash } = await import('node:crypto')
    const kept = join(library, 'sources', createHash('sha256').update(bytes).digest('hex'))
    expect(statSync(kept).size).toBe(bytes.length)
  })
}
