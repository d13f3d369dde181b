import { dateAt, isCalendarDate, toEdtf } from './dates.js'
import { tokenize } from './tokens.js'

const LANGUAGE_NAMES = new Map([
  ['french', 'fr'],
  ['français', 'fr'],
  ['english', 'en'],
  ['anglais', 'en'],
])

/**
 * A date as front matter, the metadata of pages, feeds and letters write it: ISO 8601 with or without a time, a year, or
 * words (RFC 5322 among them). EDTF, of the day as written, in whatever zone; null where it is no date.
 */
export function declaredDate(value: string): string | null {
  const iso = /^([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:$|[T\s])/.exec(value)
  if (iso !== null) {
    const [year, month, day] = [iso[1], iso[2], iso[3]].map((part) => (part === undefined ? null : Number(part)))
    return isCalendarDate(year!, month ?? null, day ?? null) ? toEdtf(year!, month ?? null, day ?? null) : null
  }
  const tokens = tokenize(value, 0, Math.min(value.length, 200))
  for (let i = 0; i < tokens.length; i++) {
    const date = dateAt(tokens, i, true)
    if (date !== null && date.year !== null) return toEdtf(date.year, date.month, date.day)
  }
  return null
}

/** BCP 47 as declared, without its region: `fr` of "fr", "fr-FR", "fr_CA" and "French". */
export function declaredLanguage(value: string): string | null {
  const name = value.trim().toLowerCase()
  return LANGUAGE_NAMES.get(name) ?? /^[a-z]{2,3}(?=$|[-_])/.exec(name)?.[0] ?? null
}
