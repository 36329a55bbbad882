import { z } from 'zod'
import { Refused } from './refusal.ts'

const shared = {
  template_id: z.guid('is not a valid UUID'),
  personalisation: z.record(z.string(), z.unknown()).optional(),
  reference: z.string().max(1000).nullish(),
}

export const textRequest = z.strictObject({ ...shared, phone_number: z.string(), sms_sender_id: z.guid('is not a valid UUID').optional() })

export const emailRequest = z.strictObject({
  ...shared,
  email_address: z.string().pipe(z.email('Not a valid email address')),
  email_reply_to_id: z.guid('is not a valid UUID').optional(),
  one_click_unsubscribe_url: z.url({ protocol: /^https$/, error: 'is not a valid https url' }).optional(),
  sanitise_content_for: z.array(z.string()).optional(),
})

/** A body of the shape, or the refusal that lists everything wrong with it. */
export function readRequest<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const read = schema.safeParse(body, { reportInput: true })
  if (read.success) return read.data
  throw new Refused(400, 'ValidationError', ...read.error.issues.map(inNotifysWords))
}

function inNotifysWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `Additional properties are not allowed (${issue.keys.join(', ')} was unexpected)`
  const name = issue.path.join('.') || 'body'
  return issue.input === undefined ? `${name} is a required property` : `${name} ${issue.message}`
}
