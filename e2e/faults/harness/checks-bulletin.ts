import { readBulletin } from '../../../api/use-cases/read-bulletin.ts'
import type { Issue } from '../../../domain/bulletin/issue.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { chainRows } from './chain-rows.ts'
import { isTest, tests } from './checks-tests.ts'
import { wasSwallowed } from './checks-duties.ts'
import { clocksDifferBy, isOfIssue, minute } from './checks-messages.ts'
import { addressOf, memberNumbers, officerNumbers } from './outside/council-world.ts'
import type { SentMail } from './outside/providers.ts'
import { archive, type DueIssue } from './outside/rules.ts'
import type { Lived } from './run.ts'

/** Milliseconds that a message may be on its way after it was last known to be owed. */
const onItsWay = 3 * minute
/** Released so long before its last moment it has time to leave. */
const timeToLeave = 60 * minute

const readers = [...memberNumbers.map(addressOf), archive]
const officers: readonly string[] = officerNumbers.map(addressOf)

/** This week's issue reaches each reader once, as officers left it, or is said to have lapsed; nothing goes that nobody released. */
export async function bulletin(lived: Lived): Promise<readonly string[]> {
  const mails = lived.world.providers.mails.filter((mail) => isOfIssue(mail.key) && !isTest(mail))
  const copies = mails.filter(({ to }) => !officers.includes(to.address))
  const { issue: due } = lived.scenario.rules
  const strays = copies.flatMap(({ key, to }) =>
    due && matterOf(key) === due.id ? [] : [`an issue that nobody released: to ${to.address}`],
  )
  return [
    ...twice(mails),
    ...strays,
    ...reminded(lived, mails),
    ...(await tests(lived)),
    ...(due ? await ofThisWeek(lived, copies, due) : []),
  ]
}

function matterOf(key: string): string {
  return key.split('~')[1] ?? ''
}

function twice(mails: readonly SentMail[]): readonly string[] {
  return [...Map.groupBy(mails, ({ key, to }) => `${matterOf(key)} to ${to.address}`)].flatMap(([name, own]) =>
    own.length > 1 ? [`an issue sent ${own.length} times: ${name}`] : [],
  )
}

/** Officers are not told that nobody has released it once somebody has, and was told so. */
function reminded({ meant, scenario }: Lived, mails: readonly SentMail[]): readonly string[] {
  const { releases, takenBack } = meant.bulletin
  return mails.flatMap(({ key, to, at }) => {
    if (!officers.includes(to.address) || matterOf(key) !== scenario.rules.issue?.id) return []
    const wasReleased = releases.some(({ toldAt }) => toldAt !== undefined && toldAt < at - onItsWay)
    return wasReleased && !takenBack.some((each) => each.at < at)
      ? [`told that nobody released it, though somebody had: ${to.address}`]
      : []
  })
}

async function ofThisWeek(lived: Lived, copies: readonly SentMail[], due: DueIssue): Promise<readonly string[]> {
  const [first] = copies
  const issue = (await lived.council.bulletins.find(due.id))?.issue
  if (!issue) return ['the issue was never drawn up']
  const wrong = first ? [...unreleased(lived, first, due), ...contents(lived, copies, issue)] : await lapsed(lived, issue, due)
  return [...wrong, ...missing(lived, copies, due), ...(await notices(lived)), ...(await told(lived, issue))]
}

/** It left because somebody let it, who has not thought again since, and not before its time. */
function unreleased({ meant }: Lived, { at: leftAt }: SentMail, due: DueIssue): readonly string[] {
  const { releases, takenBack } = meant.bulletin
  const before = releases.filter(({ at }) => at <= leftAt)
  if (before.length === 0) return ['an issue that nobody released: it has left']
  // Whoever was told that she took it back did so before it left, so somebody must have released it after her.
  const isTakenBack = takenBack.some(
    ({ at, toldAt }) => toldAt !== undefined && !before.some((release) => (release.toldAt ?? Number.POSITIVE_INFINITY) >= at),
  )
  if (isTakenBack) return ['an issue that left though it was taken back']
  const earliest = Math.min(...before.flatMap(({ at, toldAt = at }) => [dueWhenReleased(due, at), dueWhenReleased(due, toldAt)]))
  return leftAt < earliest - clocksDifferBy ? [`an issue that left ${(earliest - leftAt) / minute} minutes early`] : []
}

/** By the rules of the moment at which it was released; released after it was due, it leaves at once. */
function dueWhenReleased({ due, changed }: DueIssue, at: number): number {
  const usual = instant(due.at).epochMilliseconds
  if (at >= usual) return at
  return changed && at >= instant(changed.from).epochMilliseconds ? instant(changed.at).epochMilliseconds : usual
}

/** Whoever released it and was told so, in time and for good, sees everybody have it. */
function missing(lived: Lived, copies: readonly SentMail[], due: DueIssue): readonly string[] {
  const { meant, isCalm, scenario, world } = lived
  const { releases, takenBack } = meant.bulletin
  const last = releases.filter(({ toldAt }) => toldAt !== undefined).at(-1)
  if (!last || takenBack.some(({ toldAt }) => (toldAt ?? Number.POSITIVE_INFINITY) >= last.at)) return []
  const toldAt = last.toldAt ?? last.at
  const { at, by } = due.changed ?? due.due
  const latest = Math.max(toldAt, instant(at).epochMilliseconds) + (isCalm ? 4 : scenario.lateByMinutes) * minute
  const isInTime = toldAt < instant(due.due.by).epochMilliseconds - timeToLeave && latest < instant(by).epochMilliseconds
  if (!isInTime || latest > scenario.calmFrom.epochMilliseconds) return []
  const arrived = new Set(copies.filter((copy) => copy.at <= latest).map(({ to }) => to.address))
  const lost = world.providers.drafts.filter(({ key }) => matterOf(key) === due.id && wasSwallowed(lived, key))
  const swallowed = lost.map(({ to }) => to.address)
  const name = world.now() > latest ? 'an issue that never came, or came late' : 'an issue that did not come'
  return readers.flatMap((address) => (arrived.has(address) || swallowed.includes(address) ? [] : [`${name}: to ${address}`]))
}

/** What did not leave in time is said to have lapsed, in the row and on the officers' page. */
async function lapsed({ world, council }: Lived, { state }: Issue, due: DueIssue): Promise<readonly string[]> {
  const over = instant((due.changed ?? due.due).by).epochMilliseconds
  if (world.now() < over + timeToLeave) return []
  if (state.kind !== 'lapsed') return [`an issue that neither left nor lapsed: ${state.kind}`]
  return (await readBulletin(council)).lapsed ? [] : ['an issue that lapsed, and nobody is told']
}

/** Every copy says what officers put down and left in, and nothing that they took out. */
function contents({ meant }: Lived, copies: readonly SentMail[], { state }: Issue): readonly string[] {
  if (state.kind !== 'sent') return [`an issue that went, and is ${state.kind}`]
  const { notices, edits } = meant.bulletin
  const before = (each: { readonly toldAt?: number } | undefined) =>
    each?.toldAt !== undefined && each.toldAt < state.at.epochMilliseconds - clocksDifferBy
  const isSettled = edits.every(before)
  const last = edits.at(-1)
  const missed = isSettled && last ? copies.filter(({ text }) => !text.includes(last.opening)) : []
  const wrong = notices.flatMap(({ title, at, toldAt, withdrawn }) => {
    const said = copies.filter(({ text }) => text.includes(title)).length
    const isLeftOut = isSettled && edits.some((edit) => edit.leftOut.includes(title) && toldAt !== undefined && toldAt < edit.at)
    if (said > 0 && (isLeftOut || before(withdrawn))) return [`an issue that says what was taken out of it: ${title}`]
    const isIn =
      before(toldAt === undefined ? undefined : { toldAt }) && !withdrawn && edits.every(({ leftOut }) => !leftOut.includes(title))
    return isIn && said < copies.length ? [`an issue without what was put down for it at ${at}: ${title}`] : []
  })
  return [...wrong, ...(missed.length > 0 ? [`an issue without its opening: ${missed.length} times`] : [])]
}

async function notices({ meant, council }: Lived): Promise<readonly string[]> {
  const kept = await council.bulletins.notices()
  return meant.bulletin.notices.flatMap(({ title, toldAt, withdrawn }) => {
    const own = kept.filter((notice) => notice.title === title)
    if (own.length > 1) return [`one notice put down ${own.length} times: ${title}`]
    if (toldAt === undefined) return []
    const stands = own.some(({ withdrawnAt }) => withdrawnAt === undefined)
    if (withdrawn) return stands && withdrawn.toldAt !== undefined ? [`a notice that was withdrawn and stands: ${title}`] : []
    return stands ? [] : [`a notice is lost: ${title}`]
  })
}

/** The audit chain tells of the issue what the row tells. */
async function told({ world }: Lived, { id, state }: Issue): Promise<readonly string[]> {
  const rows = (await chainRows(world)).filter(({ object }) => object.kind === 'issue' && object.id === id)
  const many = (action: string) => rows.filter((row) => row.action === action).length
  const isOut = state.kind === 'sent' && state.by.kind === 'officer'
  const counted = [
    ['issue-drafted', many('issue-drafted'), 1],
    ['issue-sent', many('issue-sent'), state.kind === 'sent' ? 1 : 0],
    ['issue-lapsed', many('issue-lapsed'), state.kind === 'lapsed' ? 1 : 0],
    ...(state.kind === 'lapsed'
      ? []
      : [['released for good', many('issue-released') - many('issue-taken-back'), isOut || state.kind === 'released' ? 1 : 0] as const]),
  ] as const
  return counted.flatMap(([name, there, expected]) =>
    there === expected ? [] : [`the audit chain tells of an issue ${name} ${there} times, it was ${expected}`],
  )
}
