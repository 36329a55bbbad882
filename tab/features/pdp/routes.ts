import { hrefOf, type Route } from '../../paths.ts'

/** Where an objective of one's own plan is written, or of that of a Member whom one helps. */
export function objectiveRoute(memberId: string | undefined, objective: string): { readonly to: Route; readonly href: string } {
  const to: Route = memberId === undefined ? { page: 'my-plan', objective } : { page: 'member-plan', memberId, objective }
  return { to, href: hrefOf(to) }
}

export function planRoute(memberId: string | undefined): Route {
  return memberId === undefined ? { page: 'my-plan' } : { page: 'member-plan', memberId }
}
