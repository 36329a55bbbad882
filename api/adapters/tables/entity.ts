import { z } from 'zod'
import type { Row } from '../../ports/tables.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { asciiJson } from '../ascii-json.ts'

/** Characters in one property: a string property holds 32 Ki of them at most. */
const pieceLength = 30_000

export type Entity = { partitionKey: string; rowKey: string; [property: string]: string }

/** A row as Azure keeps it: the JSON in pieces `d0`, `d1`, ..., and which write made it. */
export function toEntity(row: { readonly pk: string; readonly rk: string; readonly op: string; readonly data: unknown }): Entity {
  const entity: Entity = { partitionKey: row.pk, rowKey: row.rk, op: row.op }
  const json = asciiJson(row.data)
  for (let start = 0, piece = 0; start < json.length; start += pieceLength, piece += 1) {
    entity[`d${piece}`] = json.slice(start, start + pieceLength)
  }
  return entity
}

/** How long the JSON of a row is. */
export function charactersOf({ partitionKey: _pk, rowKey: _rk, op: _op, ...pieces }: Entity): number {
  return Object.values(pieces).reduce((sum, piece) => sum + piece.length, 0)
}

const stored = z.looseObject({ rowKey: z.string(), etag: z.string(), op: z.string().optional() })

/** Throws `Unavailable` for an entity that is not one of ours: cut short, or written by somebody else. */
export function fromEntity(entity: unknown): Row {
  const { rowKey, etag, ...properties } = stored.parse(entity)
  let json = ''
  for (let piece = 0; typeof properties[`d${piece}`] === 'string'; piece += 1) json += properties[`d${piece}`]
  try {
    return { rk: rowKey, etag, data: JSON.parse(json) }
  } catch (cause) {
    throw new Unavailable('storage', 'a row could not be read', { cause })
  }
}

/** Which write made the row. */
export function opOf(entity: unknown): string | undefined {
  return stored.parse(entity).op
}
