import { sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerRequest } from './app-assets.ts'

const ROOT = '/app/out/renderer'
const get = (address: string): ReturnType<typeof answerRequest> => answerRequest(ROOT, 'GET', address)

describe('answerRequest', () => {
  it('serves the page and its parts with their types', () => {
    expect(get('app://pacta/')).toMatchObject({ kind: 'file', path: `${ROOT}/index.html` })
    expect(get('app://pacta/assets/x.js?v=1')).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
    })
    expect(get('app://pacta/assets/serif.woff2')).toMatchObject({ contentType: 'font/woff2' })
  })

  it('serves print jobs', () => {
    expect(get('app://pacta/print-job/ab-1')).toEqual({ kind: 'print', job: 'ab-1', part: 'page' })
    expect(get('app://pacta/print-job/ab-1.css')).toEqual({ kind: 'print', job: 'ab-1', part: 'style' })
  })

  it.each([
    ['app://pacta/../../etc/passwd', 404],
    ['app://pacta/..%2f..%2fsecret.json', 403],
    ['app://pacta/%2e%2e/%2e%2e/secret.json', 404],
    ['app://pacta/assets/x.exe', 404],
    ['app://pacta/%00.html', 400],
    ['app://pacta/%E0%A4%A', 400],
    ['app://other/index.html', 403],
    ['file:///etc/passwd', 403],
  ])('refuses %s', (address, status) => {
    const answer = get(address)
    if (answer.kind === 'file') expect(answer.path.startsWith(ROOT + sep)).toBe(true)
    else expect(answer).toMatchObject({ kind: 'refused', status })
  })

  it('refuses every method but GET', () => {
    expect(answerRequest(ROOT, 'POST', 'app://pacta/')).toEqual({ kind: 'refused', status: 405 })
  })

  it('never leaves the folder of the renderer, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '%2e%2e', '/', '%2f', '\\', 'a', '.js', '.html')),
        (parts) => {
          const answer = get(`app://pacta/${parts.join('')}`)
          expect(answer.kind !== 'file' || answer.path.startsWith(ROOT + sep)).toBe(true)
        },
      ),
    )
  })
})
