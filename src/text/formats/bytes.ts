import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UserError } from '../../problems.js'

export type Bytes = AsyncIterable<Uint8Array>

/** Reads a whole input. @throws UserError where it is longer than `limit` bytes */
export async function collect(chunks: Bytes, limit: number, source: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.byteLength
    if (length > limit) throw tooLarge(limit, source)
    parts.push(chunk)
  }
  return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts, length)
}

export function tooLarge(limit: number, source: string): UserError {
  const hint = 'one article is not as long as this: cut the file, or raise the limit with --max-bytes'
  return new UserError(`larger than ${sizeText(limit)}`, { source, hint })
}

export function sizeText(bytes: number): string {
  if (bytes >= 1e9 && bytes % 1e8 === 0) return `${bytes / 1e9} GB`
  if (bytes >= 1e6 && bytes % 1e5 === 0) return `${bytes / 1e6} MB`
  return bytes >= 1e3 && bytes % 100 === 0 ? `${bytes / 1e3} kB` : `${bytes} bytes`
}

/** Looks at the first bytes of an input: these, and the whole input again. */
export async function peek(chunks: Bytes, length: number): Promise<{ head: Uint8Array; whole: Bytes }> {
  const rest = chunks[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let seen = 0
  while (seen < length) {
    const { done, value } = await rest.next()
    if (done) break
    parts.push(value)
    seen += value.byteLength
  }
  const head = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts)
  async function* whole() {
    try {
      if (head.byteLength > 0) yield head
      for (;;) {
        const { done, value } = await rest.next()
        if (done) return
        yield value
      }
    } finally {
      await rest.return?.()
    }
  }
  return { head, whole: whole() }
}

/**
 * What is packed in a gzip file, piece by piece, so that a small file cannot fill the memory.
 * @throws UserError where the file is damaged or cut short
 */
export async function* inflate(chunks: Bytes, source: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // a failure of the file itself reaches the reader through the stream, and so does its giving up
  pipeline(Readable.from(chunks), gunzip, () => {})
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error
    throw new UserError('damaged gzip file', { source, hint: `${(error as Error).message}: fetch it again` })
  }
}
