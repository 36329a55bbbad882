import type { Router } from 'express'
import { z } from 'zod'
import type { Running } from '../running.ts'
import { answering, asked } from './asked.ts'
import { Problem } from './problem.ts'

const lifecycleBody = z.strictObject({
  event: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']),
  subscriptionId: z.string().optional(),
  mailbox: z.string().optional(),
})
const expireBody = z.strictObject({ mailbox: z.string().optional() })
const oddityBody = z.strictObject({
  oddity: z.enum(['outOfScope', 'notTallying', 'legacyAddress', 'noMeetingPolicy']),
  mailbox: z.string(),
  on: z.boolean(),
})
const joinUrl = z.url().max(2000)
const inTeamsBody = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['join', 'leave']), joinUrl, user: z.string().min(1).max(200) }),
  /** Its organiser ends it for everybody. */
  z.strictObject({ act: z.literal('end'), joinUrl }),
])
const outsideBody = z.strictObject({
  iCalUId: z.string(),
  address: z.email(),
  answer: z.enum(['accepted', 'tentativelyAccepted', 'declined']),
})

/** What only Microsoft's own machinery, an administrator or somebody outside would do in Exchange. */
export function addGraphRoutes(router: Router, { services }: Running): void {
  const graph = () => services().graph

  router.post(
    '/graph/lifecycle',
    answering(({ body }) => {
      const { event, subscriptionId, mailbox } = asked(lifecycleBody, body)
      return { sent: graph().sendLifecycle(event, { ...(subscriptionId && { subscriptionId }), ...(mailbox && { mailbox }) }) }
    }),
  )
  router.post(
    '/graph/expire-delta',
    answering(({ body }) => {
      graph().expireDeltaTokens(asked(expireBody, body ?? {}).mailbox)
      return {}
    }),
  )
  router.post(
    '/graph/oddity',
    answering(({ body }) => {
      const { oddity, mailbox, on } = asked(oddityBody, body)
      if (!graph().switchOddity(oddity, mailbox, on)) throw new Problem({ status: 404, title: 'There is no such mailbox' })
      return {}
    }),
  )
  router.post(
    '/graph/answer-from-outside',
    answering(({ body }) => {
      const { iCalUId, address, answer } = asked(outsideBody, body)
      if (!graph().answerFromOutside(iCalUId, address, answer)) throw new Problem({ status: 404, title: 'No such meeting stands' })
      return {}
    }),
  )
  router.post(
    '/graph/online-meeting',
    answering(({ body }) => {
      const order = asked(inTeamsBody, body)
      const isDone = order.act === 'end' ? graph().endInTeams(order.joinUrl) : graph().inTeams(order.act, order.joinUrl, order.user)
      if (!isDone) throw new Problem({ status: 404, title: 'There is no such meeting, or they are not in it' })
      return {}
    }),
  )
  router.get(
    '/graph/online-meeting',
    answering(({ query }) => {
      const people = graph().whoInTeams(asked(z.object({ joinUrl }), query).joinUrl)
      if (!people) throw new Problem({ status: 404, title: 'There is no such meeting' })
      return { people }
    }),
  )
  router.get(
    '/graph/subscriptions',
    answering(({ query }) => graph().subscriptionsOf(asked(z.object({ mailbox: z.string() }), query).mailbox)),
  )
}
