import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const PEACE = 'The Parties shall keep the peace of the Inner Sea and of its harbours.'
const PORTS = 'Each Party shall open its ports to the merchant ships of the other Party.'
const PORTS_CHANGED =
  'Each Party shall as a rule open the two great ports of its coast to merchant ships of the other.'
const COUNCIL = 'A Joint Council shall settle disputes about fishing grounds and meet in May.'
const PILOTS = 'Pilots of both Parties may guide every vessel through the strait of Hallmere.'
const TERM = 'This Treaty shall remain in force for twenty years after its ratification.'

function treaty(articles: readonly string[]): string {
  const numbered = articles.map((words, i) => `Article ${i + 1}\n\n${words}\n`)
  return [
    'TREATY OF FRIENDSHIP BETWEEN THE REPUBLIC OF ARDIA AND THE KINGDOM OF BELMARK\n',
    'The Republic of Ardia and the Kingdom of Belmark,\n\nHave agreed as follows:\n',
    ...numbered,
    'Done at Hallmere, the second day of May, 2001.\n',
  ].join('\n')
}

const FIRST = treaty([PEACE, PORTS, COUNCIL, PILOTS, TERM])
const SECOND = treaty([
  'In this Treaty “Inner Sea” means the waters between Cape Arden and the islands of Moor.',
  PEACE,
  PORTS_CHANGED,
  COUNCIL,
  TERM,
])

/** A library with the first version in it, marked: a tag on each sentence but one, a level, a note. */
async function markedTreaty(pacta: PactaApp): Promise<{ page: Page; bench: WorkbenchPage; second: string }> {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const folder = await pacta.folder('files')
  writeFileSync(join(folder, 'friendship-2001.txt'), FIRST)
  const second = join(folder, 'friendship-2010.txt')
  writeFileSync(second, SECOND)
  await pacta.chooseInDialog(join(folder, 'friendship-2001.txt'))
  await page.keyboard.press('Control+i')
  const bench = new WorkbenchPage(page)
  await expect(bench.unit('art-5')).toBeVisible()
  for (const words of [PORTS, COUNCIL, PILOTS]) {
    await bench.selectWords(words)
    await page.keyboard.press('1')
    await bench.saved()
  }
  await bench.goTo('art 5')
  await page.keyboard.press('b')
  await page.keyboard.press('4')
  await bench.leaveFields()
  await bench.saved()
  return { page, bench, second }
}

async function previewVersion(pacta: PactaApp, page: Page, file: string): Promise<void> {
  await pacta.chooseInDialog(file)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Import a new version')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Import a new version' })).toBeVisible()
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('[role=separator]').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

test('a new version takes over what it can, asks about the rest, and is taken back', async ({ pacta }) => {
  const { bench, second, ...first } = await markedTreaty(pacta)
  let { page } = first
  await previewVersion(pacta, page, second)
  const dialog = page.getByRole('dialog', { name: 'Import a new version' })
  await expect(dialog.getByRole('row', { name: /^Carried/ })).toHaveText('Carried101')
  await expect(dialog.getByRole('row', { name: /^To review/ })).toHaveText('To review100')
  await expect(dialog.getByRole('row', { name: /^Not found/ })).toHaveText('Not found100')
  await expect(dialog.getByRole('region', { name: 'To review' })).toContainText(PORTS)
  await expect(dialog.getByRole('region', { name: 'To review' })).toContainText('the two great ports')
  await expect(dialog.getByRole('region', { name: 'Not found' })).toContainText(PILOTS)
  expect(await findings(page), 'the preview').toEqual([])

  await dialog.getByRole('button', { name: 'Import the new version' }).click()
  await expect(bench.unit('art-1')).toContainText('means the waters between')
  await expect(bench.unit('art-4')).toContainText(COUNCIL)
  await expect.poll(() => new WorkbenchPage(page).marked()).toContain(COUNCIL)
  expect(await new WorkbenchPage(page).marked(), 'nothing is marked that was not marked').toEqual([COUNCIL])
  await bench.goTo('art 5')
  await expect(
    bench.inspector.getByRole('region', { name: 'Bindingness' }).getByRole('radio', { checked: true }),
  ).toHaveText(/4/)
  const waiting = bench.inspector.getByRole('list', { name: 'Waiting marks' }).getByRole('listitem')
  await expect(waiting).toHaveCount(2)
  expect(await findings(page), 'what waits').toEqual([])
  await bench.saved()

  // All of it is in the library, not in the window.
  await pacta.quit()
  page = await pacta.start()
  const again = new WorkbenchPage(page)
  await again.openItem(/Friendship/i)
  await expect(again.unit('art-4')).toContainText(COUNCIL)
  const list = again.inspector.getByRole('list', { name: 'Waiting marks' }).getByRole('listitem')
  await expect(list).toHaveText([/To review.*its ports/s, /Not found.*Pilots/s])

  await list.first().getByRole('button', { name: 'Accept' }).click()
  await expect(list).toHaveCount(1)
  await expect.poll(() => new WorkbenchPage(page).marked()).toHaveLength(2)
  await again.selectWords('after its ratification')
  await list.first().getByRole('button', { name: 'Place on words' }).click()
  await expect(list).toHaveCount(0)
  await expect.poll(() => new WorkbenchPage(page).marked()).toContain('after its ratification')
  await again.undo()
  await expect(list).toHaveCount(1)
  await list.first().getByRole('button', { name: 'Dismiss' }).click()
  await expect(list).toHaveCount(0)
  await again.saved()

  // The earlier version is there to be read, and its words are not to be marked any more.
  const texts = page.getByRole('group', { name: 'Texts of the agreement' })
  await texts.getByRole('combobox').selectOption({ index: 1 })
  await expect(again.unit('art-4')).toContainText(PILOTS)
  await expect(texts).toContainText('for reading only')
  expect(await findings(page), 'an earlier version').toEqual([])
  await texts.getByRole('button', { name: 'Read the current version' }).click()
  await expect(again.unit('art-4')).toContainText(COUNCIL)

  // Dismissing, accepting, importing: three steps back, and everything is as it was.
  for (const left of [1, 2]) {
    await again.undo()
    await expect(list).toHaveCount(left)
  }
  await again.undo()
  await expect(again.unit('art-4')).toContainText(PILOTS)
  await expect(list).toHaveCount(0)
  await expect(texts).toHaveCount(0)
  await expect
    .poll(async () => (await new WorkbenchPage(page).marked()).toSorted())
    .toEqual([COUNCIL, PORTS, PILOTS].toSorted())
})

test('a preview that is cancelled changes nothing', async ({ pacta }) => {
  const { page, bench, second } = await markedTreaty(pacta)
  await previewVersion(pacta, page, second)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(bench.unit('art-4')).toContainText(PILOTS)
  await expect(page.getByRole('group', { name: 'Texts of the agreement' })).toHaveCount(0)
})

test('an agreement in two languages is read in either, at the same provision', async ({ pacta }) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const file = join(await pacta.folder('files'), 'peace.json')
  const articles = ['一', '二', '三'].map((article, i) => ({
    article,
    content_en: `The Parties shall keep the peace in the ${['north', 'west', 'south'][i]} of the Inner Sea.`,
    content_zh: `缔约各方应维持内海${['北', '西', '南'][i]}部之和平。`,
  }))
  writeFileSync(file, JSON.stringify({ treaty_en: 'Treaty of Peace', treaty_zh: '和平条约', articles }))
  await pacta.chooseInDialog(file)
  await page.keyboard.press('Control+i')
  const bench = new WorkbenchPage(page)
  await expect(bench.text).toContainText('in the north')
  await bench.goTo('3')
  const heading = bench.inspector.getByRole('heading', { level: 2 })
  await expect(heading).toHaveText(/3|三/)
  const texts = page.getByRole('combobox', { name: 'Text', exact: true })
  await texts.selectOption({ index: 1 })
  await expect(bench.text).toContainText('内海南部')
  await expect(heading).toHaveText(/3|三/)
  await texts.selectOption({ index: 0 })
  await expect(bench.text).toContainText('in the south')
  await expect(heading).toHaveText(/3|三/)
})

test('a new version of a file in two languages replaces both texts, with what was marked in either', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const folder = await pacta.folder('files')
  const treatyOf = (years: string, jahre: string): string =>
    JSON.stringify({
      treaty_en: 'Treaty of Peace',
      treaty_de: 'Friedensvertrag',
      articles: [
        {
          article: '1',
          content_en: 'The Parties shall keep the peace of the Inner Sea.',
          content_de: 'Die Parteien wahren den Frieden des Binnenmeeres.',
        },
        {
          article: '2',
          content_en: `This Treaty shall remain in force for ${years} years.`,
          content_de: `Dieser Vertrag bleibt ${jahre} Jahre in Kraft.`,
        },
      ],
    })
  const [first, second] = [join(folder, 'first.json'), join(folder, 'second.json')]
  writeFileSync(first, treatyOf('ten', 'zehn'))
  writeFileSync(second, treatyOf('twenty', 'zwanzig'))
  await pacta.chooseInDialog(first)
  await page.keyboard.press('Control+i')
  const bench = new WorkbenchPage(page)
  await expect(bench.text).toContainText('Inner Sea')
  const texts = page.getByRole('combobox', { name: 'Text', exact: true })
  await texts.selectOption('German')
  await bench.selectWords('wahren den Frieden')
  await page.keyboard.press('1')
  await expect(bench.annotations).toContainText(['wahren den Frieden'])
  await texts.selectOption('English')
  await expect(bench.text).toContainText('Inner Sea')

  await pacta.chooseInDialog(second)
  await bench.leaveFields()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or do…').fill('Import a new version')
  await page.keyboard.press('Enter')
  const preview = page.getByRole('dialog', { name: 'Import a new version' })
  await expect(preview).toContainText(
    'It also has the German text, which becomes the new version of that one.',
  )
  await expect(preview.getByRole('row', { name: /^Carried/ })).toContainText('1')
  await preview.getByRole('button', { name: 'Import the new version' }).click()
  await expect(bench.text).toContainText('for twenty years')
  await texts.selectOption('German')
  await expect(bench.text).toContainText('zwanzig Jahre')
  await bench.goTo('1')
  await expect(bench.annotations).toContainText(['wahren den Frieden'])
  await bench.undo()
  await expect(bench.text).toContainText('for ten years')
})

test('a note on an earlier version, and a note on a theme, are opened where they stand', async ({
  pacta,
}) => {
  const { page, bench, second } = await markedTreaty(pacta)
  // Words that the second version does not have: the note stays with the first.
  await bench.selectWords('Pilots of both Parties')
  await page.keyboard.press('n')
  await expect(bench.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
  await page.keyboard.type('Who are the pilots?')
  await bench.saved()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+b')
  await page.getByRole('treeitem', { name: /^IMP\.8 / }).click()
  const ofTheme = page.getByRole('region', { name: 'Note on the theme' })
  await ofTheme.getByRole('button', { name: 'Write a note' }).click()
  await page.keyboard.type('The last of the themes')
  await bench.saved()
  await page.getByRole('treeitem', { name: /^SEC\.1 / }).click()
  await bench.openItem(/Friendship/i)
  await previewVersion(pacta, page, second)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Import/ })
    .click()
  await expect(bench.unit('art-1')).toContainText('Inner Sea” means')

  await page.keyboard.press('Control+Shift+m')
  const notes = page.getByRole('list', { name: 'Notes', exact: true }).locator('> li')
  await notes.filter({ hasText: 'Who are the pilots?' }).getByRole('button').first().click()
  await expect(bench.unit('art-4')).toContainText('Pilots of both Parties')
  await expect(bench.unit('art-4')).toHaveAttribute('data-current', 'true')
  await expect(bench.annotations.filter({ hasText: 'Who are the pilots?' })).toHaveAttribute(
    'data-selected',
    'true',
  )

  await page.keyboard.press('Control+Shift+m')
  await notes.filter({ hasText: 'The last of the themes' }).getByRole('button').first().click()
  const row = page.getByRole('treeitem', { name: /^IMP\.8 / })
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expect(row).toBeInViewport()
})
