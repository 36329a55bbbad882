import type { Op, Pk } from '../../ports/tables.ts'
import { charactersOf, toEntity } from './entity.ts'

/** Azure Tables' own limits, kept before any request: what breaks them is a mistake of ours and would be refused, or worse, retried. */
const limits = { operations: 100, keyLength: 512, rowCharacters: 420_000, transactionBytes: 4 * 1024 * 1024 }
/** What stands around each operation on the line, its keys left out: measured 620 bytes. */
const envelopeBytes = 1_000
const keyPattern = /^[A-Za-z0-9~-]*$/

/** Throws `RangeError` for a key with a character that Azure refuses or reads otherwise, or that is too long. `''` is only a bound. */
export function checkKey(key: string, may: { readonly beEmpty: boolean } = { beEmpty: false }): void {
  if (key === '' && !may.beEmpty) throw new RangeError('a key must not be empty')
  if (key.length > limits.keyLength || !keyPattern.test(key))
    throw new RangeError('a key is too long or has a character that must not be in one')
}

export function rowKeyOf(op: Op): string {
  if ('insert' in op) return op.insert
  if ('replace' in op) return op.replace
  if ('remove' in op) return op.remove
  return 'put' in op ? op.put : op.drop
}

export function isGuarded(op: Op): boolean {
  return 'insert' in op || 'replace' in op || 'remove' in op
}

/** Throws `RangeError` unless the operations can be one transaction of one partition. */
export function checkTransaction(pk: Pk, ops: readonly Op[]): void {
  checkKey(pk.key)
  if (ops.length === 0 || ops.length > limits.operations) throw new RangeError(`a transaction has 1 to ${limits.operations} operations`)
  const keys = ops.map(rowKeyOf)
  for (const key of keys) checkKey(key)
  if (new Set(keys).size < keys.length) throw new RangeError('a row may be named once in a transaction')
  if (ops.some(isGuarded) && !ops.every(isGuarded)) throw new RangeError('guarded and unguarded operations may not be mixed')
  checkRemovals(ops)
  checkSizes(pk, ops)
}

/** A delete in a transaction ignores its etag, so each must stand beside a replacement that does not. */
function checkRemovals(ops: readonly Op[]): void {
  const guards = new Set(ops.flatMap((op) => ('replace' in op ? [op.replace] : [])))
  for (const op of ops) {
    if ('remove' in op && !guards.has(op.guardedBy))
      throw new RangeError('a removal must be guarded by a row replaced in the same transaction')
  }
}

/** Trap: what is JSON already is quoted once more on its way, so that a row of quotation marks is twice as long there as here. */
function checkSizes(pk: Pk, ops: readonly Op[]): void {
  const entities = ops.flatMap((op) => ('data' in op ? [toEntity({ pk: pk.key, rk: rowKeyOf(op), op: '', data: op.data })] : []))
  if (entities.some((entity) => charactersOf(entity) > limits.rowCharacters))
    throw new RangeError(`a row holds at most ${limits.rowCharacters} characters`)
  const onTheLine = entities.reduce((sum, entity) => sum + JSON.stringify(entity).length, ops.length * envelopeBytes)
  if (onTheLine > limits.transactionBytes) throw new RangeError('a transaction is at most 4 MiB on its way')
}
