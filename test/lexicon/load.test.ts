import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reviveLexicon } from '../../src/lexicon/lexicon.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { UserError } from '../../src/problems.js'

const LISTS = fileURLToPath(new URL('../../src/lexicon', import.meta.url))

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'xev-lexicon-'))
  cpSync(LISTS, dir, { recursive: true, filter: (source) => !source.endsWith('.ts') })
})
afterEach(() => rmSync(dir, { recursive: true }))

/** Replaces a list of the copy and reads all. */
function withList(file: string, ...lines: string[]) {
  writeFileSync(join(dir, file), `${lines.join('\n')}\n`)
  return loadLexicon(dir)
}

/** Adds a line to a list of the copy and reads all. */
function withLine(file: string, line: string) {
  const content = readFileSync(join(dir, file), 'utf8')
  writeFileSync(join(dir, file), `${content}${line}\n`)
  return { line: content.split('\n').length, load: () => loadLexicon(dir) }
}

function problemOf(run: () => unknown) {
  try {
    run()
  } catch (error) {
    if (error instanceof UserError) return error.problem
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('the format of a list', () => {
  const header = 'name | maker | unit | aliases'

  test('columns in any order, comments, empty lines, Windows line ends, cells left out', () => {
    const serial = withList(
      'products.txt',
      '# a comment\r',
      '\r',
      'maker|name | aliases|unit\r',
      'Nokia | Brick | Old Brick; N-Brick\r',
      'Nokia | Stone',
    )
    expect(serial.products).toEqual([
      { name: 'Brick', maker: 'Nokia' },
      { name: 'Stone', maker: 'Nokia' },
    ])
    expect(serial.productKeys).toEqual({
      keys: 'brick\nold brick\nn-brick\nstone',
      entries: [0, 0, 0, 1],
      marks: '0000',
    })
  })

  test('letters in brackets may be absent', () => {
    const serial = withList('fr/units.txt', 'unit | goods | forms', 'depot | | dépôt(s) de pain(s)')
    expect(serial.unitKeys.fr.keys.split('\n').sort()).toEqual([
      'dépôt de pain',
      'dépôt de pains',
      'dépôts de pain',
      'dépôts de pains',
    ])
  })

  test.each([
    ['an unknown column', [`${header} | colour`], 1, /unknown column "colour"/],
    ['a missing column', ['name | maker | unit'], 1, /missing column "aliases"/],
    ['more cells than columns', [header, 'Brick | Nokia | | | blue'], 2, /5 cells for 4 columns/],
    ['an empty form', [header, '# x', 'Brick | Nokia | | Old Brick;'], 3, /empty form/],
    ['an entry without a name', [header, ' | Nokia'], 2, /empty form/],
    ['an unknown maker', [header, 'Brick | Nokya'], 2, /"Nokya" is no organisation/],
    ['an unknown unit', [header, 'Brick | Nokia | bricks'], 2, /"bricks" is no unit/],
    [
      'a form with two meanings',
      [header, 'Brick | Nokia', 'Stone | Nokia | | BRICK'],
      3,
      /"BRICK" has another meaning in .*products\.txt:2/,
    ],
  ])('names file and line of %s', (_, lines, line, message) => {
    const problem = problemOf(() => withList('products.txt', ...lines))
    expect(problem).toMatchObject({ severity: 'error', source: join(dir, 'products.txt'), line })
    expect(problem.message).toMatch(message)
  })

  test.each([
    ['countries.txt', 'UK | | | Blighty', /"UK" is no ISO 3166-1 code/],
    ['countries.txt', 'FR | | | Gaul', /FR is listed twice/],
    ['regions.txt', 'Bordurie | 15', /"15" is no UN M49 code/],
    ['regions.txt', 'Africa | 002', /"Africa" is listed twice/],
    ['cities.txt', 'Szohôd', /needs its country/],
    ['cities.txt', 'Szohôd | BD | Paris', /"Paris" has another meaning/],
    ['cities.txt', 'Szohôd | XX', /"XX" is no ISO 3166-1 code/],
    ['demonyms.txt', 'Borduria | bordure(s) | Bordurian', /"Borduria" is no place/],
    ['companies.txt', 'Acme | anvils | US', /"anvils" is no known industry/],
    ['companies.txt', 'Acme | toys | US | VW', /"VW" has another meaning/],
    ['en/units.txt', 'anvil | no | anvil(s)', /"goods" is "yes" or empty/],
    ['en/units.txt', 'an_vil | | anvil(s)', /"an_vil" is no unit/],
  ])('%s: "%s" is refused', (file, added, message) => {
    const { line, load } = withLine(file, added)
    const problem = problemOf(load)
    expect(problem.source).toBe(join(dir, file))
    expect(problem.line).toBe(line)
    expect(problem.message).toMatch(message)
  })

  test('what is written by hand goes before what CLDR says', () => {
    const { load } = withLine('cities.txt', 'Zubrowka | AT | Andorre-la-Vieille | Andorra la Vella')
    expect(reviveLexicon(load()).fr.places.get('andorre-la-vieille')).toMatchObject({ name: 'Zubrowka' })
    expect(reviveLexicon(loadLexicon(LISTS)).en.places.get('congo')?.code).toBe('CG')
  })
})

describe('the marks of a form', () => {
  const serial = () =>
    withList(
      'companies.txt',
      'name | industry | country | aliases',
      'Bureau des mesures | research | FR | BDM; Bdmx; BDMX; Mesure?',
      'élan vert | food',
      'Saint-Élan | food',
    )

  test('follow from how the list writes it', () => {
    writeFileSync(join(dir, 'products.txt'), 'name | maker | unit | aliases\n')
    const { orgs } = reviveLexicon(serial())
    const entry = { name: 'Bureau des mesures', industry: 'research', country: 'France' }
    expect(orgs.get('bureau des mesures')).toEqual({ ...entry, lowerEnd: true })
    expect(orgs.get('bdm')).toEqual({ ...entry, upper: true })
    expect(orgs.get('bdmx')).toEqual(entry)
    expect(orgs.get('mesure')).toEqual({ ...entry, ambiguous: true })
    expect(orgs.get('élan vert')).toEqual({ name: 'élan vert', industry: 'food', lower: true, lowerEnd: true })
  })

  test('stay on the forms made without accents and hyphens', () => {
    writeFileSync(join(dir, 'products.txt'), 'name | maker | unit | aliases\n')
    const { orgs } = reviveLexicon(serial())
    expect(orgs.get('elan vert')).toEqual(orgs.get('élan vert'))
    expect(orgs.get('saint-elan')).toEqual({ name: 'Saint-Élan', industry: 'food' })
    expect(orgs.get('saint élan')).toEqual({ name: 'Saint-Élan', industry: 'food' })
    expect(orgs.get('saint elan')).toEqual({ name: 'Saint-Élan', industry: 'food' })
  })
})
