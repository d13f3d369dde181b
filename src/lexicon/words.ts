import { UserError } from '../problems.js'
import type { Language, WordEntry, WordFeature } from '../types.js'

/**
 * Trigger words: `src/lexicon/<language>/words.txt`, one lemma a line.
 *
 *     lemma : model : other forms : classes
 *
 * `model` names a conjugation (`-` for a word that is no verb; in English the past and participle of an irregular verb may
 * follow it, in French the words that make an idiom of it: `voir-le-jour : voir le_jour`; `aux`: the other forms are finite verbs). Other forms are nouns and adjectives of the same root; a plural in -s (-x for -au, -al) is made by itself, a
 * phrase is written with `_` for its spaces, and `!form` takes back a form that is mostly another word. Classes are what rules and the settling of status ask for: `Sell`,
 * `measure=sales`, `OrgNoun`. `#` starts a comment. A lemma that begins with `s-` or `se-` is a reflexive verb; its pronoun is no part of its forms.
 */

type Form = [form: string, feature: WordFeature]

// Endings by model: what is left of the infinitive when the model's own ending is cut off, plus these. Persons: third
// singular and plural, first plural; that is what news uses. Source: Bescherelle's tables.
interface Endings {
  cut: number
  present: string[]
  imperfect: string[]
  past: string[]
  future: string[]
  participle: string[]
  gerund: string
  subjunctive: string[]
}

const regular = (
  cut: number,
  present: string[],
  stem: string,
  past: string[],
  future: string,
  participle: string,
  subjunctive: string[],
): Endings => ({
  cut,
  present: [...present, `${stem}ons`],
  imperfect: [`${stem}ait`, `${stem}aient`, `${stem}ions`],
  past,
  future: [future],
  participle: agree(participle),
  gerund: `${stem}ant`,
  subjunctive,
})

function agree(participle: string): string[] {
  const masculine = participle.replace(/û$/, 'u')
  return [participle, `${masculine}e`, participle.endsWith('s') ? participle : `${masculine}s`, `${masculine}es`]
}

const MODELS: Record<string, Endings> = {
  ir: regular(2, ['it', 'issent'], 'iss', ['it', 'irent'], 'ir', 'i', ['isse', 'issent']),
  re: regular(2, ['', 'ent'], '', ['it', 'irent'], 'r', 'u', ['e', 'ent']),
  tir: regular(3, ['t', 'tent'], 't', ['tit', 'tirent'], 'tir', 'ti', ['te', 'tent']),
  vir: regular(3, ['t', 'vent'], 'v', ['vit', 'virent'], 'vir', 'vi', ['ve', 'vent']),
  enir: regular(4, ['ient', 'iennent'], 'en', ['int', 'inrent'], 'iendr', 'enu', ['ienne', 'iennent']),
  quérir: regular(4, ['iert', 'ièrent'], 'ér', ['it', 'irent'], 'err', 'is', ['ière', 'ièrent']),
  rir: regular(3, ['re', 'rent'], 'r', ['rit', 'rirent'], 'rir', 'ert', ['re', 'rent']),
  courir: regular(2, ['t', 'ent'], '', ['ut', 'urent'], 'r', 'u', ['e', 'ent']),
  llir: regular(2, ['e', 'ent'], '', ['it', 'irent'], 'er', 'i', ['e', 'ent']),
  uire: regular(2, ['t', 'sent'], 's', ['sit', 'sirent'], 'r', 't', ['se', 'sent']),
  traire: regular(3, ['it', 'ient'], 'y', [], 'ir', 'it', ['ie', 'ient']),
  crire: regular(2, ['t', 'vent'], 'v', ['vit', 'virent'], 'r', 't', ['ve', 'vent']),
  dire: regular(2, ['t', 'sent'], 's', ['t', 'rent'], 'r', 't', ['se', 'sent']),
  indre: regular(4, ['nt', 'gnent'], 'gn', ['gnit', 'gnirent'], 'ndr', 'nt', ['gne', 'gnent']),
  prendre: regular(5, ['end', 'ennent'], 'en', ['it', 'irent'], 'endr', 'is', ['enne', 'ennent']),
  mettre: regular(5, ['et', 'ettent'], 'ett', ['it', 'irent'], 'ettr', 'is', ['ette', 'ettent']),
  battre: regular(3, ['', 'tent'], 't', ['tit', 'tirent'], 'tr', 'tu', ['te', 'tent']),
  suivre: regular(3, ['t', 'vent'], 'v', ['vit', 'virent'], 'vr', 'vi', ['ve', 'vent']),
  clure: regular(2, ['t', 'ent'], '', ['t', 'rent'], 'r', '', ['e', 'ent']),
  aître: regular(5, ['aît', 'aissent'], 'aiss', ['ut', 'urent'], 'aîtr', 'u', ['aisse', 'aissent']),
  oître: regular(5, ['oît', 'oissent'], 'oiss', ['ut', 'urent'], 'oîtr', 'u', ['oisse', 'oissent']),
  cevoir: regular(6, ['çoit', 'çoivent'], 'cev', ['çut', 'çurent'], 'cevr', 'çu', ['çoive', 'çoivent']),
  prévoir: regular(3, ['oit', 'oient'], 'oy', ['it', 'irent'], 'oir', 'u', ['oie', 'oient']),
  voir: regular(3, ['oit', 'oient'], 'oy', ['it', 'irent'], 'err', 'u', ['oie', 'oient']),
  devoir: regular(5, ['oit', 'oivent'], 'ev', ['ut', 'urent'], 'evr', 'û', ['oive', 'oivent']),
  pouvoir: regular(6, ['eut', 'euvent'], 'ouv', ['ut', 'urent'], 'ourr', 'u', ['uisse', 'uissent']),
  vouloir: regular(6, ['eut', 'eulent'], 'oul', ['oulut', 'oulurent'], 'oudr', 'oulu', ['euille', 'euillent']),
  valoir: regular(5, ['aut', 'alent'], 'al', ['alut', 'alurent'], 'audr', 'alu', ['aille', 'aillent']),
  faire: regular(4, ['ait', 'ont'], 'ais', ['it', 'irent'], 'er', 'ait', ['asse', 'assent']),
  aller: regular(5, ['va', 'vont'], 'all', ['alla', 'allèrent'], 'ir', 'allé', ['aille', 'aillent']),
  être: {
    ...regular(4, ['est', 'sont', 'sommes'], 'ét', ['fut', 'furent'], 'ser', 'été', ['soit', 'soient']),
    participle: ['été'],
    present: ['est', 'sont', 'sommes'],
  },
  avoir: { ...regular(5, ['a', 'ont'], 'av', ['eut', 'eurent'], 'aur', 'eu', ['ait', 'aient']), gerund: 'ayant' },
}

const FUTURE: [string, WordFeature][] = [
  ['a', 'future'],
  ['ont', 'future'],
  ['ons', 'future'],
  ['ait', 'conditional'],
  ['aient', 'conditional'],
]

function conjugateEr(infinitive: string): Form[] {
  const stem = infinitive.slice(0, -2)
  const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem
  // jeter and appeler double, céder and lever take a grave accent, -oyer and -uyer turn y into i before a mute e
  let mute = stem
  let future = stem
  if (/[ou]y$/.test(stem)) mute = future = `${stem.slice(0, -1)}i`
  else if (/(?:appel|jet|renouvel|chancel)$/.test(stem)) mute = future = stem + stem.at(-1)
  else if (/e[lmnprstv]$/.test(stem)) mute = future = stem.replace(/e(.)$/, 'è$1')
  else if (/é(?:[bcdglmnrst]|[bdgt]r|gn|gu|qu|ch)$/.test(stem)) mute = stem.replace(/é([^é]+)$/, 'è$1')
  return [
    [infinitive, 'infinitive'],
    ...[`${mute}e`, `${mute}ent`, `${soft}ons`].map((f): Form => [f, 'present']),
    ...[`${soft}ait`, `${soft}aient`, `${stem}ions`].map((f): Form => [f, 'imperfect']),
    ...[`${soft}a`, `${stem}èrent`].map((f): Form => [f, 'past']),
    ...FUTURE.map(([e, feature]): Form => [`${future}er${e}`, feature]),
    ...agree(`${stem}é`).map((f): Form => [f, 'participle']),
    [`${soft}ant`, 'gerund'],
  ]
}

/** Every third-person form of a French verb, with first person plural, under the named model. */
export function conjugateFrench(infinitive: string, model: string): Form[] | null {
  if (model === 'er') return conjugateEr(infinitive)
  const m = MODELS[model]
  if (m === undefined) return null
  const stem = infinitive.slice(0, -m.cut)
  const forms = (endings: string[], feature: WordFeature) => endings.map((e): Form => [stem + e, feature])
  return [
    [infinitive, 'infinitive'],
    ...forms(m.present, 'present'),
    ...forms(m.imperfect, 'imperfect'),
    ...forms(m.past, 'past'),
    ...m.future.flatMap((f) => FUTURE.map(([e, feature]): Form => [stem + f + e, feature])),
    ...forms(m.participle, 'participle'),
    ...forms([m.gerund], 'gerund'),
    ...forms(m.subjunctive, 'subjunctive'),
  ]
}

/**
 * "disparaitra" beside "disparaîtra": the spelling of 1990 has no circumflex on i and u but where it tells two words apart.
 * Source: Journal officiel, 6 December 1990, "Les rectifications de l'orthographe".
 */
function withoutCircumflex(form: string): string {
  return /^(?:dû|crû|croît$|sûr|mûr|fût|eût)/.test(form) ? form : form.replaceAll('î', 'i').replaceAll('û', 'u')
}

/** The same of the first word of a lemma that is an idiom, each form with the words behind it. */
function conjugateIdiom(lemma: string, model: string, [tail]: readonly string[]): Form[] | null {
  if (tail === undefined) return conjugateFrench(lemma, model)
  const forms = conjugateFrench(lemma.slice(0, lemma.indexOf('-')), model)
  return forms?.map(([form, feature]) => [`${form} ${tail.replaceAll('_', ' ')}`, feature]) ?? null
}

/** Longer verbs that double their last consonant all the same: stressed there, after "qu", or British ones in -l. */
const FINAL_STRESS =
  /^(?:control|commit|submit|permit|admit|omit|begin|defer|refer|transfer|prefer|incur|compel|propel|expel|cancel|total|label|travel|model|fuel|refuel|signal|rival|quit|equip)$/

/** The forms of an English verb; `irregular` gives its past and participle where they are not in -ed. */
export function conjugateEnglish(base: string, irregular: string[] = []): Form[] {
  const last = base.at(-1) ?? ''
  // "cut" and "plan" double their consonant; verbs of more syllables (open, cover, market) mostly do not
  const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) || FINAL_STRESS.test(base) ? base + last : base
  const dropped = /[^eo]e$/.test(base) || base.endsWith('oe') ? base.slice(0, -1) : doubles
  const sibilant = /(?:s|x|z|ch|sh|o)$/.test(base) ? 'es' : 's'
  const consonantY = /[^aeiou]y$/.test(base)
  const third = consonantY ? `${base.slice(0, -1)}ies` : base + sibilant
  const ed = consonantY ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${doubles}ed`
  const ing = /ee$/.test(base) ? `${base}ing` : base.endsWith('ie') ? `${base.slice(0, -2)}ying` : `${dropped}ing`
  const [past = ed, participle = past] = irregular
  return [
    [base, 'infinitive'],
    [base, 'present'],
    [third, 'present'],
    [past, 'past'],
    [participle, 'participle'],
    [ing, 'gerund'],
  ]
}

function plural(noun: string): string[] {
  if (noun.includes(' ') || noun.includes("'")) return [noun]
  if (/[sxz]$/.test(noun)) return [noun]
  if (/al$/.test(noun)) return [noun, `${noun.slice(0, -2)}aux`, `${noun}s`]
  if (/(?:au|eu)$/.test(noun)) return [noun, `${noun}x`]
  if (/[^aeiou]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`]
  if (/(?:ch|sh)$/.test(noun)) return [noun, `${noun}es`, `${noun}s`]
  return [noun, `${noun}s`]
}

/**
 * Reads one words file into its forms.
 * @throws UserError naming file and line for a line that is not of the form above or an unknown conjugation.
 */
export function readWords(content: string, language: Language, source: string): [string, WordEntry][] {
  const words = new Map<string, WordEntry>()
  const add = (form: string, lemma: string, feature: WordFeature, classes: string[]) => {
    const known = words.get(form)
    if (known === undefined) words.set(form, { lemma, features: [feature], classes })
    else if (known.lemma === lemma && !known.features.includes(feature)) known.features.push(feature)
    const plain = language === 'fr' && /[îû]/.test(form) ? withoutCircumflex(form) : form
    if (plain !== form && !words.has(plain)) words.set(plain, words.get(form) as WordEntry)
  }
  for (const [index, raw] of content.split('\n').entries()) {
    const line = (raw.split('#', 1)[0] ?? '').trim()
    if (line === '') continue
    const where = { source, line: index + 1 }
    const fields = line.split(':').map((f) => f.trim())
    if (fields.length !== 4)
      throw new UserError('a word needs four fields', { ...where, hint: 'lemma : model : other forms : classes' })
    const [lemma = '', modelField = '', others = '', classField = ''] = fields
    const classes = classField.split(/\s+/).filter((c) => c !== '')
    const [model = '-', ...irregular] = modelField.split(/\s+/)
    if (model !== '-' && model !== 'aux') {
      const forms =
        language === 'fr'
          ? conjugateIdiom(lemma.replace(/^(?:s|se)-/, ''), model, irregular)
          : model === 'v'
            ? conjugateEnglish(lemma, irregular)
            : null
      if (forms === null)
        throw new UserError(`no conjugation is called "${model}"`, { ...where, hint: 'see src/lexicon/words.ts' })
      for (const [form, feature] of forms) add(form, lemma, feature, classes)
    }
    for (const other of others.split(/\s+/).filter((o) => o !== '')) {
      if (other.startsWith('!')) {
        words.delete(other.slice(1))
        continue
      }
      for (const form of plural(other.replaceAll('_', ' ').toLowerCase()))
        add(form, lemma, model === 'aux' ? 'present' : 'noun', classes)
    }
  }
  return [...words]
}
