/** What a file holds. */
export type Kind = 'gzip' | 'pdf' | 'html' | 'feed' | 'ndjson' | 'mail' | 'text'

/** How many bytes from the start tell what a file is. */
export const HEAD = 65_536

/**
 * What a file is, by its first bytes; by its name only where they could be several things.
 *
 * @param head up to {@link HEAD} bytes from the start
 * @param name the file's name, of which only the ending counts
 */
export function kindOf(head: Uint8Array, name: string): Kind {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  const start = opening(head)
  // readers of PDF allow for something before its first line
  if (start.startsWith('%PDF-') || (/\.pdf$/i.test(name) && start.slice(0, 1024).includes('%PDF-'))) return 'pdf'
  const markup = start.slice(0, 2000).trimStart()
  if (markup.startsWith('<')) return markupKind(start, name) ?? 'text'
  if (markup.startsWith('{') && isJsonLines(markup, start, name)) return 'ndjson'
  if (isMail(start, name)) return 'mail'
  return 'text'
}

/** The bytes as ASCII, also where they are UTF-16; a byte-order mark and what is beyond ASCII are of no interest here. */
function opening(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD)).toString('latin1')
  return text.replace(/^(?:ï»¿|ÿþ|þÿ)/, '').replaceAll('\0', '')
}

const FEED_ROOT = /^(?:rss|feed|rdf:rdf|atom:feed)$/i
/** Elements that no text but HTML begins with. */
const HTML_ROOT = /^(?:html|head|body|title|meta|link|script|style|base)$/i

function markupKind(start: string, name: string): Kind | null {
  const isDeclared = /^\s*(?:<\?xml[^>]*>\s*)?<!doctype\s+html\b/i.test(start.slice(0, 2000))
  if (isDeclared) return 'html'
  const root = rootOf(start)
  if (root === null) return null
  if (FEED_ROOT.test(root)) return 'feed'
  if (HTML_ROOT.test(root) || /\.x?html?(?:\.gz)?$/i.test(name)) return 'html'
  if (/^\s*<\?xml\b/.test(start.slice(0, 200))) return 'feed'
  // Markdown and plain text may begin with an element too
  return /\.[a-z0-9]{1,8}$/i.test(name) ? null : 'html'
}

/** The name of the first element, behind declarations, comments and white space. */
function rootOf(start: string): string | null {
  let at = 0
  for (;;) {
    const open = start.indexOf('<', at)
    if (open < 0) return null
    const close = start.startsWith('<!--', open) ? start.indexOf('-->', open + 4) : start.indexOf('>', open + 1)
    const next = start[open + 1] ?? ''
    if (next !== '!' && next !== '?') {
      const end = start.slice(open + 1, open + 50).search(/[^A-Za-z0-9:_-]/)
      const tag = start.slice(open + 1, open + 1 + Math.max(end, 0))
      return /^[A-Za-z]/.test(tag) ? tag : null
    }
    if (close < 0) return null
    at = close + 1
  }
}

/** The first line is a JSON object; one that is too long to be seen whole is believed where the name says so. */
function isJsonLines(markup: string, start: string, name: string): boolean {
  const from = start.indexOf(markup[0] as string)
  const end = start.indexOf('\n', from)
  if (end < 0 && start.length >= HEAD) return /\.(?:ndjson|jsonl|json)(?:\.gz)?$/i.test(name) || /^\{\s*"/.test(markup)
  try {
    JSON.parse(start.slice(from, end < 0 ? undefined : end))
    return true
  } catch {
    return /\.(?:ndjson|jsonl)(?:\.gz)?$/i.test(name)
  }
}

/** Header fields of RFC 5322 at the top: one that only messages have, beside the date or subject. */
function isMail(start: string, name: string): boolean {
  const fields = new Set<string>()
  for (const line of start.split(/\r\n|\n|\r/, 200)) {
    if (/^[ \t]/.test(line) && fields.size > 0) continue
    const field = /^([A-Za-z][A-Za-z0-9-]*):/.exec(line)?.[1]
    if (field === undefined) break
    fields.add(field.toLowerCase())
  }
  const isMessage = ['from', 'message-id', 'mime-version', 'received', 'return-path'].some((f) => fields.has(f))
  const isLetter = fields.has('subject') || fields.has('date')
  return isMessage && (isLetter || /\.eml(?:\.gz)?$/i.test(name))
}
