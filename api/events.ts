/**
 * Everything that is worth a line in the log, with the only fields its line may have.
 *
 * Names, addresses, numbers and words of people are not among the fields, and never become ones: the log goes where the records must not.
 */
export const events = {
  'service.started': ['port', 'worker'],
  'service.waiting': ['dependency', 'because'],
  'service.ready': ['durationMs'],
  'service.stopping': ['signal'],
  /** This machine's clock goes by storage's from now on, and is ahead of it by so much. */
  'clock.corrected': ['aheadSeconds'],
  /** Storage and this machine's clock differ by more than can be: the machine's is kept. */
  'clock.in-doubt': ['aheadSeconds'],
  'request.answered': ['council', 'person', 'route', 'status', 'durationMs'],
  'request.refused': ['council', 'person', 'route', 'status', 'refusal', 'because'],
  'request.failed': ['council', 'person', 'route', 'status', 'reference', 'error', 'dependency', 'frames'],
  'sign-in.refused': ['because', 'route'],
  'bot.refused': ['because', 'council'],
  'bot.handled': ['council', 'person', 'activity', 'verb', 'outcome', 'durationMs'],
  'bot.unsaid': ['council', 'person', 'because'],
  'bot.failed': ['council', 'error', 'reference', 'frames'],
  'notification.dropped': ['because', 'count'],
  'receipt.applied': ['council', 'session', 'duty', 'outcome'],
  'receipt.refused': ['because'],
  'mailbox.synced': ['council', 'mailbox', 'count', 'whole', 'durationMs'],
  'mailbox.closed': ['council', 'mailbox', 'because'],
  'mailbox.failed': ['council', 'mailbox', 'error', 'dependency', 'durationMs'],
  'session.looked': ['council', 'session', 'count', 'durationMs'],
  'bulletin.sent': ['council', 'issue', 'count'],
  'bulletin.lapsed': ['council', 'issue', 'because'],
  'session.failed': ['council', 'session', 'error', 'frames'],
  'duty.sent': ['council', 'session', 'duty', 'purpose', 'channel', 'attempt', 'durationMs'],
  'duty.failed': ['council', 'session', 'duty', 'purpose', 'channel', 'because', 'attempt'],
  'duty.skipped': ['council', 'session', 'duty', 'purpose', 'channel', 'because'],
  'duty.waiting': ['council', 'session', 'duty', 'purpose', 'channel', 'because', 'afterSeconds', 'attempt'],
  'duty.unknown': ['council', 'session', 'duty', 'purpose', 'channel', 'because', 'attempt'],
  'duty.needs-attention': ['council', 'session', 'duty', 'purpose', 'channel', 'because'],
  'lane.stopped': ['council', 'channel', 'because'],
  'subscription.renewed': ['council', 'mailbox'],
  'subscription.failed': ['council', 'mailbox', 'error', 'dependency'],
  'hint.poisoned': ['council', 'because', 'count'],
  'pointer.poisoned': ['because'],
  'work.late': ['council', 'lateSeconds'],
  'work.caught-up': ['council'],
  /** The service can read a mailbox that it must not: a person must take the right away. */
  'access.too-wide': ['council'],
  'access.refused': ['council', 'because'],
  'register.refused': ['council', 'because'],
  'mail.bounced': ['council', 'count'],
  'meetings.read': ['council', 'count'],
  'meetings.refused': ['council', 'because'],
  'job.passed-over': ['council', 'job', 'count'],
  'audit.failed': ['council', 'source', 'dependency', 'error', 'frames'],
  'job.ran': ['council', 'job', 'count', 'durationMs'],
  'job.failed': ['council', 'job', 'error', 'dependency', 'frames'],
  'dependency.silent': ['dependency', 'because'],
  /** Calls since this was last said, by what came of them. */
  'outcomes.counted': ['dependency', 'done', 'again', 'unknown', 'final', 'stopped', 'wait', 'minutes'],
  /** A status whose meaning nobody has listed: somebody must find out. */
  'answer.unlisted': ['dependency', 'call', 'status', 'became'],
} as const satisfies Record<string, readonly string[]>

export type EventName = keyof typeof events
export type FieldsOf<Name extends EventName> = { readonly [field in (typeof events)[Name][number]]?: string | number | boolean | undefined }
