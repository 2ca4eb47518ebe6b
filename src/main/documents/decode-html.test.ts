import { describe, expect, it } from 'vitest'
import { decodeDocument } from './decode-document.ts'
import type { DecodedDocument } from './decoded-document.ts'

function read(html: string, name = 'page.html'): Promise<DecodedDocument> {
  return decodeDocument(Buffer.from(html), name)
}

async function textOf(html: string): Promise<string> {
  return (await read(html)).texts[0]?.text ?? ''
}

const LONG = 'The Parties shall consult each other on all matters of common interest. '.repeat(6).trim()

describe('a saved page', () => {
  it('gives its main content, without what stands around it', async () => {
    const { texts, dropped, format } =
      await read(`<!doctype html><html lang="en"><head><title>A treaty</title>
      <script>alert(1)</script></head><body><nav><a href="/">Home</a></nav><div class="sidebar">Latest</div>
      <main><h1>Treaty</h1><h2>Article 1</h2><p>${LONG}</p><img src="http://example.org/x.png"></main>
      <footer>Imprint</footer></body></html>`)
    expect(format).toBe('html')
    expect(texts[0]).toMatchObject({
      title: 'A treaty',
      language: 'en',
      text: `Treaty\n\nArticle 1\n\n${LONG}\n`,
      hints: [
        { kind: 'heading', level: 1 },
        { kind: 'heading', level: 2, number: '1', heading: 'Article 1' },
      ],
    })
    expect(dropped).toEqual(
      expect.arrayContaining([
        { code: 'scripts', count: 1 },
        { code: 'images', count: 1 },
      ]),
    )
  })

  it('finds the content of a page that marks none, and leaves lists of links out', async () => {
    const text = await textOf(`<html><body><table><tr><td><a href="a">Home</a></td></tr></table>
      <p>Article 1</p><p>${LONG}</p><p><a href="b">Print this</a></p></body></html>`)
    expect(text).toBe(`Article 1\n\n${LONG}\n`)
  })

  it('prints the markers of lists, and joins the markers of layout tables to their words', async () => {
    const text = await textOf(`<div><ol type="a"><li>one</li><li>two</li></ol>
      <table><tr><td><p>(1)</p></td><td><p>The Parties agree.</p></td></tr></table>
      <table><tr><th>Tariff</th><th>Rate</th></tr><tr><td>Tea</td><td>5%</td></tr></table></div>`)
    expect(text).toBe('a. one\n\nb. two\n\n(1) The Parties agree.\n\nTariff\tRate\nTea\t5%\n')
  })

  it('keeps the lines of preformatted words, and breaks where the page does', async () => {
    expect(await textOf('<div><pre>Article 1\n  Peace</pre><p>one<br>two\nthree</p></div>')).toBe(
      'Article 1\n  Peace\n\none\ntwo three\n',
    )
  })

  it('leaves out what the page hides, and the fields of forms', async () => {
    const text = await textOf(
      '<form><div><p hidden>a</p><p style="display:none">b</p><p>c<input value="d"></p></div></form>',
    )
    expect(text).toBe('c\n')
  })

  it('is read in the encoding that it declares', async () => {
    const head = '<html><head><meta charset="windows-1251"></head><body><p>'
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xd1, 0xf2, 0xe0]),
      Buffer.from('</p></body></html>'),
    ])
    const { texts, encoding } = await decodeDocument(bytes, 'page.html')
    expect(encoding).toBe('windows-1251')
    expect(texts[0]?.text).toBe('Ста\n')
  })

  it('has no signs that link to its headings, and no words that its writer deleted', async () => {
    const html = `<div><h4>Article 1 <a href="#a1">#</a></h4><p>They <del>may</del><ins>shall</ins> meet.</p></div>`
    const { texts, dropped } = await read(html)
    expect(texts[0]?.text).toBe('Article 1\n\nThey shall meet.\n')
    expect(dropped).toContainEqual({ code: 'deletions', count: 1 })
  })

  it('joins a marker to its words where lists are set in columns', async () => {
    expect(
      await textOf(`<div><p>They do this:</p><div class="row"><div><span>(a) </span></div><div><p>talk;</p></div></div>
        <div class="row"><div>(b)</div><div><p>visit.</p></div></div><h2>1.</h2><p>One.</p><p>2.</p></div>`),
    ).toBe('They do this:\n\n(a) talk;\n\n(b) visit.\n\n1.\n\nOne.\n\n2.\n')
  })

  it('is not called as its file', async () => {
    const { texts } = await read(
      '<html><head><title>L_2011123EN.xml</title></head><body><p>Peace.</p></body></html>',
    )
    expect(texts[0]).not.toHaveProperty('title')
  })

  it('is known by its content when it is called a text', async () => {
    expect((await read('<html><body><p>Article 1</p></body></html>', 'x.txt')).format).toBe('html')
  })
})

describe('a page of EUR-Lex', () => {
  it('gives the parts that it marks with ids', async () => {
    const { texts } = await read(`<html><body><div class="banner">EUR-Lex</div><div class="eli-container">
      <div class="eli-subdivision" id="pbl_1"><p class="oj-normal">Whereas peace,</p></div>
      <div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p><p class="oj-normal">One.</p></div>
      <div class="eli-subdivision" id="art_2"><p class="oj-ti-art">Article 2</p><p class="oj-normal">Two.</p></div>
      </div></body></html>`)
    const [decoded] = texts
    expect(decoded?.text).toBe('Whereas peace,\n\nArticle 1\n\nOne.\n\nArticle 2\n\nTwo.\n')
    expect(
      decoded?.hints.map(({ kind, number, start, end }) => [kind, number, decoded.text.slice(start, end)]),
    ).toEqual([
      ['preamble', '1', 'Whereas peace,'],
      ['article', '1', 'Article 1\n\nOne.'],
      ['article', '2', 'Article 2\n\nTwo.'],
    ])
  })

  it('knows a part within another by the end of its id, and leaves the head of the journal out', async () => {
    const { texts, dropped } = await read(`<html><body><div class="eli-container" id="docHtml">
      <table><tr><td><p class="oj-hd-date">4.3.2024</p></td><td><p class="oj-hd-oj">L 1</p></td></tr></table>
      <div class="eli-subdivision" id="cpt_I"><p class="oj-ti-section-1">CHAPTER I</p>
      <div class="eli-subdivision" id="cpt_I.sct_1"><p class="oj-ti-section-1">Section 1</p>
      <div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p>
      <div class="eli-title" id="art_1.tit_1"><p class="oj-sti-art">Scope</p></div><p>One.</p></div></div></div>
      </div></body></html>`)
    expect(texts[0]?.text).toBe('CHAPTER I\n\nSection 1\n\nArticle 1\n\nScope\n\nOne.\n')
    expect(texts[0]?.hints.map(({ kind, number }) => [kind, number])).toEqual([
      ['chapter', 'I'],
      ['section', '1'],
      ['article', '1'],
    ])
    expect(dropped).toContainEqual({ code: 'headers', count: 2 })
  })

  it('is read without the signs of a consolidated text', async () => {
    const text =
      await textOf(`<html><body><div id="document1"><p class="reference">01999A0304 — EN — 003.001</p>
      <p class="modref">▼M1</p><p class="title-article-norm">Article 1a</p>
      <div class="norm"><span class="no-parag">1.  </span><div class="norm inline-element"><p class="norm">It lasts ►M2 ten years ◄.</p></div></div>
      </div></body></html>`)
    expect(text).toBe('Article 1a\n\n1. It lasts ten years.\n')
  })

  it('gives the articles that it marks with classes only', async () => {
    const { texts } = await read(`<html><body><div id="TexteOnly"><p class="doc-ti">Agreement</p>
      <p class="ti-art">Article 1</p><p class="sti-art">Scope</p><p class="normal">One.</p>
      <p class="ti-art">Article 2</p><p class="normal">Two.</p></div></body></html>`)
    const [decoded] = texts
    expect(decoded?.hints.map(({ start, end, ...hint }) => [hint, decoded.text.slice(start, end)])).toEqual([
      [{ kind: 'article', number: '1', heading: 'Scope' }, 'Article 1\n\nScope\n\nOne.'],
      [{ kind: 'article', number: '2' }, 'Article 2\n\nTwo.'],
    ])
  })
})
