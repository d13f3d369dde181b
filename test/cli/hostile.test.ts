import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claim, factFile } from '../store/facts.js'
import { ARTICLE, folderWith, jsonLines, storeOf, xev } from './run.js'

const sources = (stdout: string) => [...new Set(jsonLines(stdout).map(({ source }) => source))]

describe('folders', () => {
  test('.xevignore, loops of links, pipes, saved parts of pages, odd names', () => {
    const cwd = folderWith({
      'in/.xevignore': 'drafts/\n*.tmp.txt\n!keep.tmp.txt\n',
      'in/a.txt': ARTICLE,
      'in/drafts/b.txt': ARTICLE,
      'in/c.tmp.txt': ARTICLE,
      'in/keep.tmp.txt': ARTICLE,
      'in/deep/.xevignore': '/*.md\n',
      'in/deep/d.md': ARTICLE,
      'in/page.html': `<p>${ARTICLE}`,
      'in/page_files/ad.html': '<p>Nordlys a livré 3 voitures en 2024.',
      'in/-x.txt': ARTICLE,
      'in/line\nbreak.txt': ARTICLE,
    })
    symlinkSync('..', join(cwd, 'in/deep/up'))
    symlinkSync('nowhere', join(cwd, 'in/lost.txt'))
    execFileSync('mkfifo', [join(cwd, 'in/pipe.txt')])
    const raw = Buffer.concat([Buffer.from(join(cwd, 'in/caf')), Buffer.from([0xe9]), Buffer.from('.txt')])
    writeFileSync(raw, ARTICLE)
    const { code, stdout, stderr } = xev(cwd, ['scan', 'in'])
    expect(code).toBe(0)
    expect(sources(stdout)).toEqual([
      ...['in/-x.txt', 'in/a.txt', 'in/caf\\xE9.txt', 'in/keep.tmp.txt', 'in/line\nbreak.txt', 'in/page.html'],
    ])
    const told = stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' (hint')[0])
    expect(told.sort()).toEqual([
      'warning: in/deep/up: skipped: a link to a folder',
      'warning: in/lost.txt: skipped: a link that leads nowhere',
      'warning: in/pipe.txt: skipped: not a file but a pipe, socket or device',
    ])
    expect(xev(cwd, ['text', 'in/caf\\xE9.txt']).stdout).toBe(ARTICLE)
    expect(xev(join(cwd, 'in'), ['text', '--', '-x.txt']).stdout).toBe(ARTICLE)
    expect(xev(cwd, ['scan', '/dev/zero']).stderr).toContain('a device, not a file')
  })

  test('XML that is no feed is an error only where it is named', () => {
    const map = '<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>'
    const cwd = folderWith({ 'in/a.txt': ARTICLE, 'in/sitemap.xml': map })
    for (const path of ['in', 'in/*.{txt,xml}']) {
      const { code, stdout, stderr } = xev(cwd, ['scan', path])
      expect(code).toBe(0)
      expect(sources(stdout)).toEqual(['in/a.txt'])
      expect(stderr).toMatch(
        /^warning: in\/sitemap\.xml: skipped: XML that is no feed: its root is "urlset" \(hint: .*\)\n$/,
      )
    }
    expect(xev(cwd, ['scan', 'in/sitemap.xml'])).toMatchObject({ code: 2, stdout: '' })
  })

  test('an article whose language is not clear says nothing, but not in silence', () => {
    const cwd = folderWith({
      'in/short.txt': 'Nordlys: 300 vans, +4%.\n',
      'in/german.txt':
        'Der Hersteller Nordlys hat im Jahr 2024 nicht mehr als 300 Wagen verkauft, und das ist auch gut so.\n',
      'in/good.txt': ARTICLE,
    })
    const warned = ['german', 'short'].map(
      (name) =>
        `warning: in/${name}.txt: nothing read: its language is not clear (hint: if it is French or English, say so: --lang fr)`,
    )
    for (const args of [
      ['scan', 'in'],
      ['scan', 'in', '--format', 'json'],
      ['scan', 'in', '--jobs', '2'],
      ['extract', 'in'],
      ['extract', 'in'],
    ]) {
      const { code, stderr } = xev(cwd, args)
      expect({ args, code, warned: stderr.trimEnd().split('\n') }).toEqual({ args, code: 0, warned })
    }
    expect(xev(cwd, ['scan', 'in', '--quiet']).stderr).toBe('')
    expect(xev(cwd, ['scan', 'in/short.txt', '--lang', 'en']).stderr).toBe('')
  })

  test('mojibake is named with its cure, which xev text applies', () => {
    const wrong = Buffer.from(Buffer.from(ARTICLE).toString('latin1'), 'utf8')
    const cwd = folderWith({ 'a.txt': wrong })
    const { code, stderr } = xev(cwd, ['scan', 'a.txt'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^warning: a\.txt:1: text that was read in a wrong encoding once: "Ã©" for "é"/)
    expect(stderr).toContain('xev text a.txt --fix-encoding')
    expect(xev(cwd, ['text', 'a.txt', '--fix-encoding'])).toEqual({ code: 0, stdout: ARTICLE, stderr: '' })
  })
})

describe('hostile text', () => {
  const product = (name: string) =>
    `Le constructeur Nordlys accélère\n\nPublié le 12 mars 2025\n\nNordlys a livré 5 000 voitures ${name} en 2024.\n`
  const names = [
    '\u001b[2J',
    '\u202e4202',
    '=HYPERLINK("x")',
    '<img src=x onerror=alert(1)>',
    '`|[a](javascript:x)',
    '~ no 0x1F',
  ]
  const cwd = folderWith(Object.fromEntries(names.map((name, i) => [`in/${i}.txt`, product(name)])))
  mkdirSync(join(cwd, 'other'))

  test('steers no terminal and runs in no browser', () => {
    expect(xev(cwd, ['extract', 'in']).code).toBe(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
    for (const format of ['table', 'markdown']) {
      const { code, stdout } = xev(cwd, ['facts', '--format', format, '--wide'])
      expect(code).toBe(0)
      expect(stdout).not.toMatch(steering)
      if (format === 'markdown') expect(stdout).not.toContain('<img')
    }
  })

  // what spreadsheets begin a formula with (OWASP, "CSV injection"), in their full-width forms too
  test.each(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])('runs in no spreadsheet: %j', (sign) => {
    const attack = `${sign}HYPERLINK("x")`
    const facts = factFile([claim('v-1', 10, { subject: attack, product: attack })], { source: attack })
    const folder = folderWith(storeOf(facts))
    const { stdout } = xev(folder, ['facts', '--format', 'csv', '--columns', 'subject,product,source,figure'])
    const cell = `"'${attack.replaceAll('"', '""')}"`
    expect(stdout).toBe(`subject,product,source,figure\r\n${cell},${cell},${cell},4000\r\n`)
  })

  test('is stored as the text that it is', () => {
    for (const name of ['no', '2025-02', '1e3', '0x1F', '~', '__proto__']) {
      const title = `${name}\n\nLe constructeur Nordlys a livré 5 000 voitures en 2024.\n`
      const folder = folderWith({ 'a.md': `---\ntitle: "${name}"\n---\n${title}` })
      expect(xev(folder, ['extract', 'a.md']).code).toBe(0)
      const { documents } = JSON.parse(xev(folder, ['facts', '--format', 'json']).stdout)
      expect(documents[0].title).toBe(name)
      expect(documents[0].claims.length).toBeGreaterThan(0)
    }
  })
})

describe('long text', () => {
  const sentence = 'Le constructeur Nordlys a livré 139 000 voitures en 2024, un record pour la marque. '
  const words = 'la marque reste sur le marché et les voitures roulent dans la ville '
  const cwd = folderWith({
    'line.txt': `${sentence}${'Le ciel est resté gris toute la semaine. '.repeat(250_000)}`,
    'endless.txt': `${sentence}${words.repeat(15_000)}`,
    'solid.txt': `${sentence}${'a1'.repeat(500_000)}`,
    'good.txt': ARTICLE,
  })

  test.each(['line.txt', 'endless.txt', 'solid.txt'])(
    '%s: a line of megabytes, a sentence or word without end',
    (name) => {
      const { code, stdout, stderr } = xev(cwd, [
        'scan',
        name,
        'good.txt',
        '--jobs',
        '1',
        '--time-limit',
        '300',
        '--lang',
        'fr',
      ])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(sources(stdout)).toEqual([name, 'good.txt'])
      const [{ evidence }] = jsonLines(stdout) as [{ evidence: [{ quote: string }] }]
      expect(evidence[0].quote.length).toBeLessThan(200)
    },
    300_000,
  )
})

interface Placed {
  source: string
  start: number
  end: number
  text: string
}

test('characters that nobody sees cut neither numbers nor names in two', () => {
  const signs = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u202d', '\u2066', '\u200e']
  const files = Object.fromEntries(
    signs.map((sign, i) => [
      `${i}.txt`,
      `Nordlys accélère\n\nPublié le 12 mars 2025\n\n🚗 Le constructeur Nord${sign}lys a livré 139${sign}000 voi${sign}tures en 20${sign}24.\n`,
    ]),
  )
  const cwd = folderWith(files)
  /** What stands in a file, at offsets counted in code points. */
  const sliceOf = (source: string, { start, end }: { start: number; end: number }) =>
    Array.from(files[source] as string)
      .slice(start, end)
      .join('')

  const claims = jsonLines(xev(cwd, ['scan', '.']).stdout) as {
    source: string
    evidence: (Placed & { quote: string })[]
  }[]
  const delivered = {
    subject: 'Nordlys',
    measure: 'deliveries',
    value: { figure: 139_000, unit: 'vehicles' },
    date: '2024',
  }
  expect(claims).toMatchObject(signs.map((_, i) => ({ source: `${i}.txt`, ...delivered })))
  for (const [i, { source, evidence }] of claims.entries()) {
    expect(evidence[0]?.quote).toContain(`139${signs[i]}000`)
    for (const span of evidence) expect(sliceOf(source, span)).toBe(span.quote)
  }
  expect(xev(cwd, ['extract', '.']).code).toBe(0)
  expect(xev(cwd, ['check']).code).toBe(0)

  const mentions = jsonLines(xev(cwd, ['mentions', '.', '--format', 'ndjson']).stdout) as unknown as Placed[]
  for (const [i, sign] of signs.entries()) {
    const here = mentions.filter(({ source }) => source === `${i}.txt`)
    expect(here.map(({ text }) => text)).toContain(`139${sign}000 voi${sign}tures`)
    for (const mention of here) expect(sliceOf(mention.source, mention)).toBe(mention.text)
  }

  const { sentences } = JSON.parse(xev(cwd, ['explain', '3.txt:5', '--format', 'json']).stdout)
  const [{ mentions: seen, claims: made, ...sentence }] = sentences
  const spans: Placed[] = [sentence, ...seen, ...made.flatMap(({ evidence }: { evidence: Placed[] }) => evidence)]
  for (const span of spans) expect(sliceOf('3.txt', span)).toBe(span.text)
  expect(seen.map(({ text }: Placed) => text)).toContain('Nord\u200dlys')
})
