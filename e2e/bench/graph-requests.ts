import { outlookOf } from '../support/outlook.ts'
import { inviteTo } from './api-speed.ts'
import { beside, sized, type Figure, type Line } from './figure.ts'
import { requestsDuring, type Seen } from './requests-seen.ts'
import { benchWorld, startStage, type Stage } from './stage.ts'

const members = 60
const answersAtOnce = 20
/** What the product asks for in a page of changes, and the most of what Graph gives. */
const pageSize = 50
/** Days between the first session and the last: they all lie in the window that is read. */
const span = 150

/** Requests to Graph, counted at the sandbox, beside the pages that the changes fill. */
export const graphRequests: Figure = {
  name: 'graph',
  title: 'Requests to Graph',
  besideIs: 'the least possible',
  async run(size) {
    const sessions = sized(size, 300, 5)
    const stage = await startStage(benchWorld(members))
    try {
      for (let index = 0; index < sessions; index += 1)
        await inviteTo(stage, `Course ${index + 1}`, 10 + Math.floor((index * span) / sessions))
      await stage.settle()
      const lines = [
        await answered(stage, 'one answer', ['m1']),
        await answered(stage, `${answersAtOnce} answers to one session within a moment`, numbered(answersAtOnce)),
        await wholeReading(stage, sessions),
      ]
      return {
        lines,
        note:
          `${sessions} sessions, ${members} Members invited to each by their list. The least possible: one delta request for every ${pageSize} changed ` +
          'events of a mailbox, since a page holds no more and the last one carries the next cursor; nothing else has to be asked.',
      }
    } finally {
      await stage.close()
    }
  },
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `m${index + 2}`)

async function answered(stage: Stage, what: string, who: readonly string[]): Promise<Line> {
  const outlook = outlookOf(stage)
  const seen = await requestsDuring(async () => {
    await Promise.all(who.map(async (member) => outlook.answer(member, 'Course 1', 'accept')))
    await stage.settle()
  })
  return beside(`requests for ${what}`, ours(seen), 1, '', 0)
}

/** Graph forgets the cursor: the whole window is read anew, and nothing in it has changed. */
async function wholeReading(stage: Stage, sessions: number): Promise<Line> {
  const status = { kind: 'status', status: 410, body: { error: { code: 'syncStateNotFound', message: 'Start again' } } } as const
  await stage.faults([{ service: 'graph', method: 'GET', path: 'delta', times: 1, action: status }])
  const seen = await requestsDuring(async () => {
    await outlookOf(stage).answer('m1', 'Course 1', 'decline')
    await stage.settle()
  })
  // The one that was answered 410 is part of it; without it nobody would know.
  return beside(`requests for a whole reading of ${sessions} sessions`, ours(seen), Math.ceil(sessions / pageSize) + 1, '', 0)
}

/** What the product asked; what people did in Outlook is under `/me`. */
function ours(seen: readonly Seen[]): number {
  return seen.filter(({ path }) => path.startsWith('/graph/v1.0/') && !path.startsWith('/graph/v1.0/me/')).length
}
