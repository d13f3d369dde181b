import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UPPER_HALF } from '../../src/text/encodings.js'
import { cured, findMojibake } from '../../src/text/mojibake.js'

const misread = (text: string, encoding: 'windows-1252' | 'macintosh') =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : UPPER_HALF[encoding][byte - 0x80],
  ).join('')

describe('mojibake', () => {
  it.each([
    ['windows-1252', 'Ã©'],
    ['macintosh', '√©'],
  ] as const)('is found and cured where UTF-8 was read as %s', (encoding, seen) => {
    const text = 'L’été à Évreux : « 40 000 € »'
    const wrong = misread(text, encoding)
    expect(wrong).toContain(seen)
    expect(findMojibake(wrong).length).toBeGreaterThan(5)
    expect(cured(wrong)).toBe(text)
    expect(cured(misread(wrong, encoding))).toBe(text)
  })

  it.each([
    'L’été à Évreux, 40 °C',
    'ÂGE D’OR',
    'São Paulo, 12 £',
    'Il fait 20 Â° ici',
    'Prix : √2',
    '價格',
    'jusqu’à l’âge',
    'l’œuvre, l’été',
  ])('is not seen in %j', (text) => {
    expect(findMojibake(text)).toEqual([])
  })

  it('cures whatever letters were misread', () => {
    const letters = fc.array(fc.constantFrom(...'abc éèêàçùïôœæÉÀÇ’“”–€'), { minLength: 1 }).map((all) => all.join(''))
    fc.assert(
      fc.property(letters, (text) => {
        expect(cured(misread(`é${text}`, 'windows-1252'))).toBe(`é${text}`)
      }),
    )
  })
})
