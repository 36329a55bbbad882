import type { Issue, IssueRecord, PastIssue } from '../../domain/bulletin/issue.ts'
import type { Notice } from '../../domain/bulletin/notice.ts'
import type { IssueId, NoticeId } from '../../domain/kernel/ids.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Actor } from './audit.ts'
import type { Seen, Stored, Written } from './council.ts'
import type { Duties } from './duties.ts'

/** A council's bulletin: each issue one partition, beside them what has left and what officers want said. */
export interface Bulletins extends Duties<IssueId> {
  find(id: IssueId): Promise<(IssueRecord & { readonly etag: string }) | undefined>
  /** What it is, without what is owed because of it: one reading of one row. */
  issue(id: IssueId): Promise<Issue | undefined>
  /**
   * The issue as it now is, `etag` being of what was read. Has it looked at afterwards; the pointer is written first, so that a crash
   * between leaves a look too many and never one too few.
   */
  save(issue: Issue, seen: Seen, by: Actor): Promise<Written>
  /** Those that the issue does not have yet, each with its pointer before it. Repeatable: one that exists is left as it stands. */
  owe(id: IssueId, duties: readonly DutyRecord[]): Promise<void>
  /** Has it looked at again at a moment. Repeatable. */
  askLookAt(id: IssueId, at: Issue['dueAt']): Promise<void>

  /** Every issue that has left, oldest first. */
  past(): Promise<readonly PastIssue[]>
  /** A copy of what the issue itself says; repeatable. */
  keepPast(issue: PastIssue): Promise<void>

  notices(): Promise<readonly Notice[]>
  notice(id: NoticeId): Promise<Stored<Notice> | undefined>
  saveNotice(notice: Notice, seen: Seen, by: Actor): Promise<Written>
}
