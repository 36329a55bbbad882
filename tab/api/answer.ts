import type { Problem } from '../../api/contracts/shared.ts'
import type { Outage } from './outage.ts'

/**
 * What became of a request, as a screen must tell it.
 *
 * `unreachable` says nothing about whether it was done: no reply, or one that could not be read.
 */
export type Answer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreachable'; readonly outage?: Outage }
