import type { Manifest } from '../manifest.ts'
import type { Mistake } from '../mistake.ts'
import { schemaAddress, manifestVersion } from '../schema.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Who the app, its bot, its API and its two add-ins are: four ids, none of them another's. */
export function idMistakes(manifest: Manifest): readonly Mistake[] {
  const ids = [
    { at: 'id', id: manifest.id, whose: 'the app' },
    ...manifest.bots.map(({ botId }, index) => ({ at: `bots[${index}].botId`, id: botId, whose: 'the bot' })),
    { at: 'webApplicationInfo.id', id: manifest.webApplicationInfo.id, whose: 'the API' },
    ...manifest.extensions[0].alternates.map(({ hide }, index) => ({
      at: `extensions[0].alternates[${index}].hide.customOfficeAddin.officeAddinId`,
      id: hide.customOfficeAddin.officeAddinId,
      whose: 'the add-in of the XML manifest',
    })),
  ]
  const unlike = ids.filter(({ id }) => !guid.test(id) || /^[0-]+$/.test(id))
  const shared = ids.flatMap(({ at, id, whose }, index) =>
    ids
      .slice(0, index)
      .filter((other) => other.id.toLowerCase() === id.toLowerCase())
      .map((other) => ({ at, because: sharedBecause(whose, other.whose) })),
  )
  return [
    ...unlike.map(({ at }) => ({ at, because: 'is no id: 32 digits such as 7e57ab1e-1234-4000-8000-00000000a001, and not all nought' })),
    ...shared,
  ]
}

function sharedBecause(whose: string, other: string): string {
  const why = whose === 'the API' && other === 'the bot' ? ', or every signed-in person holds a token that the bot takes' : ''
  return `is the id of ${other} too: ${whose} needs one of its own${why}`
}

/** Three numbers, from 1.0.0: Outlook keeps the script of a version for good, and takes none below. */
export function versionMistakes({ version, manifestVersion: given, $schema }: Manifest): readonly Mistake[] {
  return [
    ...(/^[1-9]\d{0,4}\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/.test(version)
      ? []
      : [{ at: 'version', because: 'must be three numbers of at most five digits, from 1.0.0' }]),
    ...(given === manifestVersion && $schema === schemaAddress
      ? []
      : [{ at: '$schema', because: `must name the schema of version ${manifestVersion}, and manifestVersion that version` }]),
  ]
}
