/**
 * A reader that goes away (`| head`) ends the output and is no error; a full disk behind `>` is one, told once.
 * To be called before anything is written.
 */
export function guardStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (closed.has(stream)) return
      closed.add(stream)
      if (error.code === 'EPIPE') return
      process.exitCode = 2
      if (stream === process.stdout) process.stderr.write(`error: the output cannot be written: ${error.message}\n`)
    })
  }
}

const closed = new Set<NodeJS.WriteStream>()

/** Somebody still reads this stream. */
export function isOpen(stream: NodeJS.WriteStream): boolean {
  return !closed.has(stream)
}

/** Waits until the stream takes more, or nobody reads it any more. */
export function whenWritable(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ['drain', 'error', 'close']) stream.off(event, done)
      resolve()
    }
    for (const event of ['drain', 'error', 'close']) stream.on(event, done)
  })
}
