import { londonDay } from '../../domain/kernel/london.ts'
import { isInOffice } from '../../domain/members/member.ts'
import type { AccessChecked, AccessProbe, Found, Look, Need } from '../ports/access.ts'
import type { Council } from '../ports/council.ts'

/**
 * Finds out what the service may do at Graph, and that it is refused where it must be: at a mailbox of the council's that is none of
 * those it reads. What is found is kept for the administrator's page; nothing is changed because of it.
 */
export async function checkAccess(council: Council, probe: AccessProbe, signal: AbortSignal): Promise<AccessChecked> {
  const { profile, mailboxes, members, access, clock } = council
  const read = (await mailboxes.all()).map(({ value }) => value).filter((state) => !state.former)
  const [first] = read
  const organiser = read.find((state) => !state.shared)
  const today = londonDay(clock.now())
  const member = (await members.all()).find((each) => each.personId !== undefined && isInOffice(each, today))?.personId
  const looks: readonly (readonly [Need, Look])[] = [
    ...(first ? [['calendars', { at: 'calendar', address: first.address }] as const] : []),
    ...(member === undefined ? [] : [['answers', { at: 'calendar', person: member }] as const]),
    ['sending-mailbox', { at: 'inbox', address: profile.sendingMailbox }],
    ['people', { at: 'people' }],
    ['lists', { at: 'lists' }],
    ['roles', { at: 'roles' }],
    ['rooms', { at: 'rooms' }],
    ...(organiser ? [['meetings', { at: 'meetings', address: organiser.address }] as const] : []),
  ]
  const address = profile.outsideMailbox
  const [found, outside] = await Promise.all([
    Promise.all(looks.map(async ([need, look]) => ({ need, found: await probe.look(look, signal) }))),
    address === undefined ? undefined : lookOutside(probe, address, signal),
  ])
  const checked = { at: clock.now(), found, ...(address !== undefined && outside ? { outside: { address, found: outside } } : {}) }
  await access.note(checked)
  return checked
}

/**
 * A mailbox is closed only where all of it is: calendars may be held to the named mailboxes while a consent to mail opens every inbox.
 * Unless one of them is open, what is not known of one is not known of the mailbox.
 */
async function lookOutside(probe: AccessProbe, address: string, signal: AbortSignal): Promise<Found> {
  const found = await Promise.all((['calendar', 'inbox'] as const).map((at) => probe.look({ at, address }, signal)))
  return (['open', 'no-answer', 'no-such-mailbox'] as const).find((each) => found.includes(each)) ?? 'refused'
}
