import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keyboardPage } from './keyboard-page.ts'
import { ROOT } from './steps.ts'

const PAGE = join(ROOT, 'docs', 'keyboard.md')

it('docs/keyboard.md lists every key; PACTA_WRITE=1 writes it anew', () => {
  if (process.env['PACTA_WRITE'] === '1') writeFileSync(PAGE, keyboardPage())
  expect(readFileSync(PAGE, 'utf8')).toBe(keyboardPage())
})
