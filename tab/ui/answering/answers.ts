import { mySession, mySessionPage, type MySession } from '../../../api/contracts/my-training.ts'
import type { Api } from '../../api/client.ts'
import { tellingIn, type GivenAnswer, type Telling } from './telling.ts'
import { neverSent } from './words.ts'

/** How far the latest answer to a session has got, and the session as it was read when that was settled. */
export type Given = { readonly telling: Telling; readonly session?: MySession }

export type Answers = {
  readonly of: (sessionId: string) => Given | undefined
  /** Whether somebody still looks after it; what nobody looks after any more does not change. */
  readonly isUnderWay: (sessionId: string) => boolean
  /** Gives an answer, and comes back when Outlook has it or when nothing more can be said of it. */
  readonly answer: (sessionId: string, given: GivenAnswer) => Promise<Telling>
  /** Looks after an answer of an earlier visit, unless a newer one is under way. */
  readonly follow: (sessionId: string, from: Extract<Telling, { kind: 'telling' | 'waiting' }>) => void
  readonly subscribe: (listener: () => void) => () => void
}

type Turn = { readonly isMine: () => boolean; readonly show: (given: Given) => Telling }
type Wait = (ms: number) => Promise<void>
/** Sends when nothing earlier about the session is on its way, so that no older answer arrives last; not at all if overtaken meanwhile. */
type InLine = <Value>(sessionId: string, turn: Turn, send: () => Promise<Value>) => Promise<Value | undefined>

const times = (many: number, ms: number) => Array.from({ length: many }, () => ms)
/** Each second for half a minute; Outlook may be out of reach, so then less often, and not for ever. */
const looks = [...times(30, 1_000), ...times(40, 15_000)]
const lateFrom = 29
/** For an hour: a councillor's journey home. */
const resends = [...times(60, 5_000), ...times(110, 30_000)]

/**
 * A Member's answers on their way: to the API first, then to Outlook. The latest answer to a session takes the place of any earlier one.
 *
 * They are looked after here and not by the page on which they were pressed, so that an answer is sent although she looks at another.
 *
 * Clause: C2.1.
 */
export function createAnswers(api: Api, wait: Wait): Answers {
  const latest = new Map<string, Given>()
  const turns = new Map<string, symbol>()
  const lines = new Map<string, Promise<unknown>>()
  const listeners = new Set<() => void>()

  function begin(sessionId: string): Turn {
    const turn = Symbol(sessionId)
    turns.set(sessionId, turn)
    const isMine = () => turns.get(sessionId) === turn
    const show = (given: Given) => {
      if (isMine()) latest.set(sessionId, given)
      for (const listener of listeners) listener()
      return given.telling
    }
    return { isMine, show }
  }

  const inLine: InLine = (sessionId, turn, send) => {
    const sent = (lines.get(sessionId) ?? Promise.resolve()).then(() => (turn.isMine() ? send() : undefined))
    lines.set(sessionId, sent)
    return sent
  }

  async function lookedAfter(sessionId: string, work: (turn: Turn) => Promise<Telling>): Promise<Telling> {
    const turn = begin(sessionId)
    const last = await work(turn)
    if (turn.isMine()) turns.delete(sessionId)
    return last
  }

  return {
    of: (sessionId) => latest.get(sessionId),
    isUnderWay: (sessionId) => turns.has(sessionId),
    answer: (sessionId, given) => lookedAfter(sessionId, (turn) => give({ api, wait, inLine, sessionId, given }, turn)),
    follow: (sessionId, from) => {
      if (turns.has(sessionId)) return
      void lookedAfter(sessionId, (turn) => watch({ api, wait, inLine, sessionId, given: from.answer }, turn, turn.show({ telling: from })))
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Order = {
  readonly api: Api
  readonly wait: Wait
  readonly inLine: InLine
  readonly sessionId: string
  readonly given: GivenAnswer
}

async function give(order: Order, turn: Turn): Promise<Telling> {
  const { api, wait, inLine, sessionId, given } = order
  let last = turn.show({ telling: { kind: 'telling', answer: given } })
  for (const pause of resends) {
    const taken = await inLine(sessionId, turn, () => api.put(`/my/sessions/${sessionId}/answer`, { answer: given }, mySession))
    if (!taken) return last
    if (taken.kind === 'refused') return turn.show({ telling: { kind: 'refused', answer: given, problem: taken.problem } })
    if (taken.kind === 'ok') return watch(order, turn, turn.show({ telling: { kind: 'telling', answer: given } }))
    last = turn.show({ telling: { kind: 'unsent', answer: given, ...(taken.outage ? { outage: taken.outage } : {}) } })
    await wait(pause)
    if (!turn.isMine()) return last
  }
  return turn.show({ telling: { kind: 'refused', answer: given, problem: neverSent } })
}

/** Reads the session again and again until Outlook's copy says what became of the answer. */
async function watch({ api, wait, sessionId, given }: Order, turn: Turn, from: Telling): Promise<Telling> {
  let last = from
  for (const [look, pause] of looks.entries()) {
    await wait(pause)
    if (!turn.isMine()) return last
    const page = await api.get(`/my/sessions/${sessionId}`, mySessionPage)
    if (page.kind !== 'ok') continue
    const { session } = page.value
    last = tellingIn(session, given) ?? (look >= lateFrom ? late(session) : last)
    const isSettled = last.kind === 'told' || last.kind === 'refused' || last.kind === 'none'
    turn.show(isSettled ? { telling: last, session } : { telling: last })
    if (isSettled) return last
  }
  return last
}

/** Long after: it waits for Outlook, or Outlook says otherwise, and Outlook is right. */
function late({ telling }: MySession): Telling {
  return telling ? { kind: 'waiting', answer: telling.answer, at: telling.at } : { kind: 'none' }
}
