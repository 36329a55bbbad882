import type { Attention, PhoneList } from '../../api/contracts/attention.ts'
import type { DecisionBody, DecisionCase } from '../../api/contracts/decisions.ts'
import type { Programme, ProgrammeRow, SessionPage } from '../../api/contracts/programme.ts'
import type { Card, Text } from './control.ts'
import type { Rig } from './rig.ts'
import { anInvitation } from './worlds.ts'

export type Answers = {
  readonly accept?: readonly string[]
  readonly tentativelyAccept?: readonly string[]
  readonly decline?: readonly string[]
}
type Event = { readonly id: string; readonly subject: string; readonly isCancelled: boolean }
type Order = Omit<DecisionBody, 'seen'> & { readonly seen?: string }

/** What officers and Members do all day, each through the way that is theirs: Outlook, the tab, a card, the telephone. */
export function officersOf(rig: Rig) {
  const eventsOf = async (user: string) =>
    (await rig.graph<{ value: Event[] }>(user, 'GET', '/me/events?$top=200&$select=id,subject,isCancelled')).body.value ?? []

  async function eventOf(user: string, title: string): Promise<Event> {
    const event = (await eventsOf(user)).find(({ subject }) => subject === title)
    if (!event) throw new Error(`${user} has no appointment “${title}”`)
    return event
  }

  async function answer(user: string, title: string, act: string): Promise<void> {
    const { id } = await eventOf(user, title)
    const { status } = await rig.graph(user, 'POST', `/me/events/${id}/${act}`, { sendResponse: true })
    if (status !== 202) throw new Error(`The answer of ${user} was answered ${status}`)
  }

  async function rowOf(title: string, startsAt?: string): Promise<ProgrammeRow> {
    const { body } = await rig.api<Programme>('officer', 'GET', '/programme')
    const row = body.rows.find((each) => each.title === title && (startsAt === undefined || each.startsAt === startsAt))
    if (!row) throw new Error(`The programme has no “${title}”`)
    return row
  }

  const about = async (title: string) => `/sessions/${(await rowOf(title)).sessionId}`
  const decisionOf = async (title: string, user = 'officer') =>
    (await rig.api<DecisionCase>(user, 'GET', `${await about(title)}/decision`)).body

  return {
    eventOf,
    rowOf,
    decisionOf,
    /** Sends invitations from the officer's Outlook, and lets them arrive. */
    async invite(...changes: readonly Record<string, unknown>[]): Promise<void> {
      for (const change of changes) {
        const sent = await rig.graph('officer', 'POST', '/me/events', anInvitation(change))
        if (sent.status !== 201) throw new Error(`The invitation was answered ${sent.status}: ${JSON.stringify(sent.body)}`)
      }
      await rig.settle()
    },
    /** Each in their own Outlook, all at one moment. */
    async answers(title: string, answers: Answers): Promise<void> {
      const each = Object.entries(answers).flatMap(([act, users]) => users.map((user) => ({ act, user })))
      await Promise.all(each.map(async ({ act, user }) => answer(user, title, act)))
      await rig.settle()
    },
    /** Whether the session has left somebody's calendar, or stands in it struck through. */
    async isCleared(user: string, title: string): Promise<boolean> {
      const event = (await eventsOf(user)).find(({ subject }) => subject === title)
      return event === undefined || event.isCancelled
    },
    pageOf: async (title: string) => (await rig.api<SessionPage>('officer', 'GET', await about(title))).body,
    phoneListOf: async (title: string) => (await rig.api<PhoneList>('officer', 'GET', `${await about(title)}/phone-list`)).body,
    attention: async () => (await rig.api<Attention>('officer', 'GET', '/attention')).body.rows,
    /** Takes a decision in the tab, on what the page shows now unless told what was seen. */
    async decide(title: string, order: Order, user = 'officer') {
      const seen = order.seen ?? (await decisionOf(title)).seen
      const decided = await rig.api<{ refusal?: string; title?: string; by?: string }>(user, 'POST', `${await about(title)}/decision`, {
        ...order,
        seen,
      })
      await rig.settle()
      return decided
    },
    giveReason: async (title: string, body: Record<string, unknown>) =>
      rig.api<{ refusal?: string }>('officer', 'POST', `${await about(title)}/reason`, body),
    /** Cards about a session in a person's chat, oldest first. */
    cardsAbout: async (user: string, title: string) => (await rig.cards(user)).filter((card) => wordsOf(card).includes(title)),
    /** Texts about a session's cancellation. */
    cancelledTexts: async (title: string) => (await rig.texts()).filter(({ body }) => body.includes(`CANCELLED: ${title}`)),
  }
}

export type Officers = ReturnType<typeof officersOf>

export function wordsOf(card: Card | Record<string, unknown>): string {
  return JSON.stringify(card)
}

/** The heading of a card as it is now. */
export function saidBy(card: Card | undefined): string {
  return card?.activity.summary ?? ''
}

/** Whose phones, by the Member's id in the test world. */
export function toMembers(texts: readonly Text[]): string[] {
  return texts.map(({ to }) => `m${Number(to.replaceAll(/\D/g, '').slice(-2))}`).toSorted()
}
