import { systemClock } from '../../api/adapters/system-clock.ts'
import { logTo } from '../../api/log.ts'
import { served } from '../../api/http/testing/served.ts'
import { startInstance } from '../../api/testing/council.ts'
import { createHintsDouble } from '../../api/testing/queue.ts'
import type { Senders } from '../../api/ports/compose.ts'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aPersonId, anInvitation, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { tellWhatIsSpent } from './spent.ts'
import { tablesFarAway } from './tables-far-away.ts'

/** The product's app, stores and worker on tables far away and senders that take everything, with a council to press on. */
const [tablesAt = '', members = '', sessions = ''] = process.argv.slice(2)
const clock = { ...systemClock, setTo: () => undefined, pass: () => undefined }
const hints = createHintsDouble(() => clock.mono())
const instance = await startInstance({
  clock,
  tables: tablesFarAway(tablesAt),
  senders: keepingNothing(),
  hints,
  rulebook: towerHamlets,
  lines: noLines(),
})

const { council, worker } = instance
for (const member of someMembers(Number(members))) await council.members.save(member, 'new', { kind: 'administrator' })
await council.officers.replaceAll([anOfficer(901)], clock.now())
for (let index = 1; index <= Number(sessions); index += 1) {
  const invitations = Array.from({ length: Number(members) }, (_, at) => anInvitation(at + 1, 'none'))
  const startsAt = clock.now().add({ hours: 24 * (9 + 3 * index) })
  const session = aSession({ id: sessionId(`s${index}`), title: `Course ${index}`, startsAt, invitations })
  await council.sessions.save({ session, history: [] }, 'new')
}
await worker.settle()
worker.start()

const service = await served({ councils: instance.councils, clock }, { log: logTo(() => undefined), kick: () => worker.kick() })
const tokens = {
  officers: await Promise.all(
    Array.from({ length: 12 }, (_, index) => service.tokenFor(aPersonId(901 + index), { roles: ['Quorate.Officer'] })),
  ),
  members: await Promise.all(Array.from({ length: Number(members) }, (_, index) => service.tokenFor(aPersonId(index + 1)))),
}
process.stdout.write(`${JSON.stringify({ event: 'service.ready', port: Number(new URL(service.address).port), tokens })}\n`)
tellWhatIsSpent()

/** What a recorder keeps would look like memory that the product never gives back. */
function keepingNothing(): Senders {
  const send = async () => ({ kind: 'sent', providerId: 'taken' }) as const
  const find = async () => ({ kind: 'not-found' }) as const
  return {
    text: { send, find },
    mail: { send, find },
    card: { send, update: send },
    calendar: { cancel: send, isCancelled: find, answer: send },
  }
}

function noLines(): string[] {
  return Object.assign<string[], Pick<string[], 'push'>>([], { push: () => 0 })
}
