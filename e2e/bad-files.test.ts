import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docxOf, paragraph } from '../src/main/documents/docx.testing.ts'
import { ENCRYPTED, pdfOf, scannedPdf } from '../src/main/documents/pdf.testing.ts'
import { zipOf } from '../src/main/documents/zip.testing.ts'
import { expect, test } from './fixture.ts'
import type { PactaApp } from './pacta-app.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

const MEGABYTE = 1024 * 1024
const WORDS = [{ x: 60, y: 700, words: 'Article 1' }]
/** `Стороны` in Windows-1251. */
const STORONY = Buffer.from('d1f2eef0eeedfb', 'hex')

async function withLibrary(pacta: PactaApp): Promise<WorkbenchPage> {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  return new WorkbenchPage(page)
}

async function importFile(
  pacta: PactaApp,
  bench: WorkbenchPage,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const path = join(pacta.home, name)
  writeFileSync(path, bytes)
  await pacta.chooseInDialog(path)
  await bench.page.keyboard.press('Control+i')
}

test.describe('a file that is no agreement', () => {
  const oversized = 'Article 1\n\nThe Parties shall consult.\n\n'
  const refused: readonly { name: string; bytes: () => Uint8Array; happened: string }[] = [
    { name: 'empty.txt', bytes: () => Buffer.alloc(0), happened: '“empty.txt” is empty.' },
    {
      name: 'huge.txt',
      bytes: () => Buffer.alloc(50 * MEGABYTE, oversized),
      happened: '“huge.txt” is 50 MB, and Pacta reads text files up to 20 MB.',
    },
    {
      name: 'one-line.txt',
      bytes: () => Buffer.alloc(100 * MEGABYTE, 'a '),
      happened: '“one-line.txt” is 100 MB, and Pacta reads text files up to 20 MB.',
    },
    {
      name: 'picture.txt',
      bytes: () => Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'),
      happened: '“picture.txt” is not a text file.',
    },
    {
      name: 'two-encodings.txt',
      bytes: () => Buffer.concat([Buffer.from('Статья 1, Статья 2, '), STORONY]),
      happened: '“two-encodings.txt” mixes UTF-8 with another encoding',
    },
    {
      name: 'broken.pdf',
      bytes: () => Buffer.from('%PDF-1.7\nnothing else'),
      happened: '“broken.pdf” is damaged or incomplete',
    },
    {
      name: 'cut.pdf',
      bytes: () => pdfOf([WORDS]).subarray(0, 120),
      happened: '“cut.pdf” is damaged or incomplete',
    },
    {
      name: 'password.pdf',
      bytes: () => pdfOf([WORDS], ENCRYPTED),
      happened: '“password.pdf” is protected by a password.',
    },
    {
      name: 'scan.pdf',
      bytes: () => scannedPdf(3),
      happened: '“scan.pdf” is a scan: its pages are pictures',
    },
    {
      name: 'bomb.docx',
      bytes: () => zipOf([{ name: 'word/document.xml', content: ' '.repeat(1000), claims: 2 ** 31 }]),
      happened: '“bomb.docx” unpacks to more than',
    },
    {
      name: 'entity.docx',
      bytes: () =>
        zipOf([
          {
            name: 'word/document.xml',
            content: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
          },
        ]),
      happened: '“entity.docx” is built in a way that could do harm',
    },
    {
      name: 'encrypted.docx',
      bytes: () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(504),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      happened: '“encrypted.docx” is protected by a password.',
    },
    {
      name: 'old.doc',
      bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]),
      happened: '“old.doc” is a document in Word’s format of before 2007',
    },
    {
      name: 'archive.zip',
      bytes: () => zipOf([{ name: 'treaty.txt', content: 'Article 1' }]),
      happened: '“archive.zip” is a zip archive without a Word document',
    },
  ]

  test('is refused with what happened, what is safe and what to do; nothing is added, and work goes on', async ({
    pacta,
  }) => {
    const bench = await withLibrary(pacta)
    const library = join(pacta.home, 'Pacta library')
    const journal = readFileSync(join(library, 'journal', '000001.jsonl'))
    for (const { name, bytes, happened } of refused) {
      await importFile(pacta, bench, name, bytes())
      const message = bench.toast.filter({ hasText: happened })
      await expect(message).toBeVisible()
      await expect(message).toContainText('nothing was added to the library', { ignoreCase: true })
      await message.getByRole('button', { name: 'Close message' }).click()
      await expect(message).toHaveCount(0)
    }
    await expect(bench.page.getByText('This library is empty.')).toBeVisible()
    expect(readFileSync(join(library, 'journal', '000001.jsonl'))).toEqual(journal)
    expect(readdirSync(join(library, 'sources'))).toEqual([])
    await importFile(
      pacta,
      bench,
      'peace.txt',
      Buffer.from('Article 1\n\nThe Parties shall keep the peace.\n'),
    )
    await expect(bench.unit('art-1')).toContainText('keep the peace')
  })
})

test('a file that is odd comes in, and the record says what was done about it', async ({ pacta }) => {
  const bench = await withLibrary(pacta)
  const peace = 'Article 1\n\nThe Parties shall keep the peace.\n'
  const odd: readonly (readonly [string, Uint8Array, string | undefined])[] = [
    ['wrong-extension.pdf', Buffer.from(peace), undefined],
    [
      'nul.txt',
      Buffer.from(peace.replace('Parties', 'Part\0ies')),
      'Control characters, which cannot be seen',
    ],
    [
      'bidi.txt',
      Buffer.from(peace.replace('Parties', '\u202EParties\u202C')),
      'Characters that change the order in which words are shown were removed.',
    ],
    [
      'half-a-character.txt',
      Buffer.from(`\uFEFF${peace}\uD800`, 'utf16le'),
      'A character that was broken in the file was replaced',
    ],
    [
      'macros.docx',
      docxOf({
        body: paragraph('Article 1') + paragraph('The Parties shall keep the peace.'),
        others: [{ name: 'word/vbaProject.bin', content: 'x' }],
      }),
      'The file has macros; they were ignored and did not run.',
    ],
  ]
  for (const [name, bytes, said] of odd) {
    await importFile(pacta, bench, name, bytes)
    await expect(bench.inspector.getByText(name)).toBeVisible()
    await expect(bench.unit('art-1')).toContainText('The Parties shall keep the peace.')
    if (said === undefined) continue
    await expect(bench.inspector.getByRole('list', { name: 'What the conversion changed' })).toContainText(
      said,
    )
  }
})

test.describe('a file whose encoding is not what Pacta thinks', () => {
  const picker = /^In which encoding do the words of/

  test('is imported in the one that the analyst chooses by how its words look', async ({ pacta }) => {
    const bench = await withLibrary(pacta)
    const half = Buffer.from('Статья 1\n\nСтороны консультируются. ')
    await importFile(pacta, bench, 'mixed.txt', Buffer.concat([half, STORONY, Buffer.from('\n')]))
    await bench.toast.getByRole('button', { name: 'Choose the encoding…' }).click()
    const dialog = bench.page.getByRole('dialog', { name: picker })
    await expect(dialog.getByRole('option', { name: /^UTF-8/ })).toContainText('Стороны консультируются')
    await dialog.getByRole('combobox').fill('utf-8')
    await bench.page.keyboard.press('Enter')
    await expect(bench.text).toContainText('Стороны консультируются.')
    await expect(bench.inspector.getByRole('list', { name: 'What the conversion changed' })).toContainText(
      'Read as UTF-8, as was asked for.',
    )
  })

  test('is read again as a new version of the text, which is one step', async ({ pacta }) => {
    const bench = await withLibrary(pacta)
    // `Třebíč` in Windows-1250; in Windows-1252 these letters are those of other languages.
    const czech = Buffer.from('Article 1\n\nThe town of T\u00F8eb\u00ED\u00E8 is in Moravia.\n', 'latin1')
    await importFile(pacta, bench, 'town.txt', czech)
    await expect(bench.text).toContainText('The town of Tøebíè')
    const changed = bench.inspector.getByRole('list', { name: 'What the conversion changed' })
    await expect(changed).toContainText(
      'Read as Windows-1252, to judge by its letters; the file does not say.',
    )
    await bench.inspector.getByRole('button', { name: 'Read in another encoding…' }).click()
    const dialog = bench.page.getByRole('dialog', { name: picker })
    await dialog.getByRole('combobox').fill('1250')
    await expect(dialog.getByRole('option', { name: /Windows-1250/ })).toContainText('Třebíč')
    await bench.page.keyboard.press('Enter')
    await bench.page.getByRole('button', { name: 'Import the new version' }).click()
    await expect(bench.text).toContainText('The town of Třebíč')
    await expect(changed.last()).toContainText('Read as Windows-1250, as was asked for.')
    await bench.undo()
    await expect(bench.text).toContainText('The town of Tøebíè')
  })
})

test('a long import is ended by the user, and nothing of it stays', async ({ pacta }) => {
  const bench = await withLibrary(pacta)
  const line =
    'Nothing in this paragraph affects the rights of the Parties under Article 3 (a), or 1. of it. '
  await importFile(pacta, bench, 'long.txt', Buffer.alloc(19 * MEGABYTE, line))
  await expect(bench.page.getByRole('progressbar', { name: 'Import “long.txt”' })).toBeVisible()
  // The window and its commands answer while the text is read.
  await bench.page.keyboard.press('Control+k')
  await expect(bench.page.getByRole('dialog').getByRole('combobox')).toBeVisible()
  await bench.page.keyboard.press('Escape')
  await bench.page.getByRole('button', { name: 'Cancel' }).click()
  await expect(bench.page.getByRole('progressbar')).toHaveCount(0)
  await expect(bench.page.getByText('This library is empty.')).toBeVisible()
  expect(readdirSync(join(pacta.home, 'Pacta library', 'sources'))).toEqual([])
  await importFile(pacta, bench, 'peace.txt', Buffer.from('Article 1\n\nThe Parties shall keep the peace.\n'))
  await expect(bench.unit('art-1')).toContainText('keep the peace')
})
