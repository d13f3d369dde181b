/** The form in which names and texts are looked up: without accents and case, with straight apostrophes and plain spaces. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase()
}
