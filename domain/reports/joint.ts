import { sharedPence, type JointWork } from '../sessions/joint.ts'

type Row = Pick<JointWork, 'with' | 'costPence'>
export type PartnerTotal = { readonly partner: string; readonly sessions: number; readonly pence: number }

/** C1.17 (HR 2.6): over sessions, what each partner pays and at how many they work together, however their name is written. */
export function jointTotals(rows: readonly Row[]): {
  readonly partners: readonly PartnerTotal[]
  readonly sharedPence: number
  readonly costPence: number
} {
  const shares = Map.groupBy(
    rows.flatMap((row) => row.with),
    ({ partner }) => partner.trim().toLowerCase(),
  )
  const partners = [...shares.values()].map((theirs) => ({
    partner: theirs[0]?.partner.trim() ?? '',
    sessions: theirs.length,
    pence: sharedPence(theirs),
  }))
  return {
    partners: partners.toSorted((one, other) => other.pence - one.pence || one.partner.localeCompare(other.partner, 'en')),
    sharedPence: sharedPence(rows.flatMap((row) => row.with)),
    costPence: rows.reduce((sum, { costPence = 0 }) => sum + costPence, 0),
  }
}
