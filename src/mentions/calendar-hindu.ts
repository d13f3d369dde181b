import { type Day, dayNumber } from '../calendar.js'

/**
 * The Hindu lunisolar calendar, reckoned from the places of sun and moon (Meeus, Astronomical Algorithms, chs. 25 and 47,
 * main terms: good to some minutes). A tithi is a thirtieth of the moon's way round the sun; a month begins with the new
 * moon and is named after the sidereal sign that the sun enters in it (amanta reckoning, as in south and west India).
 * Feasts fall on the day on which their tithi holds at a certain hour. Times are of the meridian of Ujjain.
 */

const RADIANS = Math.PI / 180
const sin = (degrees: number) => Math.sin(degrees * RADIANS)
const turn = (degrees: number) => ((degrees % 360) + 360) % 360

/** Days from 1970-01-01 to 2000-01-01 12:00. */
const J2000 = 10957.5
/** Of Ujjain's local time ahead of Greenwich, in days. */
const UJJAIN = 75.77 / 360
const SYNODIC_MONTH = 29.530588

/** Ecliptic longitude of the sun in degrees; `t` in days since 1970-01-01, Greenwich. */
function sunLongitude(t: number): number {
  const c = (t - J2000) / 36525
  const m = 357.52911 + 35999.05029 * c
  return turn(280.46646 + 36000.76983 * c + 1.914602 * sin(m) + 0.019993 * sin(2 * m) + 0.000289 * sin(3 * m))
}

/** Multiples of the moon's elongation, the sun's and the moon's anomaly and the moon's distance from its node; degrees. */
const MOON_TERMS: [d: number, m: number, n: number, f: number, degrees: number][] = [
  [0, 0, 1, 0, 6.288774],
  [2, 0, -1, 0, 1.274027],
  [2, 0, 0, 0, 0.658314],
  [0, 0, 2, 0, 0.213618],
  [0, 1, 0, 0, -0.185116],
  [0, 0, 0, 2, -0.114332],
  [2, 0, -2, 0, 0.058793],
  [2, -1, -1, 0, 0.057066],
  [2, 0, 1, 0, 0.053322],
  [2, -1, 0, 0, 0.045758],
  [0, 1, -1, 0, -0.040923],
  [1, 0, 0, 0, -0.03472],
  [0, 1, 1, 0, -0.030383],
  [2, 0, 0, -2, 0.015327],
  [0, 0, 1, 2, -0.012528],
  [0, 0, 1, -2, 0.01098],
  [4, 0, -1, 0, 0.010675],
  [0, 0, 3, 0, 0.010034],
]

function moonLongitude(t: number): number {
  const c = (t - J2000) / 36525
  const d = 297.8501921 + 445267.1114034 * c
  const m = 357.52911 + 35999.05029 * c
  const n = 134.9633964 + 477198.8675055 * c
  const f = 93.272095 + 483202.0175233 * c
  let longitude = 218.3164477 + 481267.88123421 * c
  for (const [a, b, p, q, degrees] of MOON_TERMS) longitude += degrees * sin(a * d + b * m + p * n + q * f)
  return turn(longitude)
}

/** How far the sidereal zodiac lies behind the equinox (Lahiri). */
const ayanamsa = (t: number) => 23.853 + ((t - J2000) / 36525) * 1.3969

const siderealSun = (t: number) => turn(sunLongitude(t) - ayanamsa(t))
const elongation = (t: number) => turn(moonLongitude(t) - sunLongitude(t))

/** The new moon nearest to `t`, within minutes. */
function newMoonNear(t: number): number {
  let at = t
  for (let k = 0; k < 4; k++) {
    const off = elongation(at)
    at -= ((off > 180 ? off - 360 : off) / 360) * SYNODIC_MONTH
  }
  return at
}

/** Sidereal sign of the sun at `t`, 0 for Aries. */
const signAt = (t: number) => Math.floor(siderealSun(t) / 30)

/** The month (0 Chaitra to 11 Phalguna) that holds `t`; null in a leap month, which has no feasts. */
function monthAt(t: number): number | null {
  const start = newMoonNear(t - (elongation(t) / 360) * SYNODIC_MONTH)
  const sign = signAt(start)
  if (sign === signAt(newMoonNear(start + SYNODIC_MONTH))) return null
  return (sign + 1) % 12
}

/** Names of the months, for the table of feasts. */
export const HINDU_MONTHS = {
  chaitra: 0,
  vaisakha: 1,
  jyeshtha: 2,
  ashadha: 3,
  shravana: 4,
  bhadrapada: 5,
  ashvina: 6,
  kartika: 7,
  margashirsha: 8,
  pausha: 9,
  magha: 10,
  phalguna: 11,
} as const

/** Local hours that decide a feast's day. */
export const HINDU_HOURS = {
  sunrise: 6,
  noon: 11.5,
  afternoon: 14.5,
  sunset: 18.5,
  evening: 20.5,
  midnight: 24,
} as const

/**
 * The day of a Gregorian year on which a tithi (1 to 15 of the waxing, 16 to 30 of the waning moon) of a month holds at
 * an hour of local time; the first of two. Null where the year has none.
 */
export function hinduDay(year: number, month: number, tithi: number, hour: number): Day | null {
  const first = dayNumber(year, 1, 1)
  const last = dayNumber(year, 12, 31)
  let before = -1
  for (let day = first; day <= last; day++) {
    const t = day - UJJAIN + hour / 24
    const now = Math.floor(elongation(t) / 12) + 1
    // a tithi that begins and ends between two of these hours counts to the later day
    const skipped = before === tithi - 1 && now === tithi + 1
    if ((now === tithi || skipped) && before !== tithi && monthAt(skipped ? t - 0.5 : t) === month) return day
    before = now
  }
  return null
}

/** The day of a Gregorian year on which the sun enters a sidereal sign (0 Aries); after sunset it is the next one. */
export function solarFeast(year: number, sign: number): Day | null {
  const first = dayNumber(year, 1, 1)
  const last = dayNumber(year, 12, 31)
  for (let day = first; day <= last; day++) {
    const evening = day - UJJAIN + HINDU_HOURS.sunset / 24
    if (signAt(evening) === sign && signAt(evening - 1) !== sign) return day
  }
  return null
}
