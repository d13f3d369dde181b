import type { Profile, Stage } from '../claims/profile.js'
import type { Frame } from '../views/table.js'

const DEAREST = 10

interface RuleCost {
  id: string
  ms: number
  sentences: number
  claims: number
}

/** Gathers what a reading costs, by the clock of this process. */
export function openProfile(): { profile: Profile; lines: (frame: Frame) => Promise<string[]> } {
  const stages = new Map<Stage, number>()
  const rules = new Map<string, RuleCost>()
  function add(id: string, ms: number, sentences: number, claims: number): void {
    const cost = rules.get(id) ?? { id, ms: 0, sentences: 0, claims: 0 }
    rules.set(id, cost)
    cost.ms += ms
    cost.sentences += sentences
    cost.claims += claims
  }
  return {
    profile: {
      now: () => performance.now(),
      stage: (name, ms) => stages.set(name, (stages.get(name) ?? 0) + ms),
      tried: (id, ms) => add(id, ms, 1, 0),
      filled: (id, ms, claims) => add(id, ms, 0, claims),
    },
    async lines({ width }) {
      const { renderTable } = await import('../views/table.js')
      const { PLAIN } = await import('../views/style.js')
      const frame = { width, style: PLAIN }
      const whole = [...stages.values()].reduce((sum, ms) => sum + ms, 0)
      const dearest = [...rules.values()].sort((a, b) => b.ms - a.ms).slice(0, DEAREST)
      const byStage = renderTable(
        [{ title: 'STAGE' }, { title: 'MS', align: 'right' }, { title: 'SHARE', align: 'right' }],
        [...stages].map(([name, ms]) => [name, ms.toFixed(1), `${Math.round((100 * ms) / (whole || 1))}%`]),
        frame,
      )
      const byRule = renderTable(
        [{ title: 'DEAREST RULE', min: 20 }, { title: 'MS', align: 'right' }, { title: 'SENTENCES', align: 'right' }, { title: 'CLAIMS', align: 'right' }],
        dearest.map(({ id, ms, sentences, claims }) => [id, ms.toFixed(2), String(sentences), String(claims)]),
        frame,
      ) // biome-ignore format: two tables
      return `${byStage}${rules.size === 0 ? '' : `\n${byRule}`}`.trimEnd().split('\n')
    },
  }
}
