import type { GivenDetails } from './details.ts'

/** What a council wants on the record of every session, and each as it is missing. */
export const gapKinds = ['aims', 'serves', 'implements', 'monitors', 'evaluates'] as const
export type Gap = (typeof gapKinds)[number]

/**
 * What nobody has put down of a session yet: its aims and objectives, a link to a priority or to councillors' functions, and who puts it on,
 * watches over it and evaluates it. How, when and where it is held, its appointment says.
 *
 * Clauses: C1.9, C1.10, C1.12.
 */
export function gapsIn({
  aims,
  record = {},
}: {
  readonly aims?: string | undefined
  readonly record?: GivenDetails['record']
}): readonly Gap[] {
  const there: Readonly<Record<Gap, boolean>> = {
    aims: isWritten(aims),
    serves: (record.priorities ?? []).length > 0 || isWritten(record.functions),
    implements: isWritten(record.implements),
    monitors: isWritten(record.monitors),
    evaluates: isWritten(record.evaluates),
  }
  return gapKinds.filter((kind) => !there[kind])
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}
