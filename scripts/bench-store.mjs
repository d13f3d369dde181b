// A fact store as large as one likes, for the benchmark: written as xev writes, without the cost of doing so.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SUBJECTS = Array.from({ length: 400 }, (_, i) => `${['Nordlys', 'Aquila', 'Brévane', 'Kestrel'][i % 4]} ${i}`)
const PRODUCTS = Array.from({ length: 900 }, (_, i) => `${['N', 'Aria ', 'K-'][i % 3]}${i}`)
const MARKETS = [
  ['France', 'FR'],
  ['Norway', 'NO'],
  ['Germany', 'DE'],
  ['Europe', '150'],
]
const MEASURES = ['deliveries', 'sales', 'production', 'orders', 'exports']
const STATUSES = ['reported', 'reported', 'reported', 'planned', 'possible', 'denied']

/**
 * Writes `claims` claims in `files` fact files into a folder.
 *
 * @param {string} folder
 * @param {{claims: number, files: number}} size
 */
export function writeStore(folder, { claims, files }) {
  mkdirSync(folder, { recursive: true })
  for (let f = 0, n = 0; f < files; f++) {
    const source = `archive/article-${f}`
    const last = Math.round(((f + 1) * claims) / files)
    const lines = [
      `source: ${source}.txt`,
      `sha256: ${createHash('sha256').update(source).digest('hex')}`,
      `title: Les livraisons de ${pick(SUBJECTS, f)} à l’épreuve`,
      `language: ${f % 2 === 0 ? 'fr' : 'en'}`,
      `published: "${2019 + (f % 7)}-0${1 + (f % 9)}-1${f % 10}"`,
      last > n ? 'claims:' : 'claims: []',
    ]
    for (let place = 40; n < last; n++, place += 137) lines.push(...claimLines(n, f, place))
    writeFileSync(join(folder, `archive--article-${f}.yaml`), `${lines.join('\n')}\n`)
  }
}

function claimLines(n, f, place) {
  const figure = 1000 + ((n * 7919) % 900_000)
  const [market, code] = pick(MARKETS, n)
  const quote = `plus de ${figure} unités de la « ${pick(PRODUCTS, n)} » déjà livrées aux clients`
  const slots =
    n % 3 === 0
      ? [
          'kind: market',
          `market: ${market}`,
          `marketCode: ${/^(?:150|NO)$/.test(code) ? `"${code}"` : code}`,
          'stance: target',
        ]
      : ['kind: volume', `measure: ${pick(MEASURES, n)}`, `value: {figure: ${figure}, unit: vehicles, bound: over}`]
  return [
    `id: v-${n.toString(36).padStart(6, '0')}`,
    slots[0],
    `subject: ${pick(SUBJECTS, f + (n % 5))}`,
    `product: ${pick(PRODUCTS, n)}`,
    ...slots.slice(1),
    `date: ${n % 2 === 0 ? '"2024"' : '2025-03'}`,
    `status: ${pick(STATUSES, n)}`,
    'evidence:',
    `  - {line: ${3 + (place >> 7)}, start: ${place}, end: ${place + quote.length}, quote: ${quote}}`,
    `rule: fr/${n % 3 === 0 ? 'market' : 'volume'}/bench`,
  ].map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`))
}

function pick(list, i) {
  return list[i % list.length]
}
