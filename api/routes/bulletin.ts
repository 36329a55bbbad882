import { Router } from 'express'
import { memberId } from '../../domain/kernel/ids.ts'
import { mayKeepBulletin } from '../../domain/policy/may.ts'
import { bulletinEmail } from '../act/bulletin-email.ts'
import { issueBody, noticeBody, releaseBody, testBody } from '../contracts/bulletin.ts'
import { forMembers, forRoles, notFound } from '../http/handle.ts'
import { accepted, created, done, problem, type RefusalWords } from '../http/problem.ts'
import { addNotice, readNotices, withdrawNotice, type NoticeRefusal } from '../use-cases/keep-notices.ts'
import { previewIssue, readBulletin, readDelivery, readMyBulletin, readMyBulletins } from '../use-cases/read-bulletin.ts'
import { editIssue, releaseIssue, takeBackIssue, type IssueRefusal } from '../use-cases/release-issue.ts'
import { sendTest, type TestRefusal } from '../use-cases/send-test.ts'
import { ofIssue, ofNotice, ofReader } from './shapes.ts'

const refusals = {
  'no-such-issue': { status: 404, title: 'There is no such issue' },
  'changed-since-seen': {
    status: 412,
    title: 'Somebody has changed this issue since you looked',
    detail: 'Look at it as it is now, then try again. Nothing of yours was written over theirs.',
  },
  released: { status: 409, title: 'This issue is released', detail: 'Take it back first, then change it.' },
  'has-left': {
    status: 409,
    title: 'This issue has left',
    detail: 'Every Member has it, or is about to. What is new goes into the next one.',
  },
  'too-late': {
    status: 409,
    title: 'It is too late for this issue',
    detail: 'It was not released in time. What stands in it is in the next one.',
  },
  'not-due': {
    status: 409,
    title: 'No issue is due in this week any more',
    detail: 'The council’s settings have changed since. Open the page again: it shows the issue that comes next.',
  },
  'nothing-to-say': {
    status: 409,
    title: 'There is nothing in this issue',
    detail: 'Tick a section that has something in it, or let this week pass.',
  },
  busy: { status: 503, title: 'Quorate is busy', detail: 'Nothing was changed. Please try again.' },
} as const satisfies Record<IssueRefusal['kind'], RefusalWords>

const noticeRefusals = {
  'no-such-session': { status: 422, title: 'That session is not in the programme any more', detail: 'Choose another, or none.' },
  'no-such-recurring': { status: 422, title: 'That is not among what your council passes on regularly' },
  'no-such-notice': { status: 404, title: 'It is not there any more' },
  'too-many': { status: 409, title: 'No more can be kept' },
  busy: { status: 503, title: 'Quorate is busy', detail: 'Nothing was changed. Please try again.' },
} as const satisfies Record<NoticeRefusal['kind'], RefusalWords>

const nothingSent = 'Nothing has been sent.'
const testRefusals = {
  'no-such-issue': { status: 404, title: 'There is no such issue', detail: nothingSent },
  'no-such-member': { status: 422, title: 'That Member is not on the register any more', detail: nothingSent },
  'no-address': {
    status: 409,
    title: 'We know no email address of yours yet',
    detail: `${nothingSent} It is read from Microsoft 365 in a while.`,
  },
} as const satisfies Record<TestRefusal['kind'], RefusalWords>

/** C4.1, C4.2: the officers' desk of the bulletin, and the issues as their readers read them again. */
export function bulletinRoutes(kick: () => void): Router {
  const router = Router()
  router.get(
    '/bulletin',
    forRoles(mayKeepBulletin, {}, async ({ council }) => done(await readBulletin(council))),
  )
  router.get(
    '/bulletin/notices',
    forRoles(mayKeepBulletin, {}, async ({ council }) => done(await readNotices(council))),
  )
  router.post(
    '/bulletin/notices',
    forRoles(mayKeepBulletin, { body: noticeBody, once: true }, async ({ council, officer, body, mark }) => {
      const result = await addNotice(council, officer, body, mark)
      return result.ok ? created(await readNotices(council)) : problem(result.refusal.kind, noticeRefusals[result.refusal.kind])
    }),
  )
  router.delete(
    '/bulletin/notices/:noticeId',
    forRoles(mayKeepBulletin, { params: ofNotice }, async ({ council, officer, params }) => {
      const result = await withdrawNotice(council, officer, params.noticeId)
      return result.ok ? done(await readNotices(council)) : problem(result.refusal.kind, noticeRefusals[result.refusal.kind])
    }),
  )
  router.put(
    '/bulletin/:issueId',
    forRoles(mayKeepBulletin, { params: ofIssue, body: issueBody }, async ({ council, officer, params, body }) => {
      const result = await editIssue(council, officer, { ...params, ...body, sections: body.sections.map(sectionOf) })
      return result.ok ? done(await readBulletin(council)) : problem(result.refusal.kind, refusals[result.refusal.kind])
    }),
  )
  router.post(
    '/bulletin/:issueId/release',
    forRoles(mayKeepBulletin, { params: ofIssue, body: releaseBody }, async ({ council, officer, params, body }) => {
      const result = await releaseIssue(council, officer, { ...params, ...body })
      if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
      kick()
      return done(await readBulletin(council))
    }),
  )
  router.post(
    '/bulletin/:issueId/take-back',
    forRoles(mayKeepBulletin, { params: ofIssue }, async ({ council, officer, params }) => {
      const result = await takeBackIssue(council, officer, params)
      return result.ok ? done(await readBulletin(council)) : problem(result.refusal.kind, refusals[result.refusal.kind])
    }),
  )
  router.post(
    '/bulletin/:issueId/test',
    forRoles(mayKeepBulletin, { params: ofIssue, body: testBody, once: true }, async ({ council, officer, params, body, mark }) => {
      const result = await sendTest(council, officer, { ...params, memberId: memberId(body.memberId), press: mark })
      if (!result.ok) return problem(result.refusal.kind, testRefusals[result.refusal.kind])
      kick()
      return accepted(result.value)
    }),
  )
  router.get(
    '/bulletin/:issueId/preview/:memberId',
    forRoles(mayKeepBulletin, { params: ofReader }, async ({ council, params }) => {
      const preview = await previewIssue(council, params, (page, about) => bulletinEmail(page, about).text)
      return preview ? done(preview) : notFound
    }),
  )
  router.get(
    '/bulletin/:issueId/delivery',
    forRoles(mayKeepBulletin, { params: ofIssue }, async ({ council, params }) => {
      const delivery = await readDelivery(council, params.issueId)
      return delivery ? done(delivery) : notFound
    }),
  )
  router.get(
    '/my/bulletins',
    forMembers({}, async ({ council }) => done(await readMyBulletins(council))),
  )
  router.get(
    '/my/bulletins/:issueId',
    forMembers({ params: ofIssue }, async ({ council, member, params }) => {
      const issue = await readMyBulletin(council, member.value, params.issueId)
      return issue ? done(issue) : notFound
    }),
  )
  return router
}

type GivenSection = Parameters<typeof editIssue>[2]['sections'][number] & { readonly words?: string | undefined }

function sectionOf({ words, ...section }: Omit<GivenSection, 'words'> & { readonly words?: string | undefined }) {
  return { ...section, ...(words ? { words } : {}) }
}
