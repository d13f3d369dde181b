import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ARTICLE, folderWith, jsonLines, xev } from './run.js'

const SENTENCE = 'Le constructeur Nordlys a livré 139 000 voitures en 2024, un record pour la marque norvégienne.'
const MORE = 'Le groupe compte ouvrir une usine à Porto en 2027, pour 310 millions d’euros, selon sa direction.'

const PAGE = `<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>Nordlys accélère | La Lettre des quais</title>
<meta property="og:site_name" content="La Lettre des quais">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Nordlys accélère","datePublished":"2025-03-12T07:00:00+01:00"}]}</script>
</head><body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/b">Brisk a vendu 7 000 vélos en 2023</a></li></ul></nav>
<main><article><h1>Nordlys accélère</h1><p>${SENTENCE.replace('139 000', '139&nbsp;000')}<sup><a href="#n1">1</a></sup></p>
<p>${MORE}</p><p style="display:none">Nordlys a vendu 9 camions en 2020.</p></article>
<section class="comments"><p>Moi, j’ai lu 3 000 voitures.</p></section></main><footer>© La Lettre</footer></body></html>`

const RSS = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Fil des quais</title><language>fr</language>
<item><title>Nordlys accélère</title><guid>https://quais.example/1</guid><pubDate>Wed, 12 Mar 2025 07:00:00 +0100</pubDate>
<content:encoded><![CDATA[<p>${SENTENCE}</p><p>${MORE}</p>]]></content:encoded></item>
<item><title>Tarvel achète Lumet</title><link>https://quais.example/2</link><description>Tarvel a racheté Lumet pour 30 millions d’euros.</description></item>
<item><guid>vide</guid></item></channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Fil</title><entry><title>Nordlys accélère</title>
<id>urn:quais:1</id><published>2025-03-12T07:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${SENTENCE}</p></div></content></entry></feed>`

const DUMP = [
  JSON.stringify({ id: 'a1', title: 'Nordlys accélère', published: '2025-03-12', text: `${SENTENCE} ${MORE}` }),
  '{"text": broken',
  JSON.stringify({
    __proto__: null,
    constructor: 'x',
    text: 'Tarvel a racheté Lumet pour 30 millions d’euros en 2024.',
  }),
  JSON.stringify({ title: 'leer' }),
].join('\n')

const MAIL = [
  'From: La Lettre <lettre@quais.example>',
  'Date: Wed, 12 Mar 2025 07:00:00 +0100',
  'Subject: =?utf-8?Q?Nordlys_acc=C3=A9l=C3=A8re?=',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=iso-8859-15',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Le constructeur Nordlys a livr=E9 139 000 voitures en 2024, un record pour la =',
  'marque norv=E9gienne.',
  '',
].join('\r\n')

/** A PDF of one page; offsets of its parts are counted here as the format asks (ISO 32000-1, 7.5). */
function pdf(lines: readonly string[], { packed = false, next = 'T*' } = {}): Buffer {
  const text = lines.map((line) => `(${line}) Tj ${next}`).join(' ')
  const plain = `BT /F1 12 Tf 14 TL 72 720 Td ${text} ET`
  const content = packed ? deflateSync(plain).toString('latin1') : plain
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}${packed ? '/Filter/FlateDecode' : ''}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = file.length
    file += `${i + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  file += `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(file, 'latin1')
}

const PDF = pdf([
  'Le constructeur Nordlys a vendu 7 000 voitures en 2023. Il compte en vendre 9 000 voi-',
  'tures en 2024.',
])

const files = {
  'page.html': PAGE,
  'feed.xml': RSS,
  'feed.atom': ATOM,
  'dump.ndjson': DUMP,
  'mail.eml': MAIL,
  'report.pdf': PDF,
  'packed.txt.gz': gzipSync(ARTICLE),
  'packed.xml.gz': gzipSync(RSS),
  'no-ending': PAGE,
}

describe('inputs beside plain text', () => {
  const cwd = folderWith(files)
  const article = (path: string) => JSON.parse(xev(cwd, ['text', path, '--format', 'json']).stdout).articles

  test('a page: its main text below its title, and what it says of itself', () => {
    const [page] = article('page.html')
    expect(page).toMatchObject({
      source: 'page.html',
      title: 'Nordlys accélère',
      published: '2025-03-12',
      language: 'fr',
      site: 'La Lettre des quais',
      text: `# Nordlys accélère\n\n${SENTENCE.replace('139 000', '139\u00a0000')}\n\n${MORE}\n`,
    })
    expect(article('no-ending')[0].text).toBe(page.text)
  })

  test('quotes count in the text that xev text prints', () => {
    const { code, stdout } = xev(cwd, ['scan', 'page.html', 'report.pdf', 'mail.eml', 'packed.txt.gz', 'feed.atom'])
    expect(code).toBe(0)
    const claims = jsonLines(stdout)
    expect(new Set(claims.map(({ source }) => source))).toEqual(
      new Set(['page.html', 'report.pdf', 'mail.eml', 'packed.txt.gz', 'feed.atom#urn:quais:1']),
    )
    for (const source of new Set(claims.map((claim) => claim.source as string))) {
      const points = Array.from(xev(cwd, ['text', source]).stdout)
      const evidence = claims
        .filter((claim) => claim.source === source)
        .flatMap((claim) => claim.evidence as { start: number; end: number; quote: string }[])
      for (const { start, end, quote } of evidence) expect(points.slice(start, end).join('')).toBe(quote)
    }
  })

  test('a feed: each entry by its own name; one without text is named and the others are read', () => {
    const { code, stdout, stderr } = xev(cwd, ['scan', 'feed.xml', '--format', 'json'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: feed\.xml#vide: no text in this entry \(hint: .*\)\n$/)
    expect(JSON.parse(stdout).documents).toMatchObject([
      { source: 'feed.xml#https://quais.example/1', published: '2025-03-12', title: 'Nordlys accélère' },
      { source: 'feed.xml#https://quais.example/2', published: null },
    ])
    expect(xev(cwd, ['text', 'feed.xml#https://quais.example/1']).stdout).toBe(
      `# Nordlys accélère\n\n${SENTENCE}\n\n${MORE}\n`,
    )
    expect(xev(cwd, ['text', 'packed.xml.gz#https://quais.example/2']).stdout).toContain('Tarvel a racheté Lumet')
  })

  test('a dump: a line each; one that is none costs itself alone', () => {
    const { code, stdout, stderr } = xev(cwd, ['extract', 'dump.ndjson', '--format', 'json'])
    expect(code).toBe(2)
    expect(stderr.split('\n').map((line) => line.split(' (hint')[0])).toEqual([
      'error: dump.ndjson:2: no JSON',
      'error: dump.ndjson:4: no text in this record',
      '',
    ])
    expect(JSON.parse(stdout).files.map((file: { source: string }) => file.source)).toEqual([
      'dump.ndjson#a1',
      'dump.ndjson#2',
    ])
  })

  test('a letter, and a PDF whose words are divided at the ends of lines', () => {
    expect(article('mail.eml')[0]).toMatchObject({
      title: 'Nordlys accélère',
      published: '2025-03-12',
      site: 'La Lettre',
    })
    expect(article('mail.eml')[0].text).toBe(`# Nordlys accélère\n\n${SENTENCE}\n`)
    expect(article('report.pdf')[0].text).toContain('vendre 9 000 voitures\nen 2024.')
  })

  test('the same article by several ways makes the same claims', () => {
    const claims = (path: string) =>
      jsonLines(xev(cwd, ['scan', path, '--published', '2025-03-12']).stdout)
        .filter(({ measure }) => measure === 'deliveries')
        .map(({ kind, subject, value, date }) => ({ kind, subject, value, date }))
    const [first = []] = ['page.html', 'mail.eml', 'feed.atom'].map(claims)
    expect(first).toEqual([
      { kind: 'volume', subject: 'Nordlys', value: { figure: 139000, unit: 'vehicles', bound: 'exact' }, date: '2024' },
    ])
    expect(claims('mail.eml')).toEqual(first)
    expect(claims('feed.atom')).toEqual(first)
  })
})

describe('inputs that are refused', () => {
  const bomb = gzipSync(Buffer.alloc(60_000_000, 'a '))
  const cwd = folderWith({
    'good.txt': ARTICLE,
    'deep.html': `<!doctype html><html><body>${'<div>'.repeat(400)}${SENTENCE}`,
    'tags.html': `<!doctype html><html><body>${'<p>'.repeat(60_000)}${SENTENCE}`,
    'empty.html': '<!doctype html><html><body><script>app()</script></body></html>',
    'map.xml': '<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>',
    'bomb.txt.gz': bomb,
    'cut.txt.gz': gzipSync(ARTICLE).subarray(0, 60),
    'twice.gz': gzipSync(gzipSync(ARTICLE)),
    'broken.pdf': '%PDF-1.4\nnothing',
    'picture.pdf': pdf([]),
    // on one page, all in one place; and one under the other, most of it below the page's end
    'long.pdf': pdf(Array(20_000).fill('Il fait beau.'), { packed: true, next: '1 0 0 1 72 720 Tm' }),
    'slow.pdf': pdf(Array(3_000_000).fill('Il fait beau.'), { packed: true }),
    'large.txt': `${ARTICLE}${'Il fait beau. '.repeat(50_000)}`,
    'entities.xml': `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>x</title><description>&b;</description></item></channel></rss>`,
  })

  test.each([
    ['deep.html', 'a page with more than 150 elements inside one another', '--max-depth'],
    ['tags.html', 'a page with more than 50000 tags', '--max-tags'],
    ['empty.html', 'no text in this page', 'was it saved'],
    ['map.xml', 'XML that is no feed: its root is "urlset"', 'RSS and Atom'],
    ['bomb.txt.gz', 'larger than 50 MB', '--max-bytes'],
    ['cut.txt.gz', 'damaged gzip file', 'unexpected end of file'],
    ['twice.gz', 'a gzip file in a gzip file', 'unpack it once'],
    ['broken.pdf', 'damaged PDF', ''],
    ['picture.pdf', 'no text in this PDF', 'OCR'],
  ])('%s: named in one line with what to do; the others are read', (path, message, hint) => {
    const { code, stdout, stderr } = xev(cwd, ['scan', path, 'good.txt'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: [^\n]*\(hint: [^\n]+\)\n$/)
    expect(stderr).toContain(`error: ${path}: ${message}`)
    expect(stderr).toContain(hint)
    expect(stdout).toContain('"source":"good.txt"')
  })

  test('limits can be raised and lowered', () => {
    expect(xev(cwd, ['text', 'deep.html', '--max-depth', '500']).stdout).toContain(SENTENCE)
    expect(xev(cwd, ['scan', 'large.txt', '--max-bytes', '500kB']).stderr).toContain('larger than 500 kB')
    expect(xev(cwd, ['text', 'large.txt', '--max-bytes', '1MB']).code).toBe(0)
    expect(xev(cwd, ['scan', 'large.txt', '--max-bytes', 'much']).stderr).toContain('Expected a size')
  })

  test('a PDF that unpacks to more, or takes longer, costs itself alone', () => {
    const long = xev(cwd, ['scan', 'long.pdf', 'good.txt', '--max-bytes', '200kB'])
    expect(long.stderr).toMatch(/^error: long\.pdf: larger than 200 kB \(hint: .*--max-bytes\)\n$/)
    const slow = xev(cwd, ['scan', 'slow.pdf', 'good.txt', '--time-limit', '1'])
    expect(slow.stderr).toMatch(/^error: slow\.pdf: reading it took longer than 1 s \(hint: .*--time-limit\)\n$/)
    for (const { code, stdout } of [long, slow]) {
      expect(code).toBe(2)
      expect(stdout).toContain('"source":"good.txt"')
    }
  })

  test('entities of XML are not expanded', () => {
    expect(xev(cwd, ['text', 'entities.xml#1']).stdout).not.toContain('aaaa')
  })
})

test('an encoding that was declared is kept, and the article read in it again', () => {
  const text =
    'Un constructeur tchèque\n\nPublié le 12 mars 2025\n\nŠkoda Auto a livré 12 400 voitures en France en 2024.\n'
  // ISO 8859-2 has "Š" where the encodings of Western Europe, which are the ones that are guessed, have "©"
  const bytes = Buffer.from(text.replace('Š', '\u00a9'), 'latin1')
  const cwd = folderWith({ 'a.txt': bytes })
  expect(xev(cwd, ['extract', 'a.txt', '--encoding', 'iso-8859-2'])).toMatchObject({ code: 0, stderr: '' })
  expect(xev(cwd, ['check']).code).toBe(0)
  const [claim] = jsonLines(xev(cwd, ['facts']).stdout) as { id: string; evidence: { quote: string }[] }[]
  expect(claim?.evidence[0]?.quote).toContain('Škoda Auto')
  const { stdout, stderr } = xev(cwd, ['show', claim?.id ?? ''])
  expect(stdout).toContain('Škoda Auto a livré')
  expect(stderr).toBe('')
  expect(xev(cwd, ['facts', '--format', 'json']).stdout).toContain('"encoding": "iso-8859-2"')
})
