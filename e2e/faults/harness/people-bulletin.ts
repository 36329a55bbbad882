import type { IssueId, NoticeId } from '../../../domain/kernel/ids.ts'
import { issueBody, noticeBody, type NoticeBody } from '../../../api/contracts/bulletin.ts'
import type { Council } from '../../../api/ports/council.ts'
import { addNotice, withdrawNotice } from '../../../api/use-cases/keep-notices.ts'
import { readBulletin } from '../../../api/use-cases/read-bulletin.ts'
import { editIssue, releaseIssue, takeBackIssue } from '../../../api/use-cases/release-issue.ts'
import { sendTest } from '../../../api/use-cases/send-test.ts'
import { anOfficer } from '../../../domain/testing/builders.ts'
import { memberIdFor } from './member-ids.ts'
import type { Asking, Attempt, Tried } from './persist.ts'

type Asked = { readonly at: number; toldAt?: number }

/** What officers meant of this week's issue. */
export type MeantOfBulletin = {
  readonly notices: (Asked & { readonly title: string; id?: NoticeId; withdrawn?: Asked })[]
  readonly edits: (Asked & { readonly opening: string; readonly leftOut: readonly string[] })[]
  readonly releases: Asked[]
  readonly takenBack: Asked[]
  readonly tests: (Asked & { readonly officer: number })[]
}

export type Bulletins = {
  readonly meant: MeantOfBulletin
  putDown(notice: NoticeBody): Promise<void>
  /** The notice of that title stands in no issue. */
  withdraw(title: string): Promise<void>
  /** An opening of her own, and without the notices of these titles. */
  edit(opening: string, leftOut: readonly string[]): Promise<void>
  release(officer: number): Promise<void>
  takeBack(): Promise<void>
  /** She has it sent to herself, as it now stands and as that Member would get it. */
  test(officer: number, member: number): Promise<void>
}

export function createBulletins({ persist, world }: Asking, issue: IssueId): Bulletins {
  const meant: MeantOfBulletin = { notices: [], edits: [], releases: [], takenBack: [], tests: [] }
  const officer = anOfficer(901)

  async function toldOf(own: Asked, attempt: Attempt): Promise<void> {
    if (await persist(attempt)) own.toldAt = world.now()
  }

  return {
    meant,
    async putDown(notice) {
      const own: MeantOfBulletin['notices'][number] = { title: notice.title, at: world.now() }
      meant.notices.push(own)
      await toldOf(own, async (council) => {
        const result = await addNotice(council, officer, noticeBody.parse(notice), `puts down ${notice.title}`)
        if (result.ok) own.id = result.value
        return result.ok ? 'done' : 'given up'
      })
    },
    async withdraw(title) {
      const own = meant.notices.find((each) => each.title === title)
      const { id } = own ?? {}
      if (!own || !id) return
      own.withdrawn = { at: world.now() }
      await toldOf(own.withdrawn, async (council) => triedOf(await withdrawNotice(council, officer, id)))
    },
    async edit(opening, leftOut) {
      const own = { at: world.now(), opening, leftOut }
      meant.edits.push(own)
      await toldOf(own, async (council, { isThere }) => {
        const seen = await onTheDesk(council, issue)
        if (typeof seen === 'string') return seen
        if (!isThere()) return 'again'
        if (seen.opening === opening) return 'done' // she sees it on the page
        const sections = seen.sections.map(({ id, on, items }) => ({
          id,
          on,
          leftOut: items.filter(({ title }) => leftOut.includes(title)).map(({ key }) => key),
        }))
        const body = issueBody.parse({ seen: seen.seen, opening, sections })
        return triedOf(await editIssue(council, officer, { issueId: issue, ...body, sections }))
      })
    },
    async release(number) {
      const own = { at: world.now() }
      meant.releases.push(own)
      await toldOf(own, async (council, { isThere }) => {
        const seen = await onTheDesk(council, issue)
        if (typeof seen === 'string') return seen
        if (!isThere()) return 'again'
        if (seen.state === 'released') return 'done'
        return triedOf(await releaseIssue(council, anOfficer(number), { issueId: issue, seen: seen.seen }))
      })
    },
    async takeBack() {
      const own = { at: world.now() }
      meant.takenBack.push(own)
      await toldOf(own, async (council) => triedOf(await takeBackIssue(council, officer, { issueId: issue })))
    },
    async test(number, member) {
      const own = { at: world.now(), officer: number }
      const press = `test-${meant.tests.push(own)}`
      await toldOf(own, async (council) =>
        triedOf(await sendTest(council, anOfficer(number), { issueId: issue, memberId: memberIdFor(member), press })),
      )
    },
  }
}

/** The issue as the officers' page shows it; `given up` once another is drawn up, because this one has left or has lapsed. */
async function onTheDesk(council: Council, issue: IssueId) {
  const page = await readBulletin(council)
  if (page.issue?.issueId === issue) return page.issue
  return page.issue || page.past.some(({ issueId }) => issueId === issue) || page.lapsed ? 'given up' : 'again'
}

function triedOf(result: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly kind: string } }): Tried {
  if (result.ok) return 'done'
  return ['changed-since-seen', 'busy', 'no-such-issue', 'no-such-member', 'nothing-to-say'].includes(result.refusal.kind)
    ? 'again'
    : 'given up'
}
