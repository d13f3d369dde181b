import { visibleJson } from '../problems.js'

/**
 * A value as JSON. Characters that are not seen or that steer a terminal (controls, turns of direction, zero-width) stand as
 * `\uXXXX`: a reader of JSON gets them back as they were, a terminal never gets them.
 */
export function jsonText(value: unknown, indent?: number): string {
  return visibleJson(JSON.stringify(value, null, indent))
}

/** One record on a line of its own. */
export function jsonLine(record: object): string {
  return `${jsonText(record)}\n`
}

/** A JSON document that names its schema and version, the envelope of all JSON output. */
export function jsonDocument(name: string, content: object): string {
  return `${jsonText(enveloped(name, content), 2)}\n`
}

/** The content behind the name of its schema (`xev/claims`) and the version of that. */
export function enveloped(name: string, content: object): object {
  return { schema: `xev/${name}`, version: 1, ...content }
}
