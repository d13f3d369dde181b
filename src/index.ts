/**
 * xev as a library: reading articles, comparing what they say, and the fact store. All that leaves it is in the public
 * form of docs/json.md: dates in EDTF, offsets in Unicode code points.
 *
 * @packageDocumentation
 */
export { compare } from './compare/compare.js'
export { UserError } from './problems.js'
export { type ScanOptions, type ScanResult, scan } from './scan.js'
export { type StoreFolder, storeAt as openStore } from './store/folder.js'
export type * from './types.js'
