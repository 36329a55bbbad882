import { officerNumbers, addressOf } from './outside/council-world.ts'
import type { SentMail } from './outside/providers.ts'
import type { Lived } from './run.ts'

export function isTest({ subject }: Pick<SentMail, 'subject'>): boolean {
  return subject.startsWith('TEST: ')
}

/** What an officer asked to see goes to her alone, once for each press; a test that could not go within its hour says so. */
export async function tests(lived: Lived): Promise<readonly string[]> {
  const { meant, world } = lived
  const sent = world.providers.mails.filter(isTest)
  const strays = sent.filter(({ to }) => !officerNumbers.some((number) => addressOf(number) === to.address))
  const late = await lateOnes(lived)
  const own = officerNumbers.flatMap((number) => {
    const pressed = meant.bulletin.tests.filter(({ officer }) => officer === number)
    const told = pressed.filter(({ toldAt }) => toldAt !== undefined).length
    const arrived = sent.filter(({ to }) => to.address === addressOf(number)).length
    if (arrived > pressed.length) return [`a test sent ${arrived} times, asked for ${pressed.length} times: officer ${number}`]
    return arrived + late < told ? [`a test that never came: officer ${number}`] : []
  })
  return [...strays.map(({ to }) => `a test went to somebody else: ${to.address}`), ...own]
}

/** Nothing is late while all goes well. */
async function lateOnes({ council, scenario, isCalm }: Lived): Promise<number> {
  const { issue } = scenario.rules
  const record = issue && !isCalm ? await council.bulletins.find(issue.id) : undefined
  return (record?.duties ?? []).filter(
    ({ duty, state }) => duty.purpose.kind === 'bulletin-test' && state.kind === 'done' && state.outcome.kind !== 'sent',
  ).length
}
