import type { Router } from 'express'
import { z } from 'zod'
import type { Running } from '../running.ts'
import { answering, asked } from './asked.ts'

const expression = z.string().max(200).refine(isReadable, 'Not a regular expression that can be read')

const action = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    retryAfter: z.union([z.number().min(0), z.string()]).optional(),
    body: z.unknown().optional(),
    html: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('reset') }),
  z.strictObject({ kind: z.literal('hang') }),
  z.strictObject({ kind: z.literal('delay'), milliseconds: z.int().min(0).max(60_000) }),
  // oxlint-disable-next-line unicorn/no-thenable -- the shape of a fault, never awaited
  z.strictObject({ kind: z.literal('after'), then: z.union([z.enum(['reset', 'hang']), z.int().min(200).max(599)]) }),
  z.strictObject({ kind: z.enum(['drop', 'duplicate', 'reorder', 'wrong-client-state']) }),
])

const deliveries: readonly string[] = ['notifications', 'receipts']
const ofDeliveries: readonly string[] = ['drop', 'duplicate', 'reorder', 'wrong-client-state']

const fault = z
  .strictObject({
    service: z.enum(['graph', 'entra', 'notify', 'connector', 'modern-gov', 'notifications', 'receipts']),
    method: z.string().max(10).optional(),
    path: expression.optional(),
    action,
    times: z.int().min(1).optional(),
    skip: z.int().min(0).optional(),
  })
  .refine(({ service, action }) => deliveries.includes(service) || !ofDeliveries.includes(action.kind), {
    path: ['action', 'kind'],
    message: 'Only deliveries (notifications, receipts) can be dropped, duplicated, put out of order or given a wrong clientState',
  })

/** Making things fail, and mending them. */
export function addFaultRoutes(router: Router, { services }: Running): void {
  const faults = () => services().context.faults

  router.get(
    '/faults',
    answering(() => faults().all()),
  )
  router.post(
    '/faults',
    answering(({ body }) => {
      faults().add(asked(z.array(fault).max(100), body))
      return faults().all()
    }),
  )
  router.delete(
    '/faults',
    answering(() => {
      faults().clear()
      return []
    }),
  )
}

/** A path between slashes is a regular expression, and must be one. */
function isReadable(path: string): boolean {
  const within = /^\/(.+)\/$/.exec(path)?.[1]
  if (within === undefined) return true
  try {
    return new RegExp(within) instanceof RegExp
  } catch {
    return false // said to whoever sent it
  }
}
