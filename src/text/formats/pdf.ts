import type { Tinypool } from 'tinypool'
import { UserError } from '../../problems.js'
import type { Found, Limits, OpenOptions } from './article.js'
import { tooLarge } from './bytes.js'
import type { PdfTask, PdfText } from './pdf-thread.js'

/**
 * Reads the text of a PDF. Its own title and date are not believed: they are those of a template or of the printing as
 * often as not.
 *
 * @throws UserError where it is damaged or locked, longer or slower than the limits, or holds no text but only pictures of it
 */
export async function readPdf(bytes: Uint8Array, limits: Limits, { source }: OpenOptions): Promise<Found> {
  const read = await inThread(bytes, limits, source)
  if (!('text' in read)) {
    if (read.name === 'PasswordException') {
      throw new UserError('a locked PDF', { source, hint: 'save it without its password first' })
    }
    throw new UserError('damaged PDF', { source, hint: read.message.slice(0, 200) })
  }
  if (read.text === null) throw tooLarge(limits.bytes, source)
  if (!/\S/.test(read.text)) {
    throw new UserError('no text in this PDF', { source, hint: 'it holds pictures of pages: read it with OCR first' })
  }
  return { name: null, text: `${read.text}\n`, title: null, published: null, language: null, site: null }
}

let pool: Tinypool | null = null

/** A thread of its own: what pdf.js fails at long after, or never comes back from, costs one file alone. */
async function inThread(data: Uint8Array, limits: Limits, source: string): Promise<PdfText> {
  const { bytes: limit, seconds } = limits
  const task: PdfTask = { data, limit }
  pool ??= await openThread()
  try {
    return await pool.run(task, { signal: AbortSignal.timeout(seconds * 1000) })
  } catch (error) {
    const { name, message } = error as Error
    if (name !== 'AbortError') return { name, message }
    const hint = 'raise the limit with --time-limit'
    throw new UserError(`reading it took longer than ${seconds} s`, { source, hint })
  }
}

async function openThread(): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool')
  // made by the build, also for whoever runs the sources
  const filename = new URL('../../../dist/text/formats/pdf-thread.js', import.meta.url).href
  return new Tinypool({ filename, minThreads: 1, maxThreads: 1 })
}
