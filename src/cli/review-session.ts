import { UserError } from '../problems.js'
import type { Verdict } from '../store/review.js'
import type { FactClaim, FactFile } from '../types.js'
import type { Card, Screen } from '../views/review.js'
import type { Press } from './screen.js'

/** A claim to be reviewed, as it stands in its fact file. */
export interface Item {
  /** The fact file. */
  path: string
  file: Pick<FactFile, 'source' | 'title' | 'published' | 'sha256'>
  claim: FactClaim
}

/** How a session reaches the world. */
export interface Desk {
  /** Writes a verdict down. @throws UserError where that cannot be done */
  save(item: Item, verdict: Verdict): Promise<void>
  /** The quotes of a claim within their sentences. */
  quotes(item: Item): Promise<Pick<Card, 'quotes' | 'remark'>>
}

export interface Session {
  screen(): Screen
  /** Does what a key asks for; false where that is to end the session. */
  press(key: Press): Promise<boolean>
  /** How many claims were decided on so far, in words. */
  tally(): string
}

/** A review of claims, one at a time and each saved at once. `items` are not changed. */
export async function openReview(items: readonly Item[], desk: Desk): Promise<Session> {
  const claims = items.map(({ claim }) => ({ ...claim }))
  const done: { place: number; before: Verdict }[] = []
  let place = 0
  let card: Card | null = null
  let message: Screen['message'] = null
  let note: string | null = null
  let help = false

  const show = async (next: number) => {
    place = Math.min(Math.max(next, 0), items.length)
    const item = items[place]
    card = item === undefined ? null : { ...item.file, claim: claims[place] as FactClaim, ...(await desk.quotes(item)) }
  }
  /** False where it could not be saved; then nothing is changed. */
  const save = async (at: number, verdict: Verdict): Promise<boolean> => {
    try {
      await desk.save(items[at] as Item, verdict)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { source, message: what, hint } = error.problem
      const text = ['not saved:', source, what, hint === undefined ? '' : `(${hint})`].filter(Boolean).join(' ')
      message = { text, isError: true }
      return false
    }
    const claim: Verdict = claims[at] as FactClaim
    for (const key of ['review', 'note'] as const) if (verdict[key] === null) delete claim[key]
    Object.assign(claim, Object.fromEntries(Object.entries(verdict).filter(([, value]) => value !== null)))
    return true
  }
  const decide = async (verdict: Verdict, what: string) => {
    const claim = claims[place]
    if (claim === undefined) return
    const before = 'note' in verdict ? { note: claim.note ?? null } : { review: claim.review ?? null }
    if (!(await save(place, verdict))) return
    done.push({ place, before })
    message = { text: `${what}: ${claim.id}`, isError: false }
    await show('note' in verdict ? place : place + 1)
  }
  const undo = async () => {
    const last = done.at(-1)
    if (last === undefined) message = { text: 'there is nothing to take back', isError: true }
    else if (await save(last.place, last.before)) {
      done.pop()
      message = { text: `taken back: ${items[last.place]?.claim.id}`, isError: false }
      await show(last.place)
    }
  }
  await show(0)
  return {
    screen: () => ({ place: place + 1, total: items.length, tally: tallyOf(items, claims), card, message, note, help }),
    tally: () => tallyOf(items, claims),
    async press({ typed, name, ctrl }) {
      if (ctrl && (name === 'c' || name === 'd')) return false
      if (note !== null) {
        if (name === 'return' || name === 'enter') {
          const text = note.trim()
          note = null
          await decide({ note: text === '' ? null : text }, 'noted')
        } else note = name === 'escape' ? null : editedNote(note, { typed, name, ctrl })
        return true
      }
      const wasHelp = help
      message = null
      help = false
      switch (name ?? typed) {
        case 'q':
          return false
        case 'escape':
          return wasHelp
        case 'return':
        case 'enter':
          return card !== null
        case 'a':
          await decide({ review: 'accepted' }, 'accepted')
          break
        case 'r':
          await decide({ review: 'rejected' }, 'rejected')
          break
        case 'n':
          note = card === null ? null : (card.claim.note ?? '')
          break
        case 'u':
          await undo()
          break
        case 's':
        case 'space':
        case 'right':
        case 'down':
          await show(place + 1)
          break
        case 'b':
        case 'left':
        case 'up':
          await show(place - 1)
          break
        default:
          if (typed === '?' || typed === 'h') help = !wasHelp
      }
      return true
    },
  }
}

/** A note with one more key typed. */
function editedNote(note: string, { typed, name, ctrl }: Press): string {
  if (name === 'backspace') {
    const characters = Array.from(new Intl.Segmenter().segment(note), ({ segment }) => segment)
    return characters.slice(0, -1).join('')
  }
  if (ctrl && name === 'u') return ''
  return typed === undefined || /\p{C}/u.test(typed) ? note : note + typed
}

function tallyOf(items: readonly Item[], claims: readonly FactClaim[]): string {
  const count = (meets: (now: FactClaim, before: FactClaim) => boolean) =>
    items.filter((item, i) => meets(claims[i] as FactClaim, item.claim)).length
  const counts: [number, string][] = [
    [count((now, before) => now.review === 'accepted' && before.review !== 'accepted'), 'accepted'],
    [count((now, before) => now.review === 'rejected' && before.review !== 'rejected'), 'rejected'],
    [count((now, before) => now.note !== before.note), 'noted'],
  ]
  const told = counts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  return told.length === 0 ? 'nothing decided yet' : told.join(', ')
}
