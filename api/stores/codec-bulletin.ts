import { z } from 'zod'
import type { Item, Run } from '../../domain/bulletin/contents.ts'
import type { Issue, PastIssue } from '../../domain/bulletin/issue.ts'
import { noticeSections, type Notice } from '../../domain/bulletin/notice.ts'
import type { OfferedPlaces } from '../../domain/bulletin/offered.ts'
import { issueId, noticeId, offerId, type IssueId, type NoticeId, type OfferId } from '../../domain/kernel/ids.ts'
import { bulletinSections } from '../../domain/rulebook/bulletin.ts'
import { courseIdCodec, covering, dayCodec, instantCodec, personIdCodec, rowCodec, sessionIdCodec } from './codec.ts'

const issueIdCodec = z.codec(z.string(), z.custom<IssueId>(), { decode: issueId, encode: (id) => id })
const noticeIdCodec = z.codec(z.string(), z.custom<NoticeId>(), { decode: noticeId, encode: (id) => id })
const sectionId = z.enum(bulletinSections)

const names = z.array(z.string()).readonly()
const places = covering<OfferedPlaces>()(
  z.object({
    offerId: z.codec(z.string(), z.custom<OfferId>(), { decode: offerId, encode: (id) => id }),
    places: z.int(),
    openTo: z.discriminatedUnion('kind', [z.object({ kind: z.literal('everyone') }), z.object({ kind: z.literal('posts'), posts: names })]),
    neededFor: names,
    criteria: z.array(z.enum(['role-need', 'not-had-one', 'ballot'])).readonly(),
    closesAt: instantCodec,
  }),
)

const run = covering<Run>()(
  z.object({
    sessionId: sessionIdCodec,
    startsAt: instantCodec,
    endsAt: instantCodec,
    delivery: z.enum(['in-person', 'online', 'hybrid']),
    place: z.string().optional(),
    places: places.optional(),
  }),
)

type ItemOf<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>
const noticeItem = covering<ItemOf<'notice'>>()(
  z.object({
    kind: z.literal('notice'),
    key: z.string(),
    noticeId: noticeIdCodec,
    title: z.string(),
    about: z.string().optional(),
    link: z.string().optional(),
    provider: z.string().optional(),
    recognised: z.literal(true).optional(),
    costPence: z.int().optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    roles: z.array(z.string()).readonly(),
    minutes: z.int().optional(),
    insteadOf: z.string().optional(),
    places: places.optional(),
  }),
)
const sessionItem = covering<ItemOf<'session'>>()(
  z.object({
    kind: z.literal('session'),
    key: z.string(),
    title: z.string(),
    kindLabel: z.string(),
    runs: z.array(run).readonly(),
    mandatoryFor: z.string().optional(),
    instead: z.array(noticeItem).readonly(),
  }),
)
const movedItem = covering<ItemOf<'moved'>>()(
  z.object({ kind: z.literal('moved'), key: z.string(), title: z.string(), from: instantCodec, run }),
)
const offItem = covering<ItemOf<'cancelled' | 'postponed'>>()(
  z.object({
    kind: z.enum(['cancelled', 'postponed']),
    key: z.string(),
    sessionId: sessionIdCodec,
    title: z.string(),
    startsAt: instantCodec,
    message: z.string().optional(),
    other: run.optional(),
  }),
)
const item = z.discriminatedUnion('kind', [sessionItem, movedItem, offItem, noticeItem])
const contents = z.object({
  sections: z.array(z.object({ id: sectionId, words: z.string().optional(), items: z.array(item).readonly() })).readonly(),
})

const releaser = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('officer'), id: personIdCodec, name: z.string() }),
  z.object({ kind: z.literal('rulebook') }),
])
const state = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft') }),
  z.object({ kind: z.literal('released'), at: instantCodec, by: releaser }),
  z.object({ kind: z.literal('sent'), at: instantCodec, releasedAt: instantCodec, by: releaser, contents, to: z.int().optional() }),
  z.object({ kind: z.literal('lapsed'), at: instantCodec, because: z.enum(['not-released', 'too-late', 'empty']) }),
])

export const issueCodec = rowCodec<Issue>()(
  z.object({
    id: issueIdCodec,
    number: z.int(),
    dueAt: instantCodec,
    draftedAt: instantCodec,
    opening: z.string().optional(),
    sections: z
      .array(z.object({ id: sectionId, on: z.boolean(), words: z.string().optional(), leftOut: z.array(z.string()).readonly() }))
      .readonly(),
    remindedAt: instantCodec.optional(),
    state,
  }),
)

export const pastIssueCodec = rowCodec<PastIssue>()(
  z.object({ id: issueIdCodec, number: z.int(), sentAt: instantCodec, subject: z.string(), listed: z.array(z.string()).readonly() }),
)

export const noticeCodec = rowCodec<Notice>()(
  z.object({
    id: noticeIdCodec,
    section: z.enum(noticeSections),
    title: z.string(),
    about: z.string().optional(),
    link: z.string().optional(),
    provider: z.string().optional(),
    costPence: z.int().optional(),
    from: dayCodec.optional(),
    to: dayCodec.optional(),
    roles: z.array(z.string()).readonly(),
    minutes: z.int().optional(),
    insteadOf: z.object({ courseId: courseIdCodec, title: z.string() }).optional(),
    recurring: z.string().optional(),
    until: dayCodec.optional(),
    addedAt: instantCodec,
    addedBy: personIdCodec,
    addedByName: z.string(),
    withdrawnAt: instantCodec.optional(),
  }),
)
