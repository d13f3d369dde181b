import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const subjectsOf = (text: string): (string | null)[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en' }).facts.claims.map((c) => c.subject)

describe('whose an English figure is', () => {
  it('a whole market has no subject', () => {
    expect(subjectsOf('Renault is waiting. Sales of scooters in Spain fell by 8% in 2024.')).toEqual([null])
    expect(subjectsOf('Renault is waiting. Spanish scooter sales fell by 8% in 2024.')).toEqual([null])
    expect(subjectsOf('Renault is waiting. Its sales in Spain fell by 8% in 2024.')).toEqual(['Renault'])
    expect(subjectsOf('Renault is waiting. Sales in Spain fell by 8% in 2024.')).toEqual(['Renault'])
  })
  it('a new paragraph goes back from a firm named in passing to what the text is about', () => {
    const about = 'Danone wants to grow.\n\nDanone is based in Paris. Danone makes yoghurt.'
    expect(subjectsOf(`${about} Volvo is older.\n\nThe company employs 90,000 people.`)).toEqual(['Danone'])
  })
  it('a pronoun of a clause that hangs on a name is not that name', () =>
    expect(subjectsOf('Danone also took over Alpro, for which it paid $600m.')).toContain('Danone'))
  it('a possessor is passed over for the name that it owns', () =>
    expect(subjectsOf("Cadbury was bought by Danone's snacks arm Alpro in 2019.")).toContain('Alpro'))
  it('who gives the money is not who raises it', () =>
    expect(subjectsOf('Klarna secured 300m euros in funding from Siemens.')).toEqual(['Klarna']))
  it('whom others expect to do something does it', () =>
    expect(subjectsOf('Analysts at Barclays expect Klarna to report a profit of 300m euros.')).toEqual(['Klarna']))
})
