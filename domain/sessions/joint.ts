import type { SessionDetails } from './details.ts'

/** C1.17: another council or partner with whom a session is run. `pence`: what they pay of it; absent: nothing, or nobody has said. */
export type Partner = { readonly partner: string; readonly pence?: number }

/** What of a session makes it joint work, as lists show it. */
export type JointWork = {
  readonly with: readonly Partner[]
  /** What officers have written of it besides. */
  readonly words?: string
  /** What the whole of it costs; absent: no cost is put down. */
  readonly costPence?: number
}

/** C1.17: undefined of a session that is the council's alone. */
export function jointWorkOf(details: Pick<SessionDetails, 'jointWith' | 'record' | 'costs'> | undefined): JointWork | undefined {
  const { jointWith = [], record, costs = [] } = details ?? {}
  if (jointWith.length === 0 && !record?.joint) return undefined
  return {
    with: jointWith,
    ...(record?.joint ? { words: record.joint } : {}),
    ...(costs.length > 0 ? { costPence: costs.reduce((sum, { pence }) => sum + pence, 0) } : {}),
  }
}

/** What the partners pay together. */
export function sharedPence(partners: readonly Partner[]): number {
  return partners.reduce((sum, { pence = 0 }) => sum + pence, 0)
}

/** What is wrong with the partners as they were given: each at its place, or with all of them. */
export function partnerFaults(
  partners: readonly Partner[],
  costs: readonly { readonly pence: number }[],
): readonly { readonly path: string; readonly because: 'partner-twice' | 'shared-too-much' }[] {
  const names = partners.map(({ partner }) => partner.trim().toLowerCase())
  const twice = names.flatMap((name, index) =>
    names.indexOf(name) < index ? [{ path: `jointWith.${index}.partner`, because: 'partner-twice' as const }] : [],
  )
  const cost = costs.reduce((sum, { pence }) => sum + pence, 0)
  const isTooMuch = costs.length > 0 && sharedPence(partners) > cost
  return [...twice, ...(isTooMuch ? [{ path: 'jointWith', because: 'shared-too-much' as const }] : [])]
}
