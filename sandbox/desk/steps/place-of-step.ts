import type { Place } from '../place.ts'
import { firstOfficer, isTheirNumber } from '../people/people.ts'
import type { Sandbox } from '../use-sandbox.ts'
import type { StepId, Story } from './steps.ts'

/** Where a step is done: the note about it stands there. */
export function placeOfStep(step: StepId, story: Story, sandbox: Sandbox, me: string): Partial<Place> {
  const officer = firstOfficer(sandbox.groups)?.id
  switch (step) {
    case 'send':
      return { person: officer, app: 'outlook', outlook: 'calendar' }
    case 'answer': {
      const { members } = sandbox.groups
      const isMember = members.some(({ id }) => id === me)
      return { person: isMember ? me : members[0]?.id, app: 'outlook', outlook: 'mail', phone: undefined }
    }
    case 'cancel':
      return { person: officer, app: 'teams', teams: 'chat' }
    case 'read':
      return { phone: buzzed(story, sandbox) ?? sandbox.groups.members[0]?.id }
    case 'decision':
    default:
      return {} // its note stands by the clock, wherever one is
  }
}

/** The first Member to whom a text has come since the visitor came. */
function buzzed({ textsBefore }: Story, { texts, groups }: Sandbox): string | undefined {
  const fresh = texts.slice(textsBefore).toReversed()
  return fresh.map(({ to }) => groups.members.find((member) => isTheirNumber(member, to))?.id).find(Boolean)
}
