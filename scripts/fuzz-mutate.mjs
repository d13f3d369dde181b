// Articles made worse: what files suffer on their way, and what somebody might do to them on purpose.

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function random(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const PIECES = [
  ...[
    '\0',
    '\u001b[2J',
    '\u202e',
    '\u200d',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\u00a0',
    '\u202f',
    '\r',
    '\u2028',
    '\ufffd',
  ],
  ...[
    '<div>',
    '</div>',
    '<!--',
    '<![CDATA[',
    '&#x0;',
    '&nbsp;',
    '<script>',
    '{"text":',
    '---\n',
    '%PDF-1.7\n',
    '\u001f\u008b',
  ],
  ...['=1+1', '__proto__', 'constructor', '~', 'no', '1e309', '0x1F', '- ', '# ', '> ', '« ', '» ', '“', '(', ')))))'],
  ...[
    'de de de ',
    '9,9,9',
    '9 999 999 999 999 999 999',
    '12/12/12',
    '1.000.000,00 €',
    '$',
    '%',
    'd’ici 2030',
    'il y a deux ans',
  ],
]

/** One to six changes to the bytes of an article. `others` are articles to take pieces from. */
export function mutate(bytes, others, next) {
  let out = Buffer.from(bytes)
  const at = () => Math.floor(next() * (out.length + 1))
  const pick = (list) => list[Math.floor(next() * list.length)]
  const changes = 1 + Math.floor(next() * 6)
  for (let n = 0; n < changes; n++) {
    const [a, b] = [at(), at()].sort((x, y) => x - y)
    const piece = out.subarray(a, Math.min(b, a + 400))
    const splice = (from, to, middle) => Buffer.concat([out.subarray(0, from), middle, out.subarray(to)])
    switch (Math.floor(next() * 9)) {
      case 0: // a bit falls over
        if (a < out.length) out[a] ^= 1 << Math.floor(next() * 8)
        break
      case 1:
        out = splice(a, a + piece.length, Buffer.alloc(0))
        break
      case 2: // said again, perhaps often
        out = splice(a, a, Buffer.concat(Array(1 + Math.floor(next() * 30)).fill(piece)))
        break
      case 3:
        out = splice(a, a, Buffer.from(pick(PIECES).repeat(1 + Math.floor(next() * 20))))
        break
      case 4: {
        const other = pick(others)
        const from = Math.floor(next() * other.length)
        out = splice(a, a, other.subarray(from, from + 600))
        break
      }
      case 5: // cut short
        if (out.length > 200 && next() < 0.3) out = out.subarray(0, a)
        break
      case 6: // other figures
        out = Buffer.from(
          out.toString('latin1').replace(/\d/g, (d) => (next() < 0.2 ? pick([...'0123456789 ,.']) : d)),
          'latin1',
        )
        break
      case 7: // lines run together, or the reverse
        out = Buffer.from(
          out.toString('latin1').replace(/[ \n]/g, (c) => (next() < 0.03 ? (c === ' ' ? '\n' : ' ') : c)),
          'latin1',
        )
        break
      default: // read in a wrong encoding and saved
        if (next() < 0.2) out = Buffer.from(out.toString('latin1'), 'utf8')
    }
    if (out.length > 60_000) out = out.subarray(0, 60_000)
  }
  return out
}
