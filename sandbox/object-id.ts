import { createHash } from 'node:crypto'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The directory's id of a thing, always the same for the same world, so that a script can name it beforehand. An id that is a GUID stays as it is. */
export function objectIdOf(kind: string, id: string): string {
  if (guid.test(id)) return id.toLowerCase()
  const hash = createHash('sha256').update(`${kind}:${id}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
