import type { Attention, PhoneList } from '../../api/contracts/attention.ts'
import type { DecisionBody, DecisionCase } from '../../api/contracts/decisions.ts'
import type { Programme, ProgrammeRow, SessionPage } from '../../api/contracts/programme.ts'
import type { Card } from './control.ts'
import { outlookOf, type Act } from './outlook.ts'
import type { Rig } from './rig.ts'

export type Answers = Readonly<Partial<Record<Act, readonly string[]>>>
type Order = Omit<DecisionBody, 'seen'> & { readonly seen?: string }

/** What officers and Members do all day, each through the way that is theirs: Outlook, the tab, a card, the telephone. */
export function officersOf(rig: Rig) {
  const outlook = outlookOf(rig)

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
    eventOf: outlook.copyOf,
    rowOf,
    decisionOf,
    /** Sends invitations from the officer's Outlook, and lets them arrive. */
    async invite(...changes: readonly Record<string, unknown>[]): Promise<void> {
      for (const change of changes) await outlook.invite(change)
      await rig.settle()
    },
    /** Each in their own Outlook, all at one moment. */
    async answers(title: string, answers: Answers): Promise<void> {
      const acts = ['accept', 'tentativelyAccept', 'decline'] as const
      const each = acts.flatMap((act) => (answers[act] ?? []).map((user) => ({ act, user })))
      await Promise.all(each.map(async ({ act, user }) => outlook.answer(user, title, act)))
      await rig.settle()
    },
    /** Whether the session has left somebody's calendar, or stands in it struck through. */
    async isCleared(user: string, title: string): Promise<boolean> {
      const event = (await outlook.calendar(user)).find(({ subject }) => subject === title)
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
