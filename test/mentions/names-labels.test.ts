import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const subjects = (text: string): (string | null)[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr' }).facts.claims.map((c) => c.subject)

describe('the labels of a list of firms', () => {
  it('name firms where nobody knows them', () => {
    const list = '1. Toyota : 8 900 ventes\n2. Vorel Prim : 8 100 ventes\n3. Dacia : 6 400 ventes\n'
    expect(subjects(`Le marché en mai\n\n${list}`)).toEqual(['Toyota', 'Vorel Prim', 'Dacia'])
  })

  it('do not where they tell the whole, or where few are firms', () => {
    const list = '1. Toyota : 8 900 ventes\n2. Dacia : 8 100 ventes\n3. Total : 60 400 ventes\n'
    expect(subjects(`Le marché en mai\n\n${list}`)).not.toContain('Total')
    expect(subjects('Renault en mai\n\n- Ventes : 8 900\n- Commandes : 300\n- Effectif : 40 000\n')).toEqual([
      'Renault',
      'Renault',
      'Renault',
    ])
  })
})
