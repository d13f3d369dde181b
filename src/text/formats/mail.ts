import { UserError } from '../../problems.js'
import { declaredDate, declaredLanguage } from '../declared.js'
import type { Found, Limits, OpenOptions } from './article.js'
import { fragmentText, tells } from './html.js'

/** Reads a saved letter (RFC 5322, MIME): its text, or its HTML where it has no text; what is attached is left alone. */
export async function readMail(bytes: Uint8Array, limits: Limits, { source }: OpenOptions): Promise<Found> {
  const { default: PostalMime } = await import('postal-mime')
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: limits.depth })
  } catch (error) {
    throw new UserError('damaged letter', { source, hint: (error as Error).message.slice(0, 200) })
  }
  const body = mail.text?.trim() ? mail.text : await fragmentText(mail.html ?? '', limits, source)
  if (!/\S/.test(body))
    throw new UserError('no text in this letter', { source, hint: 'is the article attached to it?' })
  const title = mail.subject?.trim() || null
  const language = mail.headers.find(({ key }) => key === 'content-language')?.value
  const date = mail.headers.find(({ key }) => key === 'date')?.value
  return {
    name: null,
    text: `${title === null || tells(body, title) ? '' : `# ${title}\n\n`}${body.trim()}\n`,
    title,
    published: date === undefined ? null : declaredDate(date),
    language: language === undefined ? null : declaredLanguage(language),
    site: mail.from?.name?.trim() || null,
  }
}
