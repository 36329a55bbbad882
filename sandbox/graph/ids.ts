import { createHash } from 'node:crypto'

/** What an id of an item says, were anybody allowed to read it. */
export type ItemId = {
  /** The default id changes when the item moves to another folder; the immutable one stays. */
  readonly kind: 'default' | 'immutable'
  readonly mailboxId: string
  readonly serial: number
  /** How often the item has moved; 0 in an immutable id. */
  readonly moves: number
  /** The day of an occurrence, `2026-11-05`; absent for anything else. */
  readonly on?: string
}

/** Mints and reads ids. Each sandbox has a stamp of its own, made from its seed, so that an id from before a reset finds nothing. */
export type Ids = {
  write(id: ItemId): string
  /** Undefined when it is no id at all, `foreign` when it is none of this sandbox's. Case counts. */
  read(text: string): ItemId | 'foreign' | undefined
  /** The same in every mailbox; an occurrence's carries its day. */
  iCalUId(serial: number, on?: string): string
  /** The series' (or single event's) own, and the day when it is an occurrence's. */
  readICalUId(text: string): { readonly uid: string; readonly on?: string }
}

const openings = { default: Buffer.from('AAMkAD', 'base64').subarray(0, 3), immutable: Buffer.from('AAkALg', 'base64').subarray(0, 3) }
const globalObjectId = '040000008200E00074C5B7101A82E008'
const length = 3 + 36 + 4 + 6 + 2 + 4 + 8

export function createIds(seed: string): Ids {
  const stamp = createHash('sha1').update(seed).digest().subarray(0, 4)

  function bytesOf({ kind, mailboxId, serial, moves, on }: ItemId): Buffer {
    const bytes = Buffer.alloc(length)
    openings[kind].copy(bytes, 0)
    bytes.write(mailboxId, 3, 'latin1')
    stamp.copy(bytes, 39)
    bytes.writeUIntBE(serial, 43, 6)
    bytes.writeUInt16BE(kind === 'immutable' ? 0 : moves, 49)
    bytes.writeUInt32BE(on ? Number(on.replaceAll('-', '')) : 0, 51)
    // A tail that nobody can guess, as an entry id has one.
    createHash('sha1').update(bytes.subarray(0, 55)).digest().copy(bytes, 55, 0, 8)
    return bytes
  }

  return {
    write: (id) => bytesOf(id).toString('base64url'),
    read(text) {
      const bytes = Buffer.from(text, 'base64url')
      if (bytes.length !== length) return undefined
      const day = bytes.readUInt32BE(51).toString()
      const id: ItemId = {
        kind: bytes.subarray(0, 3).equals(openings.immutable) ? 'immutable' : 'default',
        mailboxId: bytes.toString('latin1', 3, 39),
        serial: bytes.readUIntBE(43, 6),
        moves: bytes.readUInt16BE(49),
        ...(day !== '0' && { on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` }),
      }
      return bytesOf(id).toString('base64url') === text ? id : 'foreign'
    },
    iCalUId: (serial, on) =>
      `${globalObjectId}${dayBytes(on)}${stamp.toString('hex')}${hex(serial, 12)}00000000000010000000${hex(serial, 32)}`.toUpperCase(),
    readICalUId(text) {
      const day = text.slice(32, 40)
      if (!text.startsWith(globalObjectId) || day === '00000000') return { uid: text }
      const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map((part) => Number.parseInt(part, 16))
      const on = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
      return { uid: `${text.slice(0, 32)}00000000${text.slice(40)}`, on }
    },
  }
}

/** Year, month and day as Outlook writes them into a global object id. */
function dayBytes(on: string | undefined): string {
  if (!on) return '00000000'
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number)
  return hex(year, 4) + hex(month, 2) + hex(date, 2)
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
