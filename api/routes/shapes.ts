import { z } from 'zod'
import { issueId, memberId, noticeId, offerId, sessionId } from '../../domain/kernel/ids.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/)

/** The parts of paths: what does not look like an id of ours names nothing. */
export const idOfSession = id.transform(sessionId)
export const ofSession = z.object({ sessionId: idOfSession })
export const ofMember = z.object({ memberId: id.transform(memberId) })
export const ofIssue = z.object({
  issueId: z
    .string()
    .regex(/^issue-\d{4}-w\d{2}$/)
    .transform(issueId),
})
export const ofReader = ofIssue.extend(ofMember.shape)
export const ofNotice = z.object({ noticeId: id.transform(noticeId) })
export const ofOffer = z.object({
  offerId: z
    .string()
    .regex(/^offer-(session|notice)-[a-z0-9][a-z0-9-]{1,63}$/)
    .transform(offerId),
})
export const ofMemberInSession = ofSession.extend(ofMember.shape)
export const ofClash = ofSession.extend({ clashId: z.string().regex(/^[0-9a-f]{20}$/) })
