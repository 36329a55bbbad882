import { councilId, dutyId, offerId, sessionId, issueId, type CouncilId, type DutyId, type MatterId } from '../../domain/kernel/ids.ts'

/** Which duty of which session, issue of the bulletin or offer of places, of which council: the key under which a provider knows one message. */
export type Reference = {
  readonly council: CouncilId
  readonly matter: MatterId
  readonly duty: DutyId
  /** Of a text that was sent once more because the first never left: the provider knows the two apart. */
  readonly resent?: boolean | undefined
}

const secondCall = 'r2'

export function referenceText({ council, matter, duty, resent }: Reference): string {
  return [council, matter, duty, ...(resent ? [secondCall] : [])].join('~')
}

/** Undefined for a text that is no reference of ours: receipts come from outside, and old ones from before. */
export function parseReference(text: string): Reference | undefined {
  const [council = '', matter = '', duty = '', call, ...more] = text.split('~')
  if (more.length > 0 || (call !== undefined && call !== secondCall)) return undefined
  try {
    return {
      council: councilId(council),
      matter: matterId(matter),
      duty: dutyId(duty),
      resent: call === secondCall,
    }
  } catch {
    return undefined // the ids' own makers say what an id looks like, and they say it by throwing
  }
}

function matterId(text: string): MatterId {
  if (text.startsWith('issue-')) return issueId(text)
  return text.startsWith('offer-') ? offerId(text) : sessionId(text)
}
