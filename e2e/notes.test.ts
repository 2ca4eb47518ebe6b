import { expect, sampleFile, test } from './fixture.ts'
import { beginWithFile } from './pages/beginnings.ts'
import { LookBackPage } from './pages/look-back-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

/** What the product promises: what was typed this long ago is on the disk. */
const PROMISE_MS = 1000

test('notes stand on agreements, provisions, words and themes; they are found, gathered and kept', async ({
  pacta,
}) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  let bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await expect(bench.unit('art-1')).toBeVisible()

  // On the agreement, from its record.
  const ofAgreement = bench.inspector.getByRole('region', { name: 'Note on the agreement' })
  await ofAgreement.getByRole('button', { name: 'Write a note' }).click()
  await ofAgreement.getByRole('button', { name: 'Heading', exact: true }).click()
  await page.keyboard.type('Why it was made')
  await bench.saved()
  await ofAgreement.getByRole('button', { name: 'Done' }).click()
  await expect(ofAgreement).toContainText('Why it was made')

  // On a provision, by a key, where nothing is selected.
  await bench.goTo('art IV')
  await page.keyboard.press('n')
  await expect(bench.inspector.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('The heart of the treaty')
  await bench.saved()
  await bench.leaveFields()

  // On a theme.
  await page.keyboard.press('Control+Shift+b')
  await page.getByRole('treeitem').first().click()
  const ofTheme = page.getByRole('region', { name: 'Note on the theme' })
  await ofTheme.getByRole('button', { name: 'Write a note' }).click()
  await page.keyboard.type('برای تعهدات دفاعی')
  await page.waitForTimeout(PROMISE_MS)
  await pacta.kill()

  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await expect(bench.library).toBeVisible()
  await page.keyboard.press('Control+Shift+m')
  const notes = page.getByRole('region', { name: 'Notes', exact: true })
  const list = notes.getByRole('list', { name: 'Notes', exact: true }).locator('> li')
  await expect(list).toHaveCount(3)
  await expect(list.nth(2)).toContainText('برای تعهدات دفاعی')
  await new LookBackPage(page).isAccessible()
  await notes.getByRole('searchbox', { name: 'Search the notes' }).fill('HEART treaty')
  await expect(list).toHaveCount(1)
  await list.first().getByRole('button').click()
  await expect(bench.annotations).toContainText('The heart of the treaty')

  await bench.leaveFields()
  await page.keyboard.press('Control+Shift+m')
  await notes.getByRole('button', { name: 'Make a brief of these' }).click()
  const brief = page.getByRole('textbox', { name: 'Brief', exact: true })
  await expect(brief).toContainText('The heart of the treaty')
  await expect(brief).toContainText('An armed attack upon one Party')
  await bench.undo()
  await expect(bench.library.getByRole('button', { name: 'Notes', exact: true })).toHaveCount(0)
})

/** As Word puts it on the clipboard: lists as paragraphs, looks as styles, comments and pictures of its own. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head>
<body lang=EN-GB><!--StartFragment-->
<h2 style='font-family:"Cambria",serif;color:#2F5496'>Duties of the Parties<o:p></o:p></h2>
<p class=MsoNormal style='margin-left:36.0pt'><span style='font-size:14.0pt;color:red'>Each Party <span style='font-weight:700'>shall</span> act.</span><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>It consults.</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>It informs:</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>(a)</span>of threats;</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>(b)</span>of measures.</p>
<p><a href="https://example.org/treaty" onclick="steal()">The text</a> <a href="javascript:steal()">and more</a><img src="https://example.org/spy.png"></p>
<table><tr><td><p class=MsoNormal>Ardia</p></td><td>1951</td></tr></table><script>steal()</script>
<!--EndFragment--></body></html>`

test('what is pasted from Word keeps its headings, lists and links, and nothing else', async ({ pacta }) => {
  const { page, bench } = await beginWithFile(pacta, sampleFile('ardia-belmark-2024.txt'))
  await bench.goTo('art II')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.click()
  await note.evaluate((field, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', 'Duties of the Parties')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, FROM_WORD)
  await expect(note.getByRole('heading', { name: 'Duties of the Parties' })).toBeVisible()
  await expect(note.getByRole('listitem').filter({ hasText: /^It consults\.$/ })).toHaveCount(1)
  await expect(note.locator('ol ol').getByText('of threats;')).toBeVisible()
  await expect(note.locator('ol ol').getByText('of measures.')).toBeVisible()
  await expect(note.locator('ul')).toHaveCount(0)
  await expect(note.getByRole('link')).toHaveText(['The text'])
  await expect(note).toContainText('Each Party shall act.')
  await expect(note.locator('strong, b, [class*=bold]')).toHaveText('shall')
  await expect(note.getByRole('table').getByRole('row')).toHaveText(['Ardia1951'])
  await expect(note.getByRole('link')).toHaveCount(1)
  await expect(note).not.toContainText('steal')
  await expect(note.locator('img, script, [style*=red]')).toHaveCount(0)
})

/** From a web page, Google Docs and a mail set out with tables: each with what it wraps words in. */
const FROM_ELSEWHERE = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="rtl" style="line-height:1.38"><span style="font-weight:700">مادهٔ ۲</span><span> تعهدات دو طرف</span></p></b>
<nav hidden>Home</nav><p style="font-weight:bold">In bold</p>
<p class="MsoQuote">They shall keep the peace.</p>
<table><tr><td><table><tr><td><a href="https://example.org/a">Annex</a></td></tr></table></td></tr></table>
<ul><li>outer<ul><li>inner</li></ul></li></ul>
<table><tr><th>State</th><th>Year</th></tr><tr><td>بلمارک</td><td><a href="https://example.org/b">1951</a></td></tr></table>
<form><input value="secret"><button>Send</button></form>`

test('what is pasted from web pages, other editors and mail keeps its sense', async ({ pacta }) => {
  const { page, bench } = await beginWithFile(pacta, sampleFile('ardia-belmark-2024.txt'))
  await bench.goTo('art II')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.click()
  await note.evaluate((field, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, FROM_ELSEWHERE)
  await expect(note.locator('[class*=bold]')).toHaveText(['مادهٔ ۲', 'In bold', 'State', 'Year'].slice(0, 2))
  await expect(note.locator('p', { hasText: 'تعهدات دو طرف' })).toHaveCSS('direction', 'rtl')
  await expect(note.locator('blockquote')).toHaveText('They shall keep the peace.')
  await expect(note.locator('ul ul').getByText('inner')).toBeVisible()
  await expect(note.getByRole('link')).toHaveText(['Annex', '1951'])
  await expect(note.getByRole('table')).toHaveCount(1)
  await expect(note.getByRole('cell', { name: 'بلمارک' }).locator('p')).toHaveCSS('direction', 'rtl')
  await expect(note).not.toContainText(/Home|Send|secret/)
})

test('a note has tables and footnotes, which are read, gathered and kept', async ({ pacta }) => {
  let page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  let bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await bench.goTo('art II')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await note.pressSequentially('Peaceful means')
  const tools = page.getByRole('toolbar', { name: 'Formatting' })
  await tools.getByRole('button', { name: 'Footnote' }).click()
  const footnote = page.getByRole('textbox', { name: 'Footnote 1' })
  await expect(footnote).toBeFocused()
  await page.keyboard.type('See Article 33 of the Charter.')
  await page.keyboard.press('Enter')
  await expect(note).toBeFocused()
  await page.keyboard.type(' only.')
  await page.keyboard.press('Enter')
  await tools.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(note.getByRole('row')).toHaveCount(3)
  await page.keyboard.type('State')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Year')
  const rows = tools.getByRole('group', { name: 'Rows and columns' })
  await rows.getByRole('button', { name: 'Row below' }).click()
  await expect(note.getByRole('row')).toHaveCount(4)
  await rows.getByRole('button', { name: 'Delete column' }).click()
  await expect(note.getByRole('row').first().locator('th')).toHaveText(['State', ''])
  await expect(note.getByRole('columnheader')).toHaveText(['State'])
  await page.waitForTimeout(PROMISE_MS)
  await pacta.kill()

  page = await pacta.start()
  bench = new WorkbenchPage(page)
  await expect(bench.library).toBeVisible()
  await page.keyboard.press('Control+Shift+m')
  const listed = page.getByRole('list', { name: 'Notes', exact: true })
  await expect(listed).toContainText('Peaceful means1 only.')
  await expect(listed.getByRole('list', { name: 'Footnotes' })).toHaveText('See Article 33 of the Charter.')
  await expect(listed.getByRole('row')).toHaveCount(4)
  await page.getByRole('searchbox', { name: 'Search the notes' }).fill('charter')
  await expect(listed.locator('> li')).toHaveCount(1)
  await new LookBackPage(page).isAccessible()
  await page.getByRole('button', { name: 'Make a brief of these' }).click()
  const brief = page.getByRole('textbox', { name: 'Brief', exact: true })
  await expect(brief.getByRole('table')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Footnote 1' })).toHaveValue(
    'See Article 33 of the Charter.',
  )
})

test('words of a note become a link to the web, which is changed, copied and taken away; nothing is opened', async ({
  pacta,
}) => {
  const { page, bench } = await beginWithFile(pacta, sampleFile('ardia-belmark-2024.txt'))
  await bench.goTo('art II')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toBeFocused()
  await page.keyboard.type('See the Charter')
  await page.keyboard.press('Control+Shift+ArrowLeft')

  // By key, without a mouse.
  await page.keyboard.press('Control+Shift+k')
  const form = page.getByRole('form', { name: 'Link' })
  const address = form.getByRole('textbox', { name: 'Address of the link' })
  await expect(address).toBeFocused()
  await page.keyboard.type('javascript:alert(1)')
  await expect(form.getByRole('button', { name: 'Make link' })).toBeDisabled()
  await address.fill('example.org/charter')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(note).toBeFocused()
  await expect(note.getByRole('link')).toHaveText('Charter')
  await expect(note.getByRole('link')).toHaveAttribute('href', 'https://example.org/charter')

  // Escape leaves the field, and not the note.
  await page.keyboard.press('Control+Shift+k')
  await expect(address).toHaveValue('https://example.org/charter')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(note).toBeFocused()
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: /^Link/ }).click()
  await address.fill('https://example.org/charter-1945')
  await form.getByRole('button', { name: 'Change' }).click()
  await expect(note.getByRole('link')).toHaveAttribute('href', 'https://example.org/charter-1945')
  await bench.saved()
  await page.keyboard.press('Escape')

  // In the note as it is read, a click copies the address.
  await bench.annotations.getByRole('button', { name: 'Charter', exact: true }).click()
  await expect(bench.toast.filter({ hasText: 'Copied: https://example.org/charter-1945' })).toBeVisible()
  expect(await pacta.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    'https://example.org/charter-1945',
  )

  await bench.annotations.getByRole('button', { name: 'Edit note' }).click()
  await expect(note).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Shift+k')
  await form.getByRole('button', { name: 'Remove' }).click()
  await expect(note.getByRole('link')).toHaveCount(0)
  await expect(note).toContainText('See the Charter')
})

test('a key pressed the moment after words are selected acts on them', async ({ pacta }) => {
  const { page, bench } = await beginWithFile(pacta, sampleFile('ardia-belmark-2024.txt'))
  await bench.goTo('art II')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(note).toBeFocused()
  await page.keyboard.type('See the Charter')
  await expect(note).toContainText('See the Charter')

  // In one task of the page: before the browser has told anyone what is selected.
  await note.evaluate((field) => {
    getSelection()?.modify('extend', 'backward', 'word')
    const init = { ctrlKey: true, bubbles: true, cancelable: true }
    field.dispatchEvent(new KeyboardEvent('keydown', { ...init, key: 'b', code: 'KeyB' }))
    field.dispatchEvent(new KeyboardEvent('keydown', { ...init, key: 'K', code: 'KeyK', shiftKey: true }))
  })
  await expect(page.getByRole('textbox', { name: 'Address of the link' })).toBeFocused()
  await page.keyboard.type('example.org/charter')
  await page.keyboard.press('Enter')
  await expect(note.getByRole('link')).toHaveText('Charter')
  await expect(note.getByRole('strong')).toHaveText('Charter')
})
