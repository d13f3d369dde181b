// Loaded before the program (node --import): a disk that has room for so many bytes more. As on a real one, what still fits of
// a text is written before the failure.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

let room = Number(process.env.XEV_TEST_ROOM)

const failure = () =>
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' })
/** What still fits of some content. */
function fitting(content) {
  const bytes = Buffer.from(content)
  const fits = bytes.subarray(0, room)
  room -= fits.length
  return { fits, isAll: fits.length === bytes.length }
}

for (const name of ['writeFileSync', 'appendFileSync']) {
  const write = fs[name]
  fs[name] = (path, content, options) => {
    const { fits, isAll } = fitting(content)
    write(path, fits, options)
    if (!isAll) throw failure()
  }
}
syncBuiltinESMExports()
