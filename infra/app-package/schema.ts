import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv-draft-04'
import type { ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Mistake } from './mistake.ts'

/** The version of the manifest that is built: the newest of which the official package has a stable schema, which a test holds it to. */
export const manifestVersion = '1.30'
export const schemaAddress = `https://developer.microsoft.com/en-us/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`

/** Where `@microsoft/app-manifest` keeps Microsoft's schemas, a folder a version. */
export const schemasFolder = join(dirname(fileURLToPath(import.meta.resolve('@microsoft/app-manifest'))), 'json-schemas', 'teams')

let compiled: ValidateFunction | undefined

/** What the official schema says against a manifest. Nothing is fetched. */
export function schemaMistakes(manifest: unknown): readonly Mistake[] {
  compiled ??= compile()
  if (compiled(manifest)) return []
  return (compiled.errors ?? []).map(({ instancePath, message, params }) => ({
    at: placeOf(instancePath),
    because: `${message ?? 'is not as the schema has it'}${detailOf(params)} (official schema ${manifestVersion})`,
  }))
}

function compile(): ValidateFunction {
  const ajv = new Ajv.default({ allErrors: true, strictTypes: false })
  addFormats.default(ajv, ['uri', 'email', 'regex'])
  const path = join(schemasFolder, `v${manifestVersion}`, 'MicrosoftTeams.schema.json')
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object)
}

/** `/bots/0/botId` as `bots[0].botId`. */
export function placeOf(pointer: string): string {
  return (
    pointer
      .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
      .replaceAll('/', '.')
      .replace(/^\./, '') || 'the manifest'
  )
}

function detailOf(params: Record<string, unknown>): string {
  const { additionalProperty, allowedValues } = params
  if (typeof additionalProperty === 'string') return `: “${additionalProperty}”`
  return Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : ''
}
