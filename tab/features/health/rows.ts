import type { HealthView } from '../../../api/contracts/health.ts'
import type { StatusIcon } from '../../ui/Status.tsx'
import { asAtWords } from '../../ui/words-of-time.ts'
import { daysLeft, renewWithinDays } from './findings.ts'
import {
  answeredWords,
  jobName,
  keyNames,
  keyWords,
  mailboxWords,
  needs,
  serviceTitle,
  silentWords,
  stuckWords,
  words,
  workWords,
  type Dependency,
} from './words.ts'

/** One thing that Quorate needs, and how it stands. */
export type Row = { readonly icon: StatusIcon; readonly name: string; readonly said: string }
export type Part = { readonly heading: string; readonly none?: string; readonly rows: readonly Row[] }

const dependencies: readonly Dependency[] = ['storage', 'graph', 'entra', 'notify', 'teams', 'modern-gov']

/** The whole page in parts; the same for the screen, for paper and for a spreadsheet. */
export function partsOf(health: HealthView): readonly Part[] {
  return [
    { heading: words.services, rows: dependencies.map((dependency) => serviceRow(dependency, health)) },
    { heading: words.mailboxes, none: words.noMailboxes, rows: health.mailboxes.map((mailbox) => mailboxRow(mailbox, health.now)) },
    { heading: words.access, none: words.notTried, rows: accessRows(health) },
    {
      heading: words.keys,
      rows: health.keys.map((key) => ({ icon: keyIcon(key, health.now), name: keyNames[key.of], said: keyWords(key) })),
    },
    {
      heading: words.work,
      rows: health.work.map((work) => ({ icon: 'waiting', name: jobName(work.job), said: workWords(work, health.now) })),
    },
    {
      heading: words.stuck,
      rows: [
        { icon: health.stuck.messages === 0 ? 'done' : 'danger', name: 'Messages that could not be sent', said: stuckWords(health.stuck) },
      ],
    },
  ]
}

function serviceRow(dependency: Dependency, { unreachable, answered, now }: HealthView): Row {
  const name = serviceTitle(dependency)
  const silent = unreachable.find((each) => each.dependency === dependency)
  if (silent) return { icon: 'danger', name, said: `${silentWords(dependency, silent.since, now)}.` }
  const at = answered.find((each) => each.dependency === dependency)?.at
  const known = at !== undefined || dependency === 'storage' || dependency === 'entra'
  return { icon: known ? 'done' : 'open', name, said: answeredWords(dependency, at, now) }
}

function mailboxRow(mailbox: HealthView['mailboxes'][number], now: string): Row {
  const { name, address, closedToUs } = mailbox
  const title = `${name}, ${address}`
  if (closedToUs)
    return { icon: 'danger', name: title, said: closedToUs === 'not-allowed' ? 'Closed to Quorate.' : 'No mailbox in Exchange Online.' }
  if (mailbox.failingSince !== undefined) {
    return {
      icon: 'danger',
      name: title,
      said: `Could not be read since ${asAtWords(mailbox.failingSince, now)}. ${mailboxWords(mailbox, now)}`,
    }
  }
  return { icon: mailbox.readAt === undefined ? 'waiting' : 'done', name: title, said: mailboxWords(mailbox, now) }
}

const foundWords = {
  open: ['done', 'Works.'],
  refused: ['danger', 'Refused.'],
  'no-such-mailbox': ['danger', 'There is no such mailbox.'],
  'no-answer': ['perhaps', 'Microsoft 365 did not answer, so nobody knows.'],
} as const

/** The mailbox outside comes last: there, refused is as it should be. */
function accessRows({ access, now }: HealthView): readonly Row[] {
  if (!access) return []
  const tried = `Tried at ${asAtWords(access.at, now)}.`
  const rows = access.found.map(({ need, found }): Row => {
    const [icon, said] = foundWords[found]
    return { icon, name: needs[need].what, said: `${said} ${needs[need].right}. ${tried}` }
  })
  const { outside } = access
  if (!outside) return rows
  const name = `A mailbox that must be closed: ${outside.address}`
  if (outside.found === 'refused') return [...rows, { icon: 'done', name, said: `Refused, as it must be. ${tried}` }]
  if (outside.found === 'open') return [...rows, { icon: 'danger', name, said: `Open, and must not be. ${tried}` }]
  const [icon, said] = foundWords[outside.found]
  return [...rows, { icon, name, said: `${said} ${tried}` }]
}

function keyIcon({ kind, endsOn }: HealthView['keys'][number], now: string): StatusIcon {
  if (kind === 'none') return 'not-needed'
  if (endsOn !== undefined && daysLeft(endsOn, now) <= renewWithinDays) return 'danger'
  return kind === 'secret' && endsOn === undefined ? 'perhaps' : 'done'
}
