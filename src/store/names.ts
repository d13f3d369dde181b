import { createHash } from 'node:crypto'

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i
/** In characters; file systems allow some 250 bytes. */
const MAX_LENGTH = 60

/**
 * The name of an article's fact file, without folder: `data/hyperion.txt` → `data--hyperion.yaml`. It follows from the
 * source's name alone, holds no path, and no two sources share one: where the plain name could stand for another source
 * as well (replaced characters, `..`, a long name, an unusual extension), a piece of the source's hash is added.
 *
 * @param source an article's name: its path with forward slashes
 */
export function factFileName(source: string): string {
  const plain = (source.endsWith('.txt') ? source.slice(0, -4) : source)
    .split('/')
    .map((segment) =>
      segment
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}._-]/gu, '-')
        .replace(/^\.+/, ''),
    )
    .filter((segment) => segment !== '')
    .join('--')
  const name = Array.from(plain).slice(0, MAX_LENGTH).join('')
  if (sourceOf(name) === source && !DEVICE.test(name)) return `${name}.yaml`
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8)
  return `${name === '' || DEVICE.test(name) ? 'article' : name}-${hash}.yaml`
}

/** The one source that a plain name stands for. */
function sourceOf(name: string): string {
  return name.replaceAll('--', '/') + (name.endsWith('.md') ? '' : '.txt')
}
