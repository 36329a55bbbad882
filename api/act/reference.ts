import { councilId, dutyId, sessionId, type CouncilId, type DutyId, type SessionId } from '../../domain/kernel/ids.ts'

/** Which duty of which session of which council: the key under which a provider knows one message. */
export type Reference = { readonly council: CouncilId; readonly session: SessionId; readonly duty: DutyId }

export function referenceText({ council, session, duty }: Reference): string {
  return [council, session, duty].join('~')
}

/** Undefined for a text that is no reference of ours: receipts come from outside, and old ones from before. */
export function parseReference(text: string): Reference | undefined {
  const [council = '', session = '', duty = '', ...more] = text.split('~')
  if (more.length > 0) return undefined
  try {
    return { council: councilId(council), session: sessionId(session), duty: dutyId(duty) }
  } catch {
    return undefined // the ids' own makers say what an id looks like, and they say it by throwing
  }
}
