import type { IssueRecord } from '../../../domain/bulletin/issue.ts'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import { isAtOrAfter } from '../../../domain/kernel/time.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import { wasSwallowed } from './checks-duties.ts'
import { officerNumbers, addressOf, profile } from './outside/council-world.ts'
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
  const excused = await excusedTo(lived)
  const own = officerNumbers.flatMap((number) => {
    const pressed = meant.bulletin.tests.filter(({ officer }) => officer === number)
    const told = pressed.filter(({ toldAt }) => toldAt !== undefined).length
    const arrived = sent.filter(({ to }) => to.address === addressOf(number)).length
    const late = excused.filter((id) => id === aPersonId(number)).length
    if (arrived > pressed.length) return [`a test sent ${arrived} times, asked for ${pressed.length} times: officer ${number}`]
    return arrived + late < told ? [`a test that never came: officer ${number}`] : []
  })
  return [...strays.map(({ to }) => `a test went to somebody else: ${to.address}`), ...own]
}

/** Whose tests may stay away, one by one: what was lost too often, or came to its hour's end, or to the issue's. Nothing is while all goes well. */
async function excusedTo(lived: Lived): Promise<readonly PersonId[]> {
  const { council, scenario, isCalm } = lived
  const { issue } = scenario.rules
  const record = issue && !isCalm ? await council.bulletins.find(issue.id) : undefined
  return (record?.duties ?? []).flatMap((own) =>
    own.duty.purpose.kind === 'bulletin-test' && record && isExcused(lived, record, own) ? [own.duty.purpose.officerId] : [],
  )
}

function isExcused(lived: Lived, { issue }: IssueRecord, { duty, state }: IssueRecord['duties'][number]): boolean {
  if (state.kind !== 'done') return false
  const { outcome } = state
  if (outcome.kind === 'needs-attention') return wasSwallowed(lived, `${profile.id}~${issue.id}~${duty.id}`)
  const isOver = duty.notAfter !== undefined && isAtOrAfter(outcome.at, duty.notAfter)
  return outcome.kind === 'skipped' && (issue.state.kind === 'lapsed' || isOver)
}
