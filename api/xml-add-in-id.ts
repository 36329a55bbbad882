import { createHash } from 'node:crypto'

/**
 * The id of the add-in that Outlook on a Mac and others load by an XML manifest, made from the app's: Outlook wants another one, and
 * nobody has to keep it. What it says of an appointment stands under this id.
 *
 * A name-based id of version 5, with the app's id as its namespace, so that it is the same for ever.
 */
export function xmlAddInId(appId: string): string {
  const namespace = Buffer.from(appId.replaceAll('-', ''), 'hex')
  const bytes = createHash('sha1').update(namespace).update('outlook-xml-add-in').digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
