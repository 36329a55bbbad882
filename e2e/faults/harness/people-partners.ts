import { detailsBody } from '../../../api/contracts/details.ts'
import type { PartnerSharing } from '../../../api/contracts/partners.ts'
import { readDetails } from '../../../api/use-cases/read-details.ts'
import { readPartners } from '../../../api/use-cases/read-partners.ts'
import { setDetails } from '../../../api/use-cases/set-details.ts'
import { shareWithPartners } from '../../../api/use-cases/share-with-partners.ts'
import type { SessionId } from '../../../domain/kernel/ids.ts'
import { anOfficer } from '../../../domain/testing/builders.ts'
import type { Asking } from './persist.ts'

type About = { readonly sessionId: SessionId; readonly eventId: string }

/** An officer looks at what would go to partners, and presses for it to go: once to see it, and once more. */
export type MeantShare = About & {
  readonly press: string
  readonly at: number
  /** What she was shown, word for word, and to whom each would go. */
  readonly seen: PartnerSharing['emails']
  /** When she pressed for the second time; absent where she did not, or was not let. */
  pressedAt?: number
  toldAt?: number
  refused?: string
}

export type Partnering = {
  readonly meant: readonly MeantShare[]
  /** An officer says that an event suits partners, and what it is for. */
  mark(session: About, aims: string): Promise<void>
  /** She looks, and does no more. */
  look(session: About, officer: number): Promise<void>
  share(session: About, officer: number): Promise<void>
}

export function createPartnering({ persist, world }: Asking): Partnering {
  const meant: MeantShare[] = []

  /** Undefined: it cannot be shared, and the page says why. */
  async function look({ sessionId, eventId }: About, officer: number) {
    const shown: { page?: PartnerSharing } = {}
    await persist(async (council) => {
      const page = await readPartners(council, sessionId)
      if (page) shown.page = page
      return page ? 'done' : 'again'
    })
    const { page } = shown
    const press = `officer-${officer}-shares-${meant.length + 1}`
    const own: MeantShare = { sessionId, eventId, press, at: world.now(), seen: page?.emails ?? [] }
    if (page?.cannot) own.refused = page.cannot.kind
    meant.push(own)
    return page && !page.cannot ? { own, number: page.number, seen: page.seen } : undefined
  }

  return {
    meant,
    async mark({ sessionId }, aims) {
      await persist(async (council, { isThere }) => {
        const page = await readDetails(council, sessionId)
        if (!page || !isThere()) return 'again'
        if (page.details.aims === aims) return 'done' // she sees it on the page
        const facts = ['when', 'where', 'purpose', 'booking']
        const body = detailsBody.parse({ costs: [], aims, partners: { facts }, version: page.version })
        const result = await setDetails(council, anOfficer(901), { ...body, sessionId })
        if (result.ok) return 'done'
        return result.refusal.kind === 'faulty' ? 'given up' : 'again'
      })
    },
    look: async (session, officer) => void (await look(session, officer)),
    async share(session, officer) {
      const looked = await look(session, officer)
      if (!looked) return
      const { own, number, seen } = looked
      const { press, sessionId } = own
      own.pressedAt = world.now()
      const said: { refused?: string } = {}
      const isTold = await persist(async (council) => {
        const result = await shareWithPartners(council, anOfficer(officer), { sessionId, number, seen, press })
        if (result.ok) return 'done'
        said.refused = result.refusal.kind
        return result.refusal.kind === 'busy' ? 'again' : 'given up'
      })
      Object.assign(own, isTold ? { toldAt: world.now() } : said)
    },
  }
}
