import { expect, it } from 'vitest'
import { integrityOf } from './integrity.ts'
import { put, tempFolder } from './temp-folder.testing.ts'

it('gives the digest in the form registries use', async () => {
  // The SHA-512 of "abc" as published in FIPS 180-2, appendix C.1.
  const published =
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a' +
    '2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f'
  const expected = `sha512-${Buffer.from(published, 'hex').toString('base64')}`
  expect(await integrityOf(await put(await tempFolder(), 'file', 'abc'))).toBe(expected)
})
