import { z } from 'zod'
import type { Call, HistoryEntry } from '../../domain/sessions/session-record.ts'
import { courseIdCodec, instantCodec, memberIdCodec, rowCodec } from './codec.ts'

const response = z.enum(['accepted', 'tentative', 'declined', 'none'])

const what = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invited'), members: z.int() }),
  z.object({ kind: z.literal('invitation-widened'), members: z.int() }),
  z.object({ kind: z.literal('invitation-narrowed'), members: z.int() }),
  z.object({ kind: z.literal('responded'), memberId: memberIdCodec, from: response, to: response }),
  z.object({ kind: z.literal('moved'), from: instantCodec, to: instantCodec }),
  z.object({ kind: z.literal('length-changed'), from: instantCodec, to: instantCodec }),
  z.object({ kind: z.literal('renamed'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('place-changed'), from: z.string().optional(), to: z.string().optional() }),
  z.object({ kind: z.literal('reviewed'), accepted: z.int(), minimum: z.int() }),
  z.object({ kind: z.literal('raised'), accepted: z.int(), minimum: z.int(), round: z.int() }),
  z.object({ kind: z.literal('escalated') }),
  z.object({ kind: z.literal('closed'), because: z.string(), accepted: z.int() }),
  z.object({
    kind: z.literal('decided'),
    choice: z.string(),
    byName: z.string(),
    insteadOf: z.literal('postpone').optional(),
    reason: z.string().optional(),
  }),
  z.object({ kind: z.literal('cancelled-in-outlook') }),
  z.object({ kind: z.literal('reason-given'), byName: z.string(), reasonId: z.string() }),
  z.object({ kind: z.literal('reminded'), reminder: z.enum(['week-before', 'morning-of']), members: z.int() }),
  z.object({ kind: z.literal('clash-accepted'), beside: z.string(), byName: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('untagged') }),
  z.object({ kind: z.literal('tagged-again') }),
  z.object({ kind: z.literal('register-begun'), byName: z.string() }),
  z.object({ kind: z.literal('restored-in-outlook') }),
  z.object({ kind: z.literal('details-set'), byName: z.string(), leftCourse: courseIdCodec.optional() }),
  z.object({ kind: z.literal('tag-refused'), because: z.enum(['unreadable', 'does-not-fit']) }),
  z.object({ kind: z.literal('factor-added'), byName: z.string(), listed: z.string().optional(), words: z.string().optional() }),
  z.object({ kind: z.literal('shared-with-partners'), byName: z.string(), partners: z.int(), again: z.boolean() }),
  z.object({ kind: z.literal('brief-given'), byName: z.string(), again: z.boolean() }),
  z.object({ kind: z.literal('partners-told-off'), partners: z.int() }),
  z.object({ kind: z.literal('chased'), byName: z.string(), asked: z.int(), spared: z.int() }),
])

export const historyCodec = rowCodec<HistoryEntry>()(z.object({ at: instantCodec, what }))

export const callCodec = rowCodec<Call>()(
  z.object({
    id: z.string(),
    memberId: memberIdCodec,
    outcome: z.enum(['told', 'left-message', 'no-reply']),
    at: instantCodec,
    by: z.string(),
    byName: z.string(),
    takenBackAt: instantCodec.optional(),
    takenBackBy: z.string().optional(),
  }),
)
