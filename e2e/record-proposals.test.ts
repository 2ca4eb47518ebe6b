import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AGREEMENTS } from '#domain/agreement/proposals/agreements.testing.ts'
import { expect, test } from './fixture.ts'
import { beginWithFile } from './pages/beginnings.ts'

test('an imported text proposes its record with its words; one is corrected, and the correction undone', async ({
  pacta,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-record-'))
  // Pacta may run as another user than the test.
  chmodSync(folder, 0o755)
  const file = join(folder, 'accord.txt')
  writeFileSync(file, AGREEMENTS['fr'] ?? '')
  const { bench } = await beginWithFile(pacta, file)
  const record = bench.inspector.getByRole('region', { name: 'Record of the agreement' })
  const field = (name: string) => record.getByRole('textbox', { name, exact: true })

  await expect(field('Parties')).toHaveValue("République d'Ardie; Royaume de Belmarque")
  await expect(field('Signed')).toHaveValue('4 March 1998')
  await expect(field('Place')).toHaveValue('Port-Arden')
  await expect(field('In force since')).toHaveValue('4 March 1998')
  await expect(field('Duration')).toHaveValue('10 years')
  await expect(field('Renewal')).toHaveValue('5 years, automatic')
  await expect(field('Notice')).toHaveValue('6 months')
  await expect(field('Languages')).toHaveValue('French; English')
  await expect(record.getByText('“préavis de six mois”')).toBeVisible()

  // What cannot be read is not taken, and says how to write it.
  await field('Notice').fill('some time')
  await field('Notice').press('Enter')
  await expect(record.getByText('Write it like 6 months, 1 year or 90 days.')).toBeVisible()
  await field('Notice').fill('1 year')
  await field('Notice').press('Enter')
  await expect(record.getByText('Write it like 6 months')).toHaveCount(0)
  await expect(record.getByRole('button', { name: 'Confirm notice' })).toHaveCount(0)
  await bench.undo()
  await expect(field('Notice')).toHaveValue('6 months')
  await expect(record.getByText('“préavis de six mois”')).toBeVisible()

  await record.getByRole('button', { name: 'Confirm duration' }).click()
  await expect(record.getByRole('button', { name: 'Confirm duration' })).toHaveCount(0)
  await bench.undo()
  await expect(record.getByRole('button', { name: 'Confirm duration' })).toBeVisible()

  await record.getByRole('button', { name: 'Show the words for notice in the text' }).click()
  await expect(bench.inspector.getByRole('heading', { name: 'Art 2' })).toBeVisible()
  await bench.saved()
  rmSync(folder, { recursive: true })
})
