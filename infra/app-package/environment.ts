import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import type { Mistake } from './mistake.ts'

export type Values = Readonly<Record<string, string | undefined>>

/**
 * What an environment says: the lines of `env/.env.NAME`, and before them what is set for this run.
 *
 * Provisioning sets each value as soon as it knows it, and writes the file as well; either is enough.
 */
export function valuesOf(
  name: string,
  { folder, set }: { readonly folder: string; readonly set: Values },
): Result<Values, readonly Mistake[]> {
  const file = `.env.${name}`
  if (!/^[\w-]{1,40}$/.test(name)) {
    return refused([{ at: '--env', because: `“${name}” names no environment: use letters, digits, hyphens and underscores` }])
  }
  const path = join(folder, file)
  if (!existsSync(path)) {
    return refused([{ at: `env/${file}`, because: 'is not there: copy env/.env.council.example to this name and fill it in' }])
  }
  const written = parseEnv(readFileSync(path, 'utf8'))
  const beforehand = Object.entries(set).filter(([, value]) => value !== undefined && value !== '')
  return ok({ ...written, ...Object.fromEntries(beforehand) })
}
