import type { Instant } from '../kernel/time.ts'
import { dateInWords } from '../kernel/words-of-time.ts'
import type { Expected } from '../sessions/room.ts'

type Help = { readonly name: string; readonly role: string; readonly telephone: string }

/** What a presenter reads: dates in full, because paper stays for days. No Member is named. */
export const briefWords = {
  basics: 'What, when and where',
  kind: (label: string) => `It is: ${label}.`,
  arrangedBy: (name: string) => `Arranged by ${name}.`,
  heading: {
    expected: 'Who is expected',
    access: 'Access',
    commitment: 'Before and afterwards',
    priorities: 'What it serves',
    evaluation: 'Evaluation',
  },
  expected,
  room: (capacity: number) => `The room holds ${capacity}.`,
  partners: (many: number) =>
    many === 1 ? 'One person from a partner organisation is invited too.' : `${many} people from partner organisations are invited too.`,
  asAt: (at: Instant) => `These are the answers as they stood on ${dateInWords(at)}.`,
  stepFree: { yes: 'The room is step-free.', no: 'The room is not step-free.' },
  loop: { yes: 'The room has a hearing loop.', no: 'The room has no hearing loop.' },
  loopNeeded: 'A hearing loop is needed: please speak into the microphone throughout, and repeat what is asked from the floor.',
  noAccess: 'Nothing is on record. Somebody may still say on the day what they need.',
  before: (work: string) => `Before: ${work}`,
  after: (work: string) => `Afterwards: ${work}`,
  noCommitment: 'Members are asked for nothing before or afterwards.',
  priorities: (labels: readonly string[]) => (labels.length === 1 ? 'The council’s priority:' : 'The council’s priorities:'),
  functions: (functions: string) => `For councillors as: ${functions}`,
  evaluatedBy: (name: string) => `It is evaluated afterwards. Who sees to that: ${name}`,
  evaluated: 'It is evaluated afterwards. Who sees to that is not on record yet.',
  notEvaluated: 'A briefing is not evaluated.',
  ring: ({ name, role, telephone }: Help) => `Whom to ring: ${name}, ${role}, ${telephone}.`,
}

/** "12 Members have accepted and 2 may come. Please plan for 12 to 14." */
function expected({ accepted, tentative, least, most }: Expected): string {
  const coming = accepted === 0 ? 'No Member has accepted yet' : `${accepted} ${accepted === 1 ? 'Member has' : 'Members have'} accepted`
  const perhaps = tentative === 0 ? '' : ` and ${tentative} may come`
  const plan = most === 0 ? '' : ` Please plan for ${least === most ? most : `${least} to ${most}`}.`
  return `${coming}${perhaps}.${plan}`
}
