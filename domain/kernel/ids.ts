/** A text that names one kind of thing only: a `SessionId` cannot be passed where a `MemberId` is wanted. */
type Branded<Name extends string> = string & { readonly __of: Name }

/** Our own id of a council: 3 to 24 of `a-z0-9-`, chosen when the council is set up. */
export type CouncilId = Branded<'Council'>
/** Hash of the series' `iCalUId` and, in a series, the slot: the same session has the same id whoever reads it first. */
export type SessionId = Branded<'Session'>
/** Hash of what the register of Members says identifies a person: stable across imports. */
export type MemberId = Branded<'Member'>
/** The Entra object id (`oid`) of a person of the council. */
export type PersonId = Branded<'Person'>
/** What sessions teaching the same thing share: a day and an evening run are two sessions of one course. */
export type CourseId = Branded<'Course'>
/** Deterministic: working the duties out twice gives the same ids, which is why nothing is sent twice. */
export type DutyId = Branded<'Duty'>
/** One week's issue of the bulletin, by the week: "issue-2026-w42". There is never a second one in a week. */
export type IssueId = Branded<'Issue'>
/** Something that officers have put down for the bulletin. */
export type NoticeId = Branded<'Notice'>
/** A limited number of places at one session or one outside opportunity, and so by its id: there is never a second offer of the same. */
export type OfferId = Branded<'Offer'>
/** One Member's personal development plan. Made by chance, so that nobody can work out from it whose it is. */
export type PdpId = Branded<'Pdp'>

const short = /^[a-z0-9][a-z0-9-]{1,63}$/

function branded<Name extends string>(name: Name, pattern: RegExp) {
  return (text: string): Branded<Name> => {
    if (!pattern.test(text)) throw new TypeError(`${name} id must match ${pattern.source}`)
    return text as Branded<Name>
  }
}

export const councilId = branded('Council', /^[a-z][a-z0-9-]{2,23}$/)
export const sessionId = branded('Session', short)
export const memberId = branded('Member', short)
export const personId = branded('Person', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
export const courseId = branded('Course', short)
export const dutyId = branded('Duty', /^[0-9a-f]{32}$/)
export const issueId = branded('Issue', /^issue-\d{4}-w\d{2}$/)
export const noticeId = branded('Notice', short)
export const pdpId = branded('Pdp', /^[0-9a-f]{32}$/)
export const offerId = branded('Offer', /^offer-(session|notice)-[a-z0-9][a-z0-9-]{1,63}$/)

/** What duties are owed because of: each has a partition of its own in which they stand. The id of none is ever one of another. */
export type MatterId = SessionId | IssueId | OfferId

export function isIssueId(id: MatterId): id is IssueId {
  return id.startsWith('issue-')
}

export function isOfferId(id: MatterId): id is OfferId {
  return id.startsWith('offer-')
}
