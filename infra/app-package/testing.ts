import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Values } from './environment.ts'
import { filled } from './fill.ts'
import type { Manifest } from './manifest.ts'
import type { Sources } from './package.ts'
import { repositoryPictures } from './repository.ts'
import { xmlAddInId } from '../../api/xml-add-in-id.ts'

export const root = join(import.meta.dirname, '..', '..')

/** What Thamesbrook's environment would say, if it were a council. */
export const thamesbrook = {
  APP_NAME_SUFFIX: '',
  SUPPORT_URL: 'https://www.thamesbrook.gov.uk/quorate',
  PRIVACY_URL: 'https://www.thamesbrook.gov.uk/quorate/privacy',
  TERMS_URL: 'https://www.thamesbrook.gov.uk/quorate/terms',
  APP_DOMAIN: 'quorate.thamesbrook.gov.uk',
  TEAMS_APP_ID: '7e57ab1e-0000-4000-8000-00000000c001',
  BOT_ID: '7e57ab1e-0000-4000-8000-00000000c002',
  AAD_APP_CLIENT_ID: '7e57ab1e-0000-4000-8000-00000000c003',
  AAD_APP_OBJECT_ID: '7e57ab1e-0000-4000-8000-00000000d003',
  AAD_APP_ACCESS_AS_USER_PERMISSION_ID: '7e57ab1e-0000-4000-8000-00000000e003',
} as const satisfies Values

export const file = 'env/.env.thamesbrook'

export function repositoryJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

export const template = repositoryJson('appPackage/manifest.json')

export function someSources(change: Partial<Sources> = {}): Sources {
  return { template, values: thamesbrook, file, pictures: repositoryPictures(root), language: () => undefined, ...change }
}

/** The repository's own manifest, filled in for Thamesbrook, with what `change` does to it. It is not checked: that is the tests' to do. */
export function aManifest(change: (manifest: Manifest) => void = () => undefined): Manifest {
  const whole = filled(template, { ...thamesbrook, OUTLOOK_XML_ADDIN_ID: xmlAddInId(thamesbrook.TEAMS_APP_ID) }, file)
  if (!whole.ok) throw new Error('The manifest of the repository has a name that Thamesbrook gives no value')
  const manifest = z.custom<Manifest>().parse(whole.value)
  manifest.localizationInfo.additionalLanguages ??= []
  change(manifest)
  return manifest
}

/** A thing of which the manifest has one, or the test is wrong. */
export function first<Thing>(things: readonly Thing[]): Thing {
  const [one] = things
  if (one === undefined) throw new Error('There is none')
  return one
}
