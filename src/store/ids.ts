import { UserError } from '../problems.js'
import { type ClaimPlace, claimAt } from './index-rows.js'
import { nearest } from './nearest.js'
import type { OpenStore } from './open.js'

/** Ids are named in messages up to so many. */
const MAX_NAMED = 8
/** The keys of a claim begin with its id. */
const BEFORE_ID = '"id":"'

/**
 * The claim that an id, or the beginning of one that only one claim has, means.
 *
 * @throws UserError where none or several do
 */
export function claimNamed(store: OpenStore, id: string): ClaimPlace {
  const whole = placesOf(store, `${beginning(id)}"`)
  const places = whole.length > 0 || id === '' ? whole : placesOf(store, beginning(id))
  const [place, another] = places
  if (place === undefined) {
    const near = nearest(id, idsOf(store, allPlaces(store)))
    throw new UserError(`no claim "${id}" in the store`, {
      hint: near === null ? 'xev facts --columns id,claim lists them' : `the nearest is ${near}`,
    })
  }
  if (another === undefined) return place
  if (whole.length > 1) {
    const paths = whole.map(({ file }) => store.pathOf(file)).join(' and ')
    throw new UserError(`"${id}" is a claim in ${paths}`, { hint: 'give one of them another id' })
  }
  const ids = idsOf(store, places.slice(0, MAX_NAMED)).join(', ')
  const more = places.length > MAX_NAMED ? ` and ${places.length - MAX_NAMED} more` : ''
  throw new UserError(`"${id}" may be ${ids}${more}`, { hint: 'write more of it' })
}

function beginning(id: string): string {
  return BEFORE_ID + JSON.stringify(id).slice(1, -1)
}

/** The claims whose JSON begins like this. */
function placesOf(store: OpenStore, start: string): ClaimPlace[] {
  const { lines, heads } = store.rows
  const { bytes, starts } = lines
  const wanted = Buffer.from(start)
  return allPlaces(store).filter(({ file, row }) => {
    const from = (starts[row] as number) + (heads[file] as number)
    return (
      bytes.compare(wanted, 0, wanted.length, from, Math.min(from + wanted.length, starts[row + 1] as number)) === 0
    )
  })
}

function allPlaces({ rows, order }: OpenStore): ClaimPlace[] {
  return order.flatMap((file) => {
    const first = rows.first[file] as number
    return Array.from({ length: (rows.first[file + 1] as number) - first }, (_, i) => ({ file, row: first + i }))
  })
}

function idsOf({ rows }: OpenStore, places: readonly ClaimPlace[]): string[] {
  return places.map((place) => claimAt(rows, place).id)
}
