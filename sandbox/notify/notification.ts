import { Temporal } from 'temporal-polyfill'
import type { KeyType } from './account.ts'
import { fragmentsOf } from './text-content.ts'
import type { Template } from './templates.ts'

export type Status = 'created' | 'sending' | 'sent' | 'delivered' | 'permanent-failure' | 'temporary-failure' | 'technical-failure'

export type Notification = {
  readonly id: string
  readonly type: 'sms' | 'email'
  /** As it was submitted: a receipt says it back in the same form. */
  readonly to: string
  readonly reference: string | null
  readonly subject?: string
  readonly body: string
  readonly template: Template
  readonly key: KeyType
  /** Milliseconds since 1970 by the shared clock, as are the next two. */
  readonly createdAt: number
  status: Status
  sentAt?: number
  completedAt?: number
}

/** Pounds a fragment, before VAT, from 1 April 2026. */
const rate = 0.024

/** As `GET /v2/notifications/{id}` shows it. */
export function shown(notification: Notification, base: string): object {
  const { id, type, to, reference, subject, body, template, status } = notification
  const fragments = type === 'sms' ? fragmentsOf(body) : 0
  return {
    id,
    reference,
    email_address: type === 'email' ? to : null,
    phone_number: type === 'sms' ? to : null,
    type,
    status,
    template: { id: template.id, version: template.version, uri: `${base}/v2/template/${template.id}/version/${template.version}` },
    body,
    subject: subject ?? null,
    created_at: stamp(notification.createdAt),
    created_by_name: null,
    sent_at: stamp(notification.sentAt),
    completed_at: stamp(notification.completedAt),
    scheduled_for: null,
    one_click_unsubscribe_url: null,
    is_cost_data_ready: true,
    cost_in_pounds: Number((fragments * rate).toFixed(3)),
    cost_details: type === 'sms' ? { billable_sms_fragments: fragments, international_rate_multiplier: 1, sms_rate: rate } : {},
  }
}

/** As Notify posts it to the council's address. Final states only. */
export function receiptOf({ id, reference, to, status, type, template, ...at }: Notification): object {
  return {
    id,
    reference,
    to,
    status,
    created_at: stamp(at.createdAt),
    completed_at: stamp(at.completedAt),
    sent_at: stamp(at.sentAt),
    notification_type: type,
    template_id: template.id,
    template_version: template.version,
  }
}

/** Six decimals and a Z, as Notify writes its times. */
function stamp(at: number | undefined): string | null {
  return at === undefined ? null : Temporal.Instant.fromEpochMilliseconds(at).toString({ fractionalSecondDigits: 6 })
}
