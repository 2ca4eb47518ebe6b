import { expect, it } from 'vitest'
import { quoted } from './quoted.ts'

it.each([
  ['en', 'shall', '“shall”'],
  ['fa', 'باید', '«باید»'],
  ['fr', 'doit', '«\u00a0doit\u00a0»'],
  ['de-CH', 'muss', '„muss“'],
  ['zh-Hant', '應', '“應”'],
  [undefined, 'shall', '“shall”'],
])('puts the marks of %s around words', (language, words, expected) => {
  expect(quoted(words, language)).toBe(expected)
})
