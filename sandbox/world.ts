import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** As `2026-10-05T08:00:00Z`, or with an offset; seconds may be left out. */
export const instantText = z
  .string()
  .max(60)
  .refine(isInstant, { error: 'An instant such as 2026-10-05T08:00:00Z', abort: true })
  .meta({ format: 'date-time' })

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text) instanceof Temporal.Instant
  } catch (cause) {
    if (cause instanceof RangeError) return false
    throw cause
  }
}

const email = z.string().toLowerCase().pipe(z.email())
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dots, hyphens and underscores')
const day = z.iso.date()

/**
 * Who and what exists in a council of the sandbox. What happened there is done through Graph, as Outlook would do it.
 * Unknown fields are refused, so that a slip of the pen is not taken for a wish.
 */
export const worldSchema = z.strictObject({
  $schema: z.string().optional(),
  now: instantText.refine((at) => /^20\d\d-/.test(at), 'A time between 2000 and 2099'),
  council: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{2,23}$/, '3 to 24 of a to z, 0 to 9 and hyphens'),
    name: z.string().min(1).max(100),
    domain: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, 'A domain such as thamesbrook.example'),
    tenantId: z.guid().optional(),
    /** One mailbox that the service must not be able to read, tried to see that it is refused. */
    outsideMailbox: email.optional(),
    /** Whom Members ring. The first officer when absent. */
    help: z.strictObject({ name: z.string(), role: z.string(), telephone: z.string() }).optional(),
  }),
  people: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1).max(100),
        email,
        aliases: z.array(email).max(10).optional(),
        mobile: z.string().max(40).optional(),
        landline: z.string().max(40).optional(),
        roles: z.array(z.enum(['officer', 'administrator'])).optional(),
        /** Shown under the name on the desk: "Head of service", "No mobile phone". */
        note: z.string().max(60).optional(),
        /** False: somebody outside, who has an address and no mailbox here. */
        hasMailbox: z.boolean().optional(),
        guest: z.boolean().optional(),
        /** False: the bot was never installed for them. */
        hasBot: z.boolean().optional(),
        /** `off`: texts are accepted and never confirmed. `broken`: they fail. */
        handset: z.enum(['on', 'off', 'broken']).optional(),
        /** Outlook's own setting: a declined meeting stays in the calendar. */
        keepsDeclined: z.boolean().optional(),
        /** True: mail to them comes back as undeliverable, as from a full mailbox. Invitations still arrive. */
        bounces: z.boolean().optional(),
        /** True: the account is switched off, as when somebody has left. */
        disabled: z.boolean().optional(),
        /** True: the mailbox is outside the service's scope in Exchange, which refuses it there. */
        outOfScope: z.boolean().optional(),
      }),
    )
    .max(2000),
  groups: z
    .array(
      z.strictObject({
        email,
        name: z.string().min(1).max(100),
        members: z.array(z.string()).max(2000),
        kind: z.enum(['distribution', 'microsoft365', 'dynamic']).optional(),
      }),
    )
    .max(200),
  mailboxes: z
    .array(z.strictObject({ email, name: z.string(), delegates: z.array(id) }))
    .max(50)
    .optional(),
  rooms: z
    .array(
      z.strictObject({
        email,
        name: z.string(),
        capacity: z.int().min(1).optional(),
        stepFree: z.boolean().optional(),
        hearingLoop: z.boolean().optional(),
      }),
    )
    .max(200)
    .optional(),
  register: z.strictObject({
    members: z
      .array(
        z.strictObject({
          person: id,
          kind: z.enum(['mayor', 'councillor', 'co-optee']),
          group: z.string().optional(),
          ward: z.string().optional(),
          from: day,
          to: day.optional(),
        }),
      )
      .max(2000),
    offices: z
      .array(
        z.strictObject({
          person: id,
          title: z.string(),
          committee: z.string().optional(),
          substitute: z.boolean().optional(),
          from: day,
          to: day.optional(),
        }),
      )
      .max(5000),
    committees: z
      .array(
        z.strictObject({
          name: z.string(),
          meetings: z.array(z.strictObject({ start: z.string(), end: z.string().optional(), place: z.string().optional() })).max(200),
        }),
      )
      .max(200),
  }),
  rulebook: z.strictObject({ preset: z.string(), settings: z.record(z.string(), z.unknown()).optional() }),
  preferences: z
    .array(z.strictObject({ person: id, texts: z.boolean().optional(), combine: z.boolean().optional() }))
    .max(2000)
    .optional(),
})

export type World = z.infer<typeof worldSchema>
