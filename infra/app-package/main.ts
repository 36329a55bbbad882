import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { valuesOf } from './environment.ts'
import type { Mistake } from './mistake.ts'
import { packageOf } from './package.ts'
import { repositoryPictures } from './repository.ts'

/**
 * `npm run package -- --env NAME`: the app package of one environment and the XML manifest beside it, both checked, in `dist/app-package`.
 *
 * Nothing is written unless everything is right.
 */
const { env } = argumentsGiven()
const values = valuesOf(env, { folder: 'env', set: process.env })
if (!values.ok) stop(values.refusal)

const template = JSON.parse(readFileSync('appPackage/manifest.json', 'utf8')) as unknown
const inPackage = (name: string) => fileAt(join('appPackage', basename(name)))
const built = packageOf({ template, values: values.value, file: `env/.env.${env}`, pictures: repositoryPictures('.'), language: inPackage })
if (!built.ok) stop(built.refusal)

const folder = 'dist/app-package'
mkdirSync(folder, { recursive: true })
const { zip, xml, manifest } = built.value
writeFileSync(join(folder, `appPackage.${env}.zip`), zip)
writeFileSync(join(folder, `outlook-add-in.${env}.xml`), xml)
console.log(`${manifest.name.short} ${manifest.version} for ${manifest.validDomains.join(', ')} is checked and packed:
  ${folder}/appPackage.${env}.zip        for Teams and Outlook
  ${folder}/outlook-add-in.${env}.xml    for Outlook on a Mac and others that cannot load the first`)

function argumentsGiven(): { readonly env: string } {
  const { values } = parseArgs({ options: { env: { type: 'string' } }, strict: false })
  if (typeof values.env === 'string') return { env: values.env }
  return stop([{ at: '--env', because: 'is missing. Say for which environment: npm run package -- --env council, for env/.env.council' }])
}

function fileAt(path: string): Uint8Array | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}

function stop(mistakes: readonly Mistake[]): never {
  console.error('No package was built:')
  for (const { at, because } of mistakes) console.error(`  ${at}: ${because}`)
  process.exit(1)
}
