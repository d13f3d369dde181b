import type { Mention } from '../types.js'
import { dateText, durationText, rateText, valueText } from './words.js'

/** What a mention means, for people: `mid-2025`, `> 139,000 vehicles`, `Hyperion Leasing`. */
export function meaningText(mention: Mention): string {
  switch (mention.type) {
    case 'date':
      return mention.edtf === null ? 'not resolved' : dateText(mention.edtf)
    case 'duration':
      return durationText(mention.iso)
    case 'rate':
      return rateText(mention.per)
    case 'org':
    case 'product':
    case 'place':
    case 'person':
    case 'demonym':
      return mention.name
    default:
      return valueText(mention.value)
  }
}
