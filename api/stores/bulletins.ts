import type { IssueId } from '../../domain/kernel/ids.ts'
import { issueEntries, noticeEntry } from '../account/bulletin-entries.ts'
import type { Bulletins } from '../ports/bulletins.ts'
import { issueCodec, noticeCodec, pastIssueCodec } from './codec-bulletin.ts'
import { dutyCodec } from './codec-duty.ts'
import { auditPrefix, bulletinPk, issuePk, issueRow, noticeRow, pastIssueRow, startingWith } from './keys.ts'
import { createMatterRows, written, type MatterDeps } from './matter-rows.ts'

/** A council's bulletin, in one partition for each issue and one for what all of them share. */
export function createBulletins(deps: MatterDeps): Bulletins {
  const { council, tables, clock, audit } = deps
  const pkOf = (id: IssueId) => issuePk(council, id)
  const common = bulletinPk(council)
  const { thenLooked, ...rows } = createMatterRows<IssueId>(deps, { pkOf, sourceOf: (id) => `iss~${id}` })
  return {
    ...rows,
    async find(id) {
      const found = (await tables.range(pkOf(id), ...startingWith(''))).filter(({ rk }) => !rk.startsWith(auditPrefix))
      const header = found.find(({ rk }) => rk === issueRow.header)
      const duties = found.filter((row) => row !== header).map(({ data }) => dutyCodec.from(data))
      return header && { issue: issueCodec.from(header.data), duties, etag: header.etag }
    },
    async issue(id) {
      const row = await tables.get(pkOf(id), issueRow.header)
      return row && issueCodec.from(row.data)
    },
    async save(issue, seen, by) {
      const row = seen === 'new' ? undefined : await tables.get(pkOf(issue.id), issueRow.header)
      const before = row && issueCodec.from(row.data)
      const drafts = issueEntries({ before, after: issue }, by, clock.now())
      return thenLooked(issue.id, { ops: [written(issueRow.header, issueCodec.data(issue), seen)], drafts })
    },
    async past() {
      const rows = await tables.range(common, ...startingWith('i~'))
      const issues = rows.map(({ data }) => pastIssueCodec.from(data))
      return issues.toSorted((one, other) => one.sentAt.epochMilliseconds - other.sentAt.epochMilliseconds)
    },
    keepPast: async (issue) => void (await tables.commit(common, [{ put: pastIssueRow(issue.id), data: pastIssueCodec.data(issue) }])),
    notices: async () => (await tables.range(common, ...startingWith('n~'))).map(({ data }) => noticeCodec.from(data)),
    async notice(id) {
      const row = await tables.get(common, noticeRow(id))
      return row && { value: noticeCodec.from(row.data), etag: row.etag }
    },
    async saveNotice(notice, seen, by) {
      const row = seen === 'new' ? undefined : await tables.get(common, noticeRow(notice.id))
      const before = row && noticeCodec.from(row.data)
      const op = written(noticeRow(notice.id), noticeCodec.data(notice), seen)
      return audit.commit({ source: 'bulletin', ops: [op], drafts: [noticeEntry({ before, after: notice }, by, clock.now())] })
    },
  }
}
