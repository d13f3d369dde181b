/** Told what a reading costs, where somebody asks. Times are those of its own clock, in milliseconds. */
export interface Profile {
  now(): number
  /** A stage of the reading took so long. */
  stage(name: Stage, ms: number): void
  /** Matching a rule in a sentence took so long. */
  tried(rule: string, ms: number): void
  /** Filling the slots of a match of a rule took so long. */
  filled(rule: string, ms: number, claims: number): void
}

export type Stage = 'text' | 'numbers and dates' | 'names' | 'claims' | 'facts'

/** Does the work and, where there is a profile, tells it how long that took. */
export function timed<T>(profile: Profile | undefined, stage: Stage, work: () => T): T {
  if (profile === undefined) return work()
  const from = profile.now()
  const done = work()
  profile.stage(stage, profile.now() - from)
  return done
}
