import type { YearKind } from '../paths.ts'

export const wordsOfYear = { kind: 'Kind of year', earlier: 'The year before', later: 'The year after' }

export const yearNames: Record<YearKind, string> = { municipal: 'Municipal year', financial: 'Financial year', calendar: 'Calendar year' }

/** "Municipal year 2026-27", "Calendar year 2026". */
export function yearWords({ kind, from }: { readonly kind: YearKind; readonly from: string }): string {
  const began = Number(from.slice(0, 4))
  return kind === 'calendar' ? `${yearNames[kind]} ${began}` : `${yearNames[kind]} ${began}-${String(began + 1).slice(2)}`
}
