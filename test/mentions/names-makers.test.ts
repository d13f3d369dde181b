import { describe, expect, it } from 'vitest'
import { builtin } from '../../src/builtin.js'
import { mentionsOf } from '../../src/scan.js'
import { readDocument } from '../../src/text/read.js'
import type { Language } from '../../src/types.js'

function makers(text: string, language: Language): string[] {
  const doc = readDocument(new TextEncoder().encode(text), { source: 'a.txt', language })
  return mentionsOf(doc, builtin.lexicon)
    .flat()
    .flatMap((m) => (m.type === 'product' ? [`${m.name}: ${m.maker ?? '-'}`] : []))
}

describe('whose a product is', () => {
  it('stands beside its name, for all its mentions', () => {
    expect(makers("Lego's new Meridian Falcon costs £90. The Meridian Falcon is dear.", 'en')).toEqual([
      'Meridian Falcon: Lego',
      'Meridian Falcon: Lego',
    ])
    expect(makers('La montre Aubance de Danone coûte 90 euros. Renault vend la montre Aubance.', 'fr')).toEqual([
      'Aubance: Danone',
      'Aubance: Danone',
    ])
  })

  it("is nobody's where two firms stand beside it", () => {
    expect(makers("Lego's Meridian Falcon toy beats Ikea's Meridian Falcon toy.", 'en')).toEqual([
      'Meridian Falcon: -',
      'Meridian Falcon: -',
    ])
  })

  it('is told in one name with a single digit', () => {
    expect(makers('The Mazda 6 costs £30,000. Mazda sold 6 lorries.', 'en')).toEqual(['Mazda 6: Mazda'])
  })
})
