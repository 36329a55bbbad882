import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Council } from '../ports/council.ts'

const attempts = 4

/** C2.2: asks for the organiser's calendar to be read again soon. Reads nothing itself: the answer comes with the next page. */
export async function refreshSession(
  { sessions, mailboxes }: Pick<Council, 'sessions' | 'mailboxes'>,
  sessionId: SessionId,
): Promise<Result<'asked', { readonly kind: 'no-such-session' }>> {
  const found = await sessions.find(sessionId)
  if (!found) return refused({ kind: 'no-such-session' })
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const mailbox = await mailboxes.find(found.session.calendar.mailbox)
    if (!mailbox || mailbox.value.dirty) break
    if ((await mailboxes.save({ ...mailbox.value, dirty: true }, { etag: mailbox.etag })) === 'saved') break
  }
  return ok('asked')
}
