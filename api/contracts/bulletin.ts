import { z } from 'zod'
import { noticeSections } from '../../domain/bulletin/notice.ts'
import { bulletinSections } from '../../domain/rulebook/bulletin.ts'
import { instantText, typedText } from './shared.ts'

const sectionId = z.enum(bulletinSections)
const issueIdText = z.string()

/** C4.7: what can be done in one's own time instead. */
const instead = z.array(z.object({ line: z.string(), link: z.string().optional() }))
/** C4.4: where one says that one would like a limited place. */
const places = z.array(z.object({ offerId: z.string(), line: z.string() })).optional()

/** An issue in words, as one reader gets it: what the email says and the page shows. */
export const bulletinPage = z.object({
  subject: z.string(),
  name: z.string(),
  headline: z.string(),
  opening: z.string().optional(),
  asks: z.array(z.object({ sessionId: z.string(), title: z.string(), heading: z.string(), lines: z.array(z.string()), instead })),
  sections: z.array(
    z.object({
      id: sectionId,
      heading: z.string(),
      words: z.string().optional(),
      items: z.array(
        z.object({
          title: z.string(),
          sessionId: z.string().optional(),
          link: z.string().optional(),
          lines: z.array(z.string()),
          instead,
          places,
        }),
      ),
    }),
  ),
})
export type BulletinPage = z.infer<typeof bulletinPage>

export const pastIssue = z.object({ issueId: issueIdText, number: z.int(), sentAt: instantText, subject: z.string() })
export type PastIssue = z.infer<typeof pastIssue>

/** What may still change, or wants an officer's eye, before an issue leaves. */
const warning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('undecided'), sessionId: z.string(), title: z.string(), startsAt: instantText }),
  /** C1.9: it does not say what it is to achieve. `held`: so it is not announced; else it is, all the same. */
  z.object({ kind: z.literal('no-aims'), sessionId: z.string(), title: z.string(), startsAt: instantText, held: z.boolean() }),
  /** C4.3: it stands in its first issue later than the lead time asks. */
  z.object({
    kind: z.literal('late-notice'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    weeks: z.int(),
    issues: z.int(),
  }),
  /** C4.6. `until`: the last day of the period in which none has been passed on; `missed`: the period before ended with none. */
  z.object({ kind: z.literal('none-passed-on'), label: z.string(), until: z.iso.date(), missed: z.boolean() }),
])
export type BulletinWarning = z.infer<typeof warning>

/** GET /api/bulletin, and what every change to an issue is answered with. */
export const bulletin = z.object({
  now: instantText,
  name: z.string(),
  /** Absent: there is nothing to say yet, or no issue is due (then `next` is absent too). */
  issue: z
    .object({
      issueId: issueIdText,
      number: z.int(),
      dueAt: instantText,
      state: z.enum(['draft', 'released']),
      releasedBy: z.string().optional(),
      opening: z.string().optional(),
      /** Every section of the rulebook in the officers' order, those that leave themselves out too. */
      sections: z.array(
        z.object({
          id: sectionId,
          heading: z.string(),
          on: z.boolean(),
          words: z.string().optional(),
          items: z.array(z.object({ key: z.string(), title: z.string(), leftOut: z.boolean() })),
        }),
      ),
      warnings: z.array(warning),
      seen: z.string(),
    })
    .optional(),
  /** When the next issue leaves, or would. */
  next: instantText.optional(),
  /** The issue that should have left last and never did; absent once another has left. */
  lapsed: z.object({ dueAt: instantText, because: z.enum(['not-released', 'too-late', 'empty']) }).optional(),
  /** To how many Members it goes. */
  members: z.int(),
  readers: z.array(z.object({ memberId: z.string(), name: z.string() })),
  past: z.array(pastIssue),
})
export type Bulletin = z.infer<typeof bulletin>

/** PUT /api/bulletin/:issueId */
export const issueBody = z.strictObject({
  seen: z.string().max(64),
  opening: typedText(2_000).optional(),
  sections: z
    .array(
      z.strictObject({
        id: sectionId,
        on: z.boolean(),
        words: typedText(1_000).optional(),
        leftOut: z.array(z.string().max(200)).max(200).default([]),
      }),
    )
    .max(bulletinSections.length)
    .refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length),
})
export type IssueBody = z.input<typeof issueBody>

/** POST /api/bulletin/:issueId/release */
export const releaseBody = z.strictObject({ seen: z.string().max(64) })

/** POST /api/bulletin/:issueId/test: as whom it is written. It goes to whoever asks. */
export const testBody = z.strictObject({ memberId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) })

/** 202: it is on its way to this address. */
export const testSent = z.object({ address: z.string() })

/** GET /api/bulletin/:issueId/preview/:memberId: the issue as it would be now, to one Member. */
export const bulletinPreview = z.object({ page: bulletinPage, text: z.string() })
export type BulletinPreview = z.infer<typeof bulletinPreview>

/** GET /api/bulletin/:issueId/delivery (C4.17): what became of each one's. */
export const bulletinDelivery = z.object({
  issueId: issueIdText,
  number: z.int(),
  sentAt: instantText,
  subject: z.string(),
  rows: z.array(
    z.object({
      name: z.string(),
      memberId: z.string().optional(),
      /** `came-back`: it was sent, and Exchange could not deliver it. */
      state: z.enum(['due', 'claimed', 'unknown', 'sent', 'came-back', 'failed', 'skipped', 'needs-attention']),
      /** Of what could not be delivered: where to. */
      address: z.string().optional(),
      at: instantText.optional(),
      because: z.string().optional(),
    }),
  ),
})
export type BulletinDelivery = z.infer<typeof bulletinDelivery>

const notice = z.object({
  noticeId: z.string(),
  section: z.enum(noticeSections),
  title: z.string(),
  about: z.string().optional(),
  link: z.string().optional(),
  provider: z.string().optional(),
  recognised: z.boolean(),
  costPence: z.int().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  roles: z.array(z.string()),
  minutes: z.int().optional(),
  insteadOf: z.string().optional(),
  recurring: z.string().optional(),
  until: z.iso.date().optional(),
  addedAt: instantText,
  addedBy: z.string(),
  /** Where it stands: in the next issue, in so many already, or over. */
  stands: z.enum(['next-issue', 'over']),
  issues: z.array(z.int()),
  /**
   * C4.4: Members have been told that its places are limited, and it is still to come: taken out, those who would like one are written to.
   * `nobody`: none of them is, because nobody is interested yet, or nobody has or waits for a place any more.
   */
  places: z.object({ interested: z.int(), nobody: z.enum(['yet', 'any-more']).optional() }).optional(),
})
export type NoticeView = z.infer<typeof notice>

/** GET /api/bulletin/notices */
export const notices = z.object({
  notices: z.array(notice),
  /** Sessions to come to which something may be an alternative (C4.7). */
  sessions: z.array(z.object({ sessionId: z.string(), title: z.string(), startsAt: instantText })),
  providers: z.array(z.string()),
  recurring: z.array(z.object({ id: z.string(), label: z.string() })),
  youSaidWeDid: z.boolean(),
})
export type Notices = z.infer<typeof notices>

const isWebAddress = (text: string) => /^https:\/\/[^\s]+$/.test(text)

/** POST /api/bulletin/notices */
export const noticeBody = z
  .strictObject({
    section: z.enum(noticeSections),
    title: typedText(200).min(1),
    about: typedText(1_000).optional(),
    link: z.string().max(500).refine(isWebAddress).optional(),
    provider: typedText(100).optional(),
    costPence: z.int().min(0).max(10_000_000).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    roles: z.array(typedText(60).min(1)).max(10).default([]),
    minutes: z.int().min(1).max(2_400).optional(),
    insteadOf: z.string().max(64).optional(),
    recurring: z.string().max(40).optional(),
    until: z.iso.date().optional(),
  })
  .refine(({ from, to }) => to === undefined || (from !== undefined && from <= to))
export type NoticeBody = z.input<typeof noticeBody>

/** GET /api/my/bulletins */
export const myBulletins = z.object({ name: z.string(), issues: z.array(pastIssue) })
export type MyBulletins = z.infer<typeof myBulletins>

/** GET /api/my/bulletins/:issueId */
export const myBulletin = z.object({ issueId: issueIdText, page: bulletinPage })
export type MyBulletin = z.infer<typeof myBulletin>
