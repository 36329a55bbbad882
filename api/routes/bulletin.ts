import { memberId } from '../../domain/kernel/ids.ts'
import { mayKeepBulletin } from '../../domain/policy/may.ts'
import { bulletinEmail } from '../act/bulletin-email.ts'
import {
  bulletin,
  bulletinDelivery,
  bulletinPreview,
  issueBody,
  myBulletin,
  myBulletins,
  noticeBody,
  notices,
  releaseBody,
  testBody,
  testSent,
} from '../contracts/bulletin.ts'
import { forMembers, forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
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
export function bulletinRoutes(kick: () => void): readonly Operation[] {
  return [
    forRoles(
      mayKeepBulletin,
      {
        route: 'GET /bulletin',
        says: 'The issue that is being drawn up, its sections and what may still change',
        gives: bulletin,
      },
      async ({ council }) => done(await readBulletin(council)),
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'GET /bulletin/notices',
        says: 'What officers have put down for the bulletin',
        gives: notices,
      },
      async ({ council }) => done(await readNotices(council)),
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'POST /bulletin/notices',
        says: 'Puts a notice down',
        body: noticeBody,
        once: true,
        gives: notices,
        status: 201,
        refuses: noticeRefusals,
      },
      async ({ council, officer, body, mark }) => {
        const result = await addNotice(council, officer, body, mark)
        return result.ok ? created(await readNotices(council)) : problem(result.refusal.kind, noticeRefusals[result.refusal.kind])
      },
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'DELETE /bulletin/notices/:noticeId',
        says: 'Takes a notice out again',
        params: ofNotice,
        gives: notices,
        refuses: noticeRefusals,
      },
      async ({ council, officer, params }) => {
        const result = await withdrawNotice(council, officer, params.noticeId)
        return result.ok ? done(await readNotices(council)) : problem(result.refusal.kind, noticeRefusals[result.refusal.kind])
      },
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'PUT /bulletin/:issueId',
        says: 'Changes words, order and ticks; refused when somebody changed it since `seen`, and once it is released',
        params: ofIssue,
        body: issueBody,
        gives: bulletin,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await editIssue(council, officer, { ...params, ...body, sections: body.sections.map(sectionOf) })
        return result.ok ? done(await readBulletin(council)) : problem(result.refusal.kind, refusals[result.refusal.kind])
      },
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'POST /bulletin/:issueId/release',
        says: 'Lets it leave at its time; released again it is released once',
        params: ofIssue,
        body: releaseBody,
        gives: bulletin,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await releaseIssue(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        kick()
        return done(await readBulletin(council))
      },
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'POST /bulletin/:issueId/take-back',
        says: 'Takes a release back, until the issue leaves',
        params: ofIssue,
        gives: bulletin,
        refuses: refusals,
      },
      async ({ council, officer, params }) => {
        const result = await takeBackIssue(council, officer, params)
        return result.ok ? done(await readBulletin(council)) : problem(result.refusal.kind, refusals[result.refusal.kind])
      },
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'POST /bulletin/:issueId/test',
        says: 'Sends the issue as it stands, as one Member would get it, to the officer alone. One press, one email',
        params: ofIssue,
        body: testBody,
        once: true,
        gives: testSent,
        status: 202,
        refuses: testRefusals,
      },
      async ({ council, officer, params, body, mark }) => {
        const result = await sendTest(council, officer, { ...params, memberId: memberId(body.memberId), press: mark })
        if (!result.ok) return problem(result.refusal.kind, testRefusals[result.refusal.kind])
        kick()
        return accepted(result.value)
      },
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'GET /bulletin/:issueId/preview/:memberId',
        says: 'The issue as it now is, to one Member',
        params: ofReader,
        gives: bulletinPreview,
      },
      async ({ council, params }) => {
        const preview = await previewIssue(council, params, (page, about) => bulletinEmail(page, about).text)
        return preview ? done(preview) : notFound
      },
    ),
    forRoles(
      mayKeepBulletin,
      {
        route: 'GET /bulletin/:issueId/delivery',
        says: 'To whom an issue went and what became of each',
        params: ofIssue,
        gives: bulletinDelivery,
      },
      async ({ council, params }) => {
        const delivery = await readDelivery(council, params.issueId)
        return delivery ? done(delivery) : notFound
      },
    ),
    forMembers(
      {
        route: 'GET /my/bulletins',
        says: 'Every issue that has left',
        gives: myBulletins,
      },
      async ({ council }) => done(await readMyBulletins(council)),
    ),
    forMembers(
      {
        route: 'GET /my/bulletins/:issueId',
        says: 'One of them, as its Member reads it now',
        params: ofIssue,
        gives: myBulletin,
      },
      async ({ council, member, params }) => {
        const issue = await readMyBulletin(council, member.value, params.issueId)
        return issue ? done(issue) : notFound
      },
    ),
  ]
}

type GivenSection = Parameters<typeof editIssue>[2]['sections'][number] & { readonly words?: string | undefined }

function sectionOf({ words, ...section }: Omit<GivenSection, 'words'> & { readonly words?: string | undefined }) {
  return { ...section, ...(words ? { words } : {}) }
}
