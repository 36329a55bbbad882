import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { valuesOf } from './environment.ts'
import { filled } from './fill.ts'
import type { Mistake } from './mistake.ts'
import { registrationOf } from './registration.ts'

/**
 * `npm run registration -- --env NAME`: what the registration in Entra is to be, as two bodies for Graph, in `dist/app-package`. For whoever
 * installs with Azure's own command line; the toolkit does the same from the same file.
 */
const { env = '' } = parseArgs({ options: { env: { type: 'string' } } }).values
const values = valuesOf(env, { folder: 'env', set: process.env })
if (!values.ok) stop(values.refusal)
const body = filled(JSON.parse(readFileSync('aad.manifest.json', 'utf8')), values.value, `env/.env.${env}`)
if (!body.ok) stop(body.refusal)

const folder = 'dist/app-package'
mkdirSync(folder, { recursive: true })
for (const [index, step] of registrationOf(body.value).entries()) {
  const path = `${folder}/registration-${index + 1}.${env}.json`
  writeFileSync(path, `${JSON.stringify(step, undefined, 2)}\n`)
  console.log(path)
}

function stop(mistakes: readonly Mistake[]): never {
  for (const { at, because } of mistakes) console.error(`${at}: ${because}`)
  process.exit(1)
}
