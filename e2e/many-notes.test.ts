import type { Page } from '@playwright/test'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { create } from '#domain/library/operation.ts'
import { paragraph, richText } from '#domain/rich-text/rich-text.ts'
import { expect, sampleFile, test } from './fixture.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { WorkbenchPage } from './pages/workbench-page.ts'

/** More than twice as many as are drawn at once. */
const COUNT = 450

/** The annotation that was made last. */
async function lastAnnotation(page: Page): Promise<Annotation> {
  const value = await page.evaluate(async () => {
    const reply = await window.pacta.invoke('library.records', { after: 0, limit: 100 })
    // Safe: the call's own schema says so.
    const { output } = reply as {
      output: { operations: { ref: { kind: string }; value: unknown }[] }[]
    }
    return output.flatMap(({ operations }) => operations).findLast(({ ref }) => ref.kind === 'annotation')
      ?.value
  })
  return value as Annotation
}

test('of many notes it is told how many there are, and a search finds those that are not drawn', async ({
  pacta,
}) => {
  const page = await pacta.start()
  await new WelcomePage(page).createLibrary()
  const bench = new WorkbenchPage(page)
  await pacta.chooseInDialog(sampleFile('ardia-belmark-2024.txt'))
  await page.keyboard.press('Control+i')
  await bench.selectWords('An armed attack upon one Party')
  await page.keyboard.press('1')
  await bench.saved()
  const like = await lastAnnotation(page)
  const operations = Array.from({ length: COUNT }, (_, i) =>
    create('annotation', {
      ...like,
      id: `annotation-${i}`,
      note: richText([paragraph(i === COUNT - 1 ? 'Réserve, the last' : `Note ${i + 1}`)]),
    }),
  )
  const isSaved = await page.evaluate(async (made) => {
    const info = (await window.pacta.invoke('library.info', undefined)) as { output: { libraryId: string } }
    const transaction = { action: 'annotation.add', operations: made }
    const { libraryId } = info.output
    return ((await window.pacta.invoke('library.commit', { libraryId, transaction })) as { ok: boolean }).ok
  }, operations)
  expect(isSaved).toBe(true)

  await bench.leaveFields()
  await page.keyboard.press('Control+Shift+m')
  const notes = page.getByRole('list', { name: 'Notes', exact: true }).locator('> li')
  await expect(page.getByText(`${COUNT} notes`)).toBeVisible()
  await expect(notes).toHaveCount(200)
  await expect(page.getByText('These are the first 200 of 450.')).toBeVisible()

  // The last one is not drawn; it is found, without its accent, and stood at.
  const search = page.getByRole('searchbox', { name: 'Search the notes' })
  await search.fill('reserve')
  await expect(notes).toHaveText([/Réserve, the last/])
  await expect(page.getByText('1 note', { exact: true })).toBeVisible()
  await search.fill('')
  for (const count of [400, COUNT]) {
    await page.getByRole('button', { name: 'Show more' }).click()
    await expect(notes).toHaveCount(count)
  }
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0)
  await expect(notes.last()).toContainText('Réserve, the last')
})
