/** Many texts as one run of UTF-8: text `i` goes from `starts[i]` to `starts[i + 1]`. */
export interface Texts {
  bytes: Buffer
  starts: Float64Array
}

export function textAt({ bytes, starts }: Texts, i: number): Buffer {
  return bytes.subarray(starts[i], starts[i + 1])
}

/** Collects texts in their order. */
export interface TextsBuilder {
  add(text: string): void
  /** Takes over texts that stand one after the other in another collection. */
  addAll(texts: Texts, from: number, to: number): void
  build(): Texts
}

export function collectTexts(): TextsBuilder {
  const chunks: Buffer[] = []
  const starts = [0]
  let end = 0
  return {
    add(text) {
      const chunk = Buffer.from(text)
      chunks.push(chunk)
      end += chunk.byteLength
      starts.push(end)
    },
    addAll({ bytes, starts: old }, from, to) {
      const shift = end - (old[from] as number)
      chunks.push(bytes.subarray(old[from], old[to]))
      for (let i = from + 1; i <= to; i++) starts.push((old[i] as number) + shift)
      end = starts.at(-1) as number
    },
    build: () => ({ bytes: Buffer.concat(chunks, end), starts: Float64Array.from(starts) }),
  }
}

/** The numbers of the texts that hold the word, in their order. */
export function textsWith({ bytes, starts }: Texts, word: string): number[] {
  const found: number[] = []
  const wanted = Buffer.from(word)
  if (wanted.byteLength === 0) return Array.from({ length: starts.length - 1 }, (_, i) => i)
  let at = bytes.indexOf(wanted)
  let i = 0
  while (at >= 0) {
    while ((starts[i + 1] as number) <= at) i++
    const end = starts[i + 1] as number
    // a hit across the end of a text is none, and the next one may begin inside it
    const whole = at + wanted.byteLength <= end
    if (whole) found.push(i)
    at = bytes.indexOf(wanted, whole ? end : at + 1)
  }
  return found
}
