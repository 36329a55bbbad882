import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ok, refused, type Result } from '../domain/kernel/result.ts'

const councilFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,23}$/, '3 to 24 of a to z, 0 to 9 and hyphens'),
  name: z.string().min(1).max(100),
  tenantId: z.guid(),
  domain: z.string().min(3).max(100),
  help: z.strictObject({ name: z.string(), role: z.string(), telephone: z.string() }),
  registerUrl: z.url().optional(),
  notifyTextTemplateId: z.guid(),
  sendingMailbox: z.email(),
  teamsAppId: z.guid(),
  /** A mailbox of the council's that the service must not be able to read. It cannot be named later. */
  outsideMailbox: z.email(),
  preset: z.string(),
  settings: z.record(z.string(), z.unknown()).optional(),
  by: z.string().min(1).max(200),
})

/** Who a council is and which preset of rules it begins with, as a file says it; or what in the file is to be put right. */
export function councilIn(path: string): Result<z.infer<typeof councilFile>, readonly string[]> {
  const json = jsonIn(path)
  if (!json.ok) return json
  const described = councilFile.safeParse(json.value)
  if (!described.success)
    return refused(
      described.error.issues.map(({ path: at, message }) => (at.length > 0 ? `${at.join('.')}: ${message}` : `${path}: ${message}`)),
    )
  const { outsideMailbox, sendingMailbox } = described.data
  if (outsideMailbox.toLowerCase() === sendingMailbox.toLowerCase())
    return refused(['outsideMailbox: name one that Quorate has nothing to do with; this is the sendingMailbox'])
  return ok(described.data)
}

function jsonIn(path: string): Result<unknown, readonly string[]> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return ok(value)
  } catch (fault) {
    // Only that there is no such file, and that it is no JSON: both are an Error, and say where.
    if (!(fault instanceof Error)) throw fault
    return refused([`${path} cannot be read as JSON: ${fault.message}`])
  }
}
