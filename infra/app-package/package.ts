import { strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import type { Values } from './environment.ts'
import { filled } from './fill.ts'
import { addressMistakes } from './lint/addresses.ts'
import { commandMistakes } from './lint/commands.ts'
import { idMistakes, versionMistakes } from './lint/ids.ts'
import { namingMistakes, permissionMistakes } from './lint/permissions.ts'
import { iconSizeMistakes, pictureMistakes, type Pictures } from './lint/pictures.ts'
import { lengthMistakes, translationMistakes } from './lint/words.ts'
import { manifestShape, type Manifest, type Translation } from './manifest.ts'
import type { Mistake } from './mistake.ts'
import { placeOf, schemaMistakes } from './schema.ts'
import { xmlAddInId } from '../../api/xml-add-in-id.ts'
import { xmlManifest } from './xml/build.ts'
import { xmlMistakes } from './xml/lint.ts'

export type Sources = {
  /** The manifest with its `${{NAMES}}`. */
  readonly template: unknown
  readonly values: Values
  /** Where the values come from, for who is to mend them. */
  readonly file: string
  readonly pictures: Pictures
  /** The texts of another language, by the name of their file in the package. */
  readonly language: (file: string) => Uint8Array | undefined
}

export type Package = {
  /** For Teams and Outlook. */
  readonly zip: Uint8Array
  readonly manifest: Manifest
  /** For the Outlooks that cannot load it. */
  readonly xml: string
}

/** The package of one environment, or everything that is wrong with it. Nothing is built that Teams or Outlook would refuse or quietly not do. */
export function packageOf(sources: Sources): Result<Package, readonly Mistake[]> {
  const { template, values, file } = sources
  const outlook = values['TEAMS_APP_ID']
    ? { OUTLOOK_XML_ADDIN_ID: xmlAddInId(values['TEAMS_APP_ID']) }
    : { OUTLOOK_XML_ADDIN_ID: 'to come' }
  const whole = filled(template, { ...values, ...outlook }, file)
  if (!whole.ok) return whole

  const bySchema = schemaMistakes(whole.value)
  const shaped = manifestShape.safeParse(whole.value)
  if (!shaped.success) {
    const unlike = shaped.error.issues.map(({ path, message }) => ({ at: placeOf(`/${path.join('/')}`), because: message }))
    return refused(bySchema.length > 0 ? bySchema : unlike)
  }
  const manifest = shaped.data
  const translations = translationsOf(manifest, sources)
  const mistakes = [
    ...bySchema,
    ...manifestMistakes(manifest),
    ...pictureMistakes(manifest, sources.pictures),
    ...translationMistakes(manifest, translations),
  ]
  const abroad = translations.flatMap((translation) => translatedMistakes(whole.value, translation))
  if (mistakes.length + abroad.length > 0) return refused([...mistakes, ...abroad])

  const xml = xmlManifest(manifest, translations)
  const inXml = xmlMistakes(xml)
  return inXml.length > 0 ? refused(inXml) : ok({ zip: zipOf(whole.value, manifest, sources), manifest, xml })
}

/** Every rule of ours about a manifest that is filled in, save what its pictures look like. */
export function manifestMistakes(manifest: Manifest): readonly Mistake[] {
  return [
    ...versionMistakes(manifest),
    ...idMistakes(manifest),
    ...addressMistakes(manifest),
    ...commandMistakes(manifest),
    ...permissionMistakes(manifest),
    ...namingMistakes(manifest),
    ...lengthMistakes(manifest),
    ...iconSizeMistakes(manifest),
  ]
}

const texts = z.looseObject({}).transform((file) => {
  const said = Object.entries(file).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '$schema')
  return Object.fromEntries(said)
})

function translationsOf({ localizationInfo }: Manifest, { language }: Sources): readonly Translation[] {
  return localizationInfo.additionalLanguages.flatMap(({ languageTag, file }) => {
    const bytes = language(file)
    const read = bytes && texts.safeParse(jsonOf(bytes))
    return read?.success ? [{ tag: languageTag, texts: read.data }] : []
  })
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined // told as a list of texts that is not there
  }
}

/** A translation must fit wherever the text that it stands for does. */
function translatedMistakes(manifest: unknown, { tag, texts }: Translation): readonly Mistake[] {
  const translated = overlaid(manifest, texts)
  const shaped = manifestShape.safeParse(translated)
  const mistakes = [...schemaMistakes(translated), ...(shaped.success ? lengthMistakes(shaped.data) : [])]
  return mistakes.map(({ at, because }) => ({ at: `${at} in ${tag}`, because }))
}

function overlaid(value: unknown, texts: Readonly<Record<string, string>>, at = ''): unknown {
  if (typeof value === 'string') return texts[at] ?? value
  if (Array.isArray(value)) return value.map((each, index) => overlaid(each, texts, `${at}[${index}]`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, overlaid(each, texts, at === '' ? key : `${at}.${key}`)]))
}

/** The same bytes for the same package: the time in a zip is no part of it. Local time, because that is what a zip writes down. */
function zipOf(whole: unknown, { icons, localizationInfo }: Manifest, { pictures, language }: Sources): Uint8Array {
  const named = [
    ...Object.values(icons).map((name) => [name, pictures.packed(name)] as const),
    ...localizationInfo.additionalLanguages.map(({ file }) => [file, language(file)] as const),
  ]
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(whole, undefined, 2)}\n`),
    ...Object.fromEntries(named.flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : []))),
  }
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) })
}
