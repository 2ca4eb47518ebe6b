import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { createBrief } from '#domain/library/changes/brief-changes.ts'
import { encodeDraft } from '../src/main/drafts/draft-file.ts'
import { draftId } from '../src/main/drafts/draft-store.ts'
import { expect, sampleFile, test } from './fixture.ts'
import { beginWithSample } from './pages/beginnings.ts'
import { isCleanInEveryLook } from './looks.ts'
import type { PactaApp } from './pacta-app.ts'
import { LookBackPage } from './pages/look-back-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

/** A panel in front, and no message. */
function panel(page: Page): Locator {
  return page.getByRole('dialog').and(page.locator(':not([data-message])'))
}

async function closePanel(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
}

/** Opens a panel by its key, looks at it, and closes it. */
async function lookAtPanel(pacta: PactaApp, page: Page, key: string, what: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(panel(page)).toBeVisible()
  await isCleanInEveryLook(pacta, page, what)
  await closePanel(page)
}

/** The sample library at Article V of the alliance. */
async function sampleAtArticle(pacta: PactaApp): Promise<{ page: Page; bench: WorkbenchPage }> {
  const { page, bench } = await beginWithSample(pacta, /Alliance Treaty/)
  await expect(bench.unit('art-1')).toBeVisible()
  await bench.goTo('art V')
  return { page, bench }
}

test('axe finds nothing where there is nothing yet', async ({ pacta }) => {
  const page = await pacta.start()
  const welcome = new WelcomePage(page)
  await welcome.create.waitFor()
  await isCleanInEveryLook(pacta, page, 'the first screen')
  await welcome.createLibrary()
  await isCleanInEveryLook(pacta, page, 'an empty library')
  const look = new LookBackPage(page)
  for (const [command, title] of [
    ['Notes', 'Notes'],
    ['Backups', 'Backups'],
    ['Trash', 'Trash'],
    ['Changes not saved', 'Changes not saved'],
  ] as const) {
    await look.open(command, title)
    await isCleanInEveryLook(pacta, page, `${title}, empty`)
    await look.close()
  }
  await lookAtPanel(pacta, page, '?', 'every key')
  await lookAtPanel(pacta, page, 'F1', 'the guide')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('nothing is called so')
  await isCleanInEveryLook(pacta, page, 'the palette without an answer')
  await closePanel(page)
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Title of the brief' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'an empty brief')
})

test('axe finds nothing on screens that look back', async ({ pacta }) => {
  let { page, bench } = await sampleAtArticle(pacta)
  let look = new LookBackPage(page)
  await bench.annotations.first().getByRole('button').first().click()
  await look.open('History of what', 'History')
  await isCleanInEveryLook(pacta, page, 'History')
  await look.close()
  const backups = await look.open('Backups', 'Backups')
  await backups.getByRole('button', { name: 'Back up now' }).click()
  await expect(backups.getByText('Nothing has changed since.')).toBeVisible()
  await look.close()
  await bench.goTo('art V')
  await bench.annotations.first().getByRole('button').first().click()
  await bench.inspector.getByRole('button', { name: 'Delete annotation' }).click()
  await bench.saved()
  await look.open('Backups', 'Backups')
  await expect(backups.getByRole('list', { name: 'Changed since' })).toContainText('annotation deleted')
  await isCleanInEveryLook(pacta, page, 'Backups')
  await look.close()
  await look.open('Trash', 'Trash')
  await page.getByRole('checkbox', { name: 'All', exact: true }).check()
  await isCleanInEveryLook(pacta, page, 'Trash')
  await look.close()
  await look.open('Notes', 'Notes')
  await isCleanInEveryLook(pacta, page, 'Notes')
  await look.close()
  await pacta.quit()

  // As the disk would have left it: a brief that could not be written.
  const author = { name: 'Ana', at: '2026-01-02T03:04:05.000Z' }
  const brief = { id: 'unsaved', title: 'What was not saved', language: 'en', paper: 'A4' } as const
  const transaction = { action: 'brief.create', operations: createBrief(brief, author) } as const
  const drafts = join(libraryFolder(pacta), 'drafts')
  mkdirSync(drafts, { recursive: true })
  writeFileSync(
    join(drafts, `${draftId(transaction)}.json`),
    encodeDraft({ at: author.at, by: author.name, transaction }),
  )
  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await expect(bench.library).toBeVisible()
  look = new LookBackPage(page)
  await look.open('Changes not saved', 'Changes not saved')
  await expect(page.getByRole('list', { name: 'Changes not saved' })).toContainText('What was not saved')
  await isCleanInEveryLook(pacta, page, 'Changes not saved')
})

test('axe finds nothing where texts are read and found in', async ({ pacta }) => {
  const { page, bench } = await sampleAtArticle(pacta)
  const suggestions = page.getByRole('region', { name: 'Suggested themes' })
  await expect(suggestions.getByRole('button', { name: /^Accept / }).first()).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'a provision with suggestions')
  await bench.inspector.getByRole('button', { name: 'Record' }).click()
  await isCleanInEveryLook(pacta, page, 'the record of an agreement')
  await bench.goTo('art V')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('armed attack')
  await page.getByRole('button', { name: 'Code every hit…' }).click()
  await expect(page.getByRole('list', { name: 'Hits' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'coding every hit')
  await closePanel(page)
  await page.keyboard.press('Escape')
  await bench.leaveFields()
  await lookAtPanel(pacta, page, 'f', 'choosing a theme to be shown alone')
  await lookAtPanel(pacta, page, 't', 'a theme for a provision')
  await lookAtPanel(pacta, page, 'g', 'going to a provision')
  await lookAtPanel(pacta, page, 'Control+\\', 'choosing a text to be read beside')
  await page.keyboard.press('Control+\\')
  await page.getByPlaceholder('Agreement, language or version').fill('corvania')
  await page.keyboard.press('Enter')
  await expect(page.locator('article')).toHaveCount(2)
  await isCleanInEveryLook(pacta, page, 'two texts side by side')
})

test('axe finds nothing in notes, tables and footnotes that are written', async ({ pacta }) => {
  const { page, bench } = await sampleAtArticle(pacta)
  await page.keyboard.press('n')
  await expect(bench.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
  await page.keyboard.type('Compare @partnership')
  await expect(page.getByRole('listbox', { name: 'Agreements and provisions' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'agreements that a link may lead to')
  const tools = page.getByRole('toolbar', { name: 'Formatting' })
  await tools.getByRole('button', { name: 'Footnote' }).click()
  await page.keyboard.type('See the Charter.')
  await page.keyboard.press('Enter')
  await tools.getByRole('button', { name: 'Table', exact: true }).click()
  for (const head of ['State', 'Signed', 'In force', 'One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
    await page.keyboard.type(head)
    if (head !== 'Six') await page.keyboard.press('Tab')
  }
  await isCleanInEveryLook(pacta, page, 'a table and a footnote')
  await page.keyboard.press('Control+Shift+k')
  await expect(page.getByRole('form', { name: 'Link' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'making a link')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await bench.openItem(/One alliance, one partnership/)
  await expect(page.getByRole('textbox', { name: 'Brief', exact: true })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'a brief')
})

test('axe finds nothing in a table that is being filled', async ({ pacta }) => {
  const { page, bench } = await sampleAtArticle(pacta)
  await page.keyboard.press('n')
  await expect(bench.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
  const tools = page.getByRole('toolbar', { name: 'Formatting' })
  await tools.getByRole('button', { name: 'Table', exact: true }).click()
  const table = bench.inspector.getByRole('table')
  const headings = table.getByRole('columnheader')
  await expect(table.getByRole('row')).toHaveCount(3)
  await isCleanInEveryLook(pacta, page, 'a table without words')

  // A heading heads its column from its first letter on, and no more when it is emptied.
  await page.keyboard.type('S')
  await expect(headings).toHaveText(['S'])
  await page.keyboard.press('Backspace')
  await expect(headings).toHaveCount(0)
  await page.keyboard.type('State')
  await tools.getByRole('button', { name: 'Column after' }).click()
  await expect(table.getByRole('row').first().getByRole('cell')).toHaveCount(3)
  await expect(headings).toHaveText(['State'])
  await isCleanInEveryLook(pacta, page, 'a table with one heading')
})

test('axe finds nothing where a structure is reviewed', async ({ pacta }) => {
  const { page, bench } = await sampleAtArticle(pacta)
  await bench.leaveFields()
  await page.keyboard.press('Control+Shift+r')
  await expect(page.getByRole('article', { name: 'Provisions of the text' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'review')
  await lookAtPanel(pacta, page, 'l', 'relabelling a provision')
  await lookAtPanel(pacta, page, 'e', 'correcting the words')
  await page.keyboard.press('s')
  await expect(page.getByRole('img', { name: 'Place of the split' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'splitting a provision')
})

const WORDS = [
  'The Parties shall keep the peace of the Inner Sea and of its harbours.',
  'Each Party shall open its ports to the merchant ships of the other Party.',
  'Pilots of both Parties may guide every vessel through the strait of Hallmere.',
]
const LATER = [
  'In this Treaty “Inner Sea” means the waters between Cape Arden and the islands of Moor.',
  WORDS[0] ?? '',
  'Each Party shall as a rule open the two great ports of its coast to merchant ships of the other.',
]

function treaty(articles: readonly string[]): string {
  const numbered = articles.map((words, i) => `Article ${i + 1}\n\n${words}\n`)
  return `TREATY OF FRIENDSHIP BETWEEN ARDIA AND BELMARK\n\nArdia and Belmark have agreed as follows:\n\n${numbered.join('\n')}`
}

test('axe finds nothing where a new version is looked at and what waits is decided', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const folder = await pacta.folder('files')
  const [first, second] = [join(folder, 'friendship.txt'), join(folder, 'friendship-2010.txt')]
  writeFileSync(first, treaty(WORDS))
  writeFileSync(second, treaty(LATER))
  await pacta.chooseInDialog(first)
  await page.keyboard.press('Control+i')
  const bench = new WorkbenchPage(page)
  await expect(bench.unit('art-3')).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'what an import proposes')
  for (const words of WORDS) {
    await bench.selectWords(words)
    await page.keyboard.press('1')
    await bench.saved()
  }
  await pacta.chooseInDialog(second)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Import a new version')
  await page.keyboard.press('Enter')
  const preview = page.getByRole('dialog', { name: 'Import a new version' })
  await expect(preview.getByRole('region', { name: 'To review' })).toBeVisible()
  await expect(preview.getByRole('region', { name: 'Not found' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'the preview of a new version')
  await preview.getByRole('button', { name: 'Import the new version' }).click()
  const waiting = bench.inspector.getByRole('list', { name: 'Waiting marks' }).getByRole('listitem')
  await expect(waiting).toHaveCount(2)
  await isCleanInEveryLook(pacta, page, 'what waits to be reviewed')
  const texts = page.getByRole('group', { name: 'Texts of the agreement' })
  await texts.getByRole('combobox').selectOption({ index: 1 })
  await expect(texts).toContainText('for reading only')
  await isCleanInEveryLook(pacta, page, 'an earlier version')
})

test('axe finds nothing in what verifying says, in order or damaged', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await expect(bench.unit('art-1')).toBeVisible()
  await bench.saved()
  const verify = async (): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search or do…').fill('verify library')
    await page.keyboard.press('Enter')
  }
  await verify()
  await expect(page.getByRole('dialog', { name: 'The library is in order' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'a library in order')
  await closePanel(page)
  const sources = join(libraryFolder(pacta), 'sources')
  const source = join(sources, readdirSync(sources)[0] ?? '')
  const bytes = readFileSync(source)
  bytes[10] = (bytes[10] ?? 0) ^ 1
  writeFileSync(source, bytes)
  await verify()
  await expect(page.getByRole('dialog', { name: 'The library is damaged' })).toBeVisible()
  await isCleanInEveryLook(pacta, page, 'a damaged library')
  await closePanel(page)
  await pacta.quit()

  const lock = { pid: 1, host: 'old-name', startedAt: '2026-01-02T03:04:05.000Z', token: 't' }
  writeFileSync(join(libraryFolder(pacta), 'lock'), JSON.stringify(lock))
  const again = await pacta.start()
  const { notices } = new WorkbenchPage(again)
  await expect(notices).toContainText('Read only.')
  await isCleanInEveryLook(pacta, again, 'a library that is read only')
  await notices.getByRole('button', { name: 'Take over…' }).click()
  await expect(again.getByRole('dialog', { name: 'Take the library over' })).toBeVisible()
  await isCleanInEveryLook(pacta, again, 'taking a library over')
})

test('axe finds nothing in the codebook and its dialogs', async ({ pacta }) => {
  const { page } = await sampleAtArticle(pacta)
  await page.keyboard.press('Control+Shift+b')
  await page.getByRole('treeitem', { name: /^SEC\.1 / }).click()
  await isCleanInEveryLook(pacta, page, 'the codebook')
  for (const name of ['Merge…', 'Split…', 'Move…', 'Delete…', 'Versions…']) {
    await page.getByRole('button', { name }).click()
    await expect(panel(page)).toBeVisible()
    await isCleanInEveryLook(pacta, page, name)
    await closePanel(page)
  }
  await page.getByRole('button', { name: 'Import and export' }).click()
  await isCleanInEveryLook(pacta, page, 'an open menu')
})

/** The folder of the library that was made. */
function libraryFolder(pacta: PactaApp): string {
  const name = readdirSync(pacta.home).find((entry) => /^Pacta (?:library|sample)/.test(entry))
  return join(pacta.home, name ?? '')
}
