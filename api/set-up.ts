import { councilId } from '../domain/kernel/ids.ts'
import { systemClock } from './adapters/system-clock.ts'
import { configFrom } from './config.ts'
import { councilIn } from './council-file.ts'
import { consoleLog } from './log.ts'
import { setUpCouncil, type SetUpRefusal } from './use-cases/set-up-council.ts'
import { wire } from './wire.ts'

/**
 * Adds a council: `node api/set-up.ts council.json`, with the settings of the service in the environment.
 *
 * The file says who the council is and which preset of rules it begins with. Running it again changes nothing.
 */
const [path] = process.argv.slice(2)
if (path === undefined) stop(['Say which file describes the council: node api/set-up.ts council.json'])
const described = councilIn(path)
if (!described.ok) stop(described.refusal)
const config = configFrom(process.env)
if (!config.ok) stop(config.refusal.map(({ variable, because }) => `${variable} ${because}`))

const { id, notifyTextTemplateId, preset, settings, by, ...rest } = described.value
const wired = await wire(config.value, { clock: systemClock, log: consoleLog() })
// Somebody sits in front of this one: a minute of waiting for storage, and then its outage is said.
await wired.prepare(AbortSignal.timeout(60_000))
const order = {
  profile: { ...rest, id: councilId(id), notify: { textTemplateId: notifyTextTemplateId } },
  preset,
  settings,
  by,
}
const done = await setUpCouncil({ councils: wired.councils, clock: systemClock }, order)
if (!done.ok) stop(sentencesOf(done.refusal))
await wired.begin(done.value.profile.id)
console.log(`${done.value.profile.name} is set up.`)

function sentencesOf(refusal: SetUpRefusal): readonly string[] {
  if (refusal.kind === 'rulebook-refused') return refusal.errors.map(({ path: at, message }) => `settings.${at}: ${message}`)
  if (refusal.kind === 'unknown-preset') return [`preset: there is none called ${preset}`]
  return ['exists-otherwise: a council with this id or this tenant is set up, with other values. Nothing was changed.']
}

function stop(sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}
