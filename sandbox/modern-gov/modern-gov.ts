import { Router, type Response } from 'express'
import { Temporal } from 'temporal-polyfill'
import type { SandboxContext, Service } from '../service.ts'
import { strikes } from '../strike.ts'
import { councillorsByWard } from './councillors.ts'
import { committees, meetings, type Committees } from './meetings.ts'
import { document } from './xml.ts'

const service = '/mgWebService.asmx'

type Kept = { committees: Committees }

export type ModernGov = Service & {
  /** Every committee with its meetings as the clerks keep them now, past ones too. */
  readonly committees: () => Committees
  /** What a clerk does: from now on these are the committee's meetings. False: there is no such committee. */
  readonly arrange: (committee: string, meetings: Committees[number]['meetings']) => boolean
}

/** The council's public register of Members and meetings, as modern.gov's web service publishes it today. */
export function createModernGov({ world, people, clock, faults, memory, journal }: SandboxContext): ModernGov {
  const { register } = world
  const kept = memory.of<Kept>('modern-gov', () => ({ committees: structuredClone(register.committees) }))
  const router = Router({ caseSensitive: false })
  router.use(strikes(faults, 'modern-gov'))
  router.get(`${service}/GetCouncillorsByWard`, (_request, response) => {
    send(response, councillorsByWard({ people, register, today: clock.now().toZonedDateTimeISO('Europe/London').toPlainDate() }))
  })
  router.get(`${service}/GetCommittees`, (_request, response) => send(response, committees(kept.committees)))
  router.get(`${service}/GetMeetings`, (request, response) => {
    const from = dayIn(request.query['sFromDate'])
    const to = dayIn(request.query['sToDate'])
    const found = meetings(kept.committees, Number(request.query['lCommitteeId']), { ...(from && { from }), ...(to && { to }) })
    if (found) send(response, found)
    else response.status(500).type('text/plain').send('Missing parameter: lCommitteeId.') // as a .asmx answers
  })
  return {
    router,
    committees: () => kept.committees,
    arrange(named, arranged) {
      const known = kept.committees.find(({ name }) => name === named)
      if (!known) return false
      kept.committees = kept.committees.map((committee) => (committee === known ? { ...committee, meetings: arranged } : committee))
      journal.note({ kind: 'change', summary: `The meetings of ${named} were changed in the council’s calendar.` })
      return true
    },
  }
}

function send(response: Response, root: Readonly<Record<string, unknown>>): void {
  response.type('text/xml').send(document(root))
}

/** 21/10/2026, or undefined for anything else: the web service takes no notice of what it cannot read. */
function dayIn(text: unknown): Temporal.PlainDate | undefined {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(String(text)) ?? []
  if (!day || !month || !year) return undefined
  return Temporal.PlainDate.from({ day: Number(day), month: Number(month), year: Number(year) })
}
