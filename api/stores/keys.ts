import { createHash } from 'node:crypto'
import type {
  CouncilId,
  CourseId,
  DutyId,
  IssueId,
  MemberId,
  NoticeId,
  OfferId,
  PdpId,
  PersonId,
  SessionId,
} from '../../domain/kernel/ids.ts'
import { issueId, offerId, pdpId, sessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Pk, TableName } from '../ports/tables.ts'

type Meeting = { readonly startsAt: Instant; readonly committee: string; readonly number: string }

/*
 * The one maker of keys. A council comes first in every partition that holds its rows. Keys are made of ids, stamps of one width and
 * numbers with leading zeros, with `~` between: it sorts after everything else, so `prefix~~` is past the end of `prefix~`.
 */

function partition(table: TableName, ...parts: readonly string[]): Pk {
  return { table, key: parts.join('~') } as Pk
}

export const councilsPk = partition('councils', 'council')
export const tenantsPk = partition('councils', 'tenant')
export const subscriptionIdsPk = partition('subscriptions', 'subid')

export const rulebooksPk = (council: CouncilId): Pk => partition('rulebooks', council, 'rul')
export const membersPk = (council: CouncilId): Pk => partition('members', council, 'mem')
export const officersPk = (council: CouncilId): Pk => partition('members', council, 'off')
export const mailboxesPk = (council: CouncilId): Pk => partition('subscriptions', council, 'sub')
export const conversationsPk = (council: CouncilId): Pk => partition('conversations', council, 'con')
export const repliesPk = (council: CouncilId): Pk => partition('replies', council, 'idem')
export const meetingsPk = (council: CouncilId): Pk => partition('sessions', council, 'mtg')
/** What each Member was sent beyond the reminders within the last week. */
export const alertsPk = (council: CouncilId): Pk => partition('sessions', council, 'alr')
export const lanesPk = (council: CouncilId): Pk => partition('jobs', council, 'lanes')
export const poisonedHintsPk = (council: CouncilId): Pk => partition('jobs', council, 'poisoned')
/** What the latest check of our rights found. */
export const accessPk = (council: CouncilId): Pk => partition('jobs', council, 'access')
export const jobPk = (council: CouncilId, job: string): Pk => partition('jobs', council, 'job', job)

export const sessionPk = (council: CouncilId, session: SessionId): Pk => partition('sessions', council, 'ses', session)
/** The programme, one partition a year: a page of six months is one range or two. */
export const yearPk = (council: CouncilId, year: string): Pk => partition('sessions', council, 'cal', year)
/** Who was there, session by session, one partition a year: a year's figures are two ranges. */
export const rollsPk = (council: CouncilId, year: string): Pk => partition('sessions', council, 'roll', year)
export const memberSessionsPk = (council: CouncilId, member: MemberId): Pk => partition('sessions', council, 'by', member)
export const coursePk = (council: CouncilId, course: CourseId): Pk => partition('sessions', council, 'course', course)
export const mailboxSessionsPk = (council: CouncilId, mailbox: PersonId): Pk => partition('sessions', council, 'mbx', mailbox)
export const attentionPk = (council: CouncilId): Pk => partition('sessions', council, 'att')

/** What officers have put down that Members have done, or have accepted in its place. */
export const completionsPk = (council: CouncilId): Pk => partition('members', council, 'cmp')

/** What officers have put down for the bulletin, and what every issue said that has left. */
export const bulletinPk = (council: CouncilId): Pk => partition('bulletins', council, 'bul')
export const issuePk = (council: CouncilId, issue: IssueId): Pk => partition('bulletins', council, 'iss', issue)

/** Every offer of limited places, as lists show it. */
export const offersPk = (council: CouncilId): Pk => partition('bulletins', council, 'ofr')
export const offerPk = (council: CouncilId, offer: OfferId): Pk => partition('bulletins', council, 'ofr', offer)

/** Who has a plan and how it stands, and nothing that is in one. */
export const pdpsPk = (council: CouncilId): Pk => partition('members', council, 'pdps')
/** One Member's plan, by an id that does not say whose. */
export const pdpPk = (council: CouncilId, pdp: PdpId): Pk => partition('members', council, 'pdp', pdp)

/** A council's audit chain, one partition a month, and where it begins. */
export const auditPk = (council: CouncilId): Pk => partition('audit', council, 'aud')
export const auditMonthPk = (council: CouncilId, month: string): Pk => partition('audit', council, 'aud', month)
export const auditRow = { beginning: 'beginning', head: 'head', entry: (seq: number): string => padded(seq, 12) }

export const duePk = (shard: number): Pk => partition('due', 'due', padded(shard, 2))

/** For the suites that prove the tables themselves: no council's rows are ever there. */
export const partitionForTests = (name: string): Pk => partition('audit', 'test', name)

/** Rows of a session's own partition. */
export const sessionRow = {
  header: 'h',
  projected: 'p',
  invitation: (member: MemberId): string => `i~${member}`,
  /** By what it is and its address, which may not stand in a key itself. */
  other: (invitee: { readonly kind: string; readonly address: string }): string =>
    `n~${digest(`${invitee.kind} ${invitee.address.toLowerCase()}`)}`,
  history: (number: number): string => `e~${padded(number, 8)}`,
  duty: (duty: DutyId): string => `x~${duty}`,
  call: (at: Instant, id: string): string => `c~${stamp(at)}~${digest(id)}`,
  /** A mark's id is the phone's own making. */
  mark: (id: string): string => `a~${digest(id)}`,
  teamsReport: 't',
  evaluation: (member: MemberId): string => `v~${member}`,
  checkInSecret: 'k',
}

export const pdpRow = {
  header: 'h',
  version: (number: number): string => `v~${padded(number, 6)}`,
  /** When somebody who is not its Member last opened it. */
  read: (person: PersonId): string => `r~${person}`,
}
export const issueRow = { header: 'h' }
export const pastIssueRow = (issue: IssueId): string => `i~${issue}`
/** `latch`: changes with everything that a draw would count, and shuts with the draw. */
export const offerRow = { header: 'h', latch: 'l', interest: (member: MemberId): string => `i~${member}` }
export const offerSummaryRow = (offer: OfferId): string => `o~${offer}`
export const noticeRow = (notice: NoticeId): string => `n~${notice}`

export const startRow = (startsAt: Instant, session: SessionId): string => `s~${stamp(startsAt)}~${session}`
export const meetingRow = ({ startsAt, committee, number }: Meeting): string => `s~${stamp(startsAt)}~${digest(`${committee} ${number}`)}`
export const eventRow = (eventId: string): string => `e~${digest(eventId)}`
export const memberRow = (member: MemberId): string => `m~${member}`
/** The key by which a Member is marked in the audit chain. */
export const memberKeyRow = (member: MemberId): string => `k~${member}`
export const completionRow = (member: MemberId, id: string): string => `c~${member}~${id}`
export const withdrawalRow = (member: MemberId, id: string): string => `w~${member}~${id}`
export const personRow = (person: PersonId): string => `o~${person}`
/** The key is the client's own making, so only its digest stands in ours. */
export const replyRow = (person: PersonId, key: string): string => `${person}~${digest(key)}`
export const versionRow = (version: number): string => `v~${padded(version, 6)}`
export const subscriptionRow = (subscriptionId: string): string => `s~${digest(subscriptionId)}`

/** Every row whose key starts so: give both to `range`. `''` is the whole partition. */
export function startingWith(prefix: string): readonly [from: string, to: string] {
  return [prefix, `${prefix}~~`]
}

const auditedPartitions = {
  members: membersPk,
  officers: officersPk,
  mailboxes: mailboxesPk,
  rulebooks: rulebooksPk,
  bulletin: bulletinPk,
  completions: completionsPk,
  council: () => councilsPk,
} as const
export type AuditSource = keyof typeof auditedPartitions | `ses~${SessionId}` | `iss~${IssueId}` | `ofr~${OfferId}` | `pdp~${PdpId}`
export const auditSources = Object.keys(auditedPartitions) as readonly (keyof typeof auditedPartitions)[]

/** In front of every row that waits, beside the fact it tells of, to be moved to the audit chain. */
export const auditPrefix = 'x~aud~'

/** Where a source's waiting rows stand. Councils share the partition of their profiles. Throws `RangeError` for a source of another version. */
export function waitingAudit(council: CouncilId, source: string): { readonly pk: Pk; readonly prefix: string } {
  if (source.startsWith('ses~')) return { pk: sessionPk(council, sessionId(source.slice(4))), prefix: auditPrefix }
  if (source.startsWith('iss~')) return { pk: issuePk(council, issueId(source.slice(4))), prefix: auditPrefix }
  if (source.startsWith('ofr~')) return { pk: offerPk(council, offerId(source.slice(4))), prefix: auditPrefix }
  if (source.startsWith('pdp~')) return { pk: pdpPk(council, pdpId(source.slice(4))), prefix: auditPrefix }
  const known = auditSources.find((each) => each === source)
  if (!known) throw new RangeError('there is no such source of audit rows')
  return { pk: auditedPartitions[known](council), prefix: known === 'council' ? `${auditPrefix}${council}~` : auditPrefix }
}

/** In the order in which things happened, as far as one process can tell; `id` is nobody else's. */
export function waitingRow(prefix: string, at: Instant, number: number, id: string): string {
  return `${prefix}${stamp(at)}~${padded(number, 9)}~${id}`
}

/** Sessions that start in the span. */
export function startingIn(from: Instant, to: Instant): readonly [from: string, to: string] {
  return [`s~${stamp(from)}`, `s~${stamp(to)}`]
}

/** UTC, to the millisecond, one width: `20261027T180000000Z`. Sorts as time does. Throws `RangeError` outside the years 1000 to 9999. */
export function stamp(at: Instant): string {
  const text = at.toString({ smallestUnit: 'millisecond', roundingMode: 'floor' })
  if (!/^[1-9]\d{3}-/.test(text)) throw new RangeError('a stamp needs a year of four digits')
  return text.replaceAll(/[-:.]/g, '')
}

/** `202610`: in UTC, as stamps are. */
export function monthOf(at: Instant): string {
  return stamp(at).slice(0, 6)
}

/** `2026`: in UTC, as stamps are. */
export function yearOf(at: Instant): string {
  return stamp(at).slice(0, 4)
}

/** Every year from one instant's to another's. Throws `RangeError` past ten years: nobody's page shows that. */
export function yearsFrom(from: Instant, to: Instant): readonly string[] {
  const [first, last] = [Number(yearOf(from)), Number(yearOf(to))]
  if (last - first > 10) throw new RangeError('a span of sessions is at most ten years')
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => padded(first + index, 4))
}

/** For what may not stand in a key: ids of others' making, addresses. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
