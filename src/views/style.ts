/** How text is set off on a terminal; on anything else every function returns its text as it is. */
export interface Style {
  strong(text: string): string
  faint(text: string): string
  good(text: string): string
  warn(text: string): string
  bad(text: string): string
}

const asIs = (text: string) => text

export const PLAIN: Style = { strong: asIs, faint: asIs, good: asIs, warn: asIs, bad: asIs }
