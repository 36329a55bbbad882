import { z } from 'zod'

/** What the desk reads of the sandbox's own control API, which stands on the desk's own origin. */
const personShape = z.looseObject({
  id: z.string(),
  objectId: z.string().optional(),
  /** As Teams names them to the bot. */
  teamsId: z.string().optional(),
  name: z.string(),
  email: z.string().toLowerCase(),
  mobile: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
  note: z.string().nullish(),
  hasMailbox: z.boolean().nullish(),
  guest: z.boolean().nullish(),
})
export type Person = z.infer<typeof personShape>

const roomShape = z.looseObject({
  email: z.string().toLowerCase(),
  name: z.string(),
  capacity: z.number().nullish(),
  stepFree: z.boolean().nullish(),
  hearingLoop: z.boolean().nullish(),
})
export type Room = z.infer<typeof roomShape>

const worldShape = z.looseObject({
  now: z.string(),
  /** What the list of people may leave out: the note under a name. */
  people: z.array(personShape).default([]),
  council: z.looseObject({ id: z.string(), name: z.string(), tenantId: z.string().optional() }),
  groups: z.array(z.looseObject({ email: z.string().toLowerCase(), name: z.string(), members: z.array(z.string()) })).default([]),
  mailboxes: z.array(z.looseObject({ email: z.string().toLowerCase(), name: z.string() })).default([]),
  rooms: z.array(roomShape).default([]),
  register: z.looseObject({
    members: z.array(z.looseObject({ person: z.string(), kind: z.string(), from: z.string(), to: z.string().optional() })).default([]),
  }),
})
export type CouncilWorld = z.infer<typeof worldShape>

const addressesShape = z.looseObject({ desk: z.string(), graph: z.string(), product: z.string(), tab: z.string() })
export type Addresses = z.infer<typeof addressesShape>

const textShape = z.looseObject({ to: z.string(), body: z.string(), at: z.string(), status: z.string().catch('sending') })
export type PhoneText = z.infer<typeof textShape>

/** What a letter to somebody outside asks them to, while that stands. */
const askedToShape = z.looseObject({
  iCalUId: z.string(),
  start: z.string(),
  end: z.string(),
  place: z.string().catch(''),
  joinUrl: z.string().optional(),
  answer: z.string().optional(),
})
export type AskedTo = z.infer<typeof askedToShape>

const mailShape = z.looseObject({
  from: z.string().catch(''),
  to: z.union([z.string(), z.array(z.string())]).catch(''),
  subject: z.string().catch(''),
  html: z.string().nullish(),
  text: z.string().nullish(),
  at: z.string(),
  kind: z.string().optional(),
  meeting: askedToShape.optional(),
})
export type SandboxMail = z.infer<typeof mailShape>

/** One stay of somebody in a Teams meeting; `left` is absent while it goes on. */
const presenceShape = z.looseObject({
  name: z.string(),
  address: z.string().toLowerCase().optional(),
  joined: z.string(),
  left: z.string().optional(),
})
export type Presence = z.infer<typeof presenceShape>

/** Times are London's, as "2026-10-21T18:30". */
const meetingShape = z.object({
  start: z.string(),
  end: z.string().optional(),
  place: z.string().optional(),
  status: z.enum(['Confirmed', 'Provisional', 'Cancelled']).optional(),
})
export type CommitteeMeeting = z.infer<typeof meetingShape>
/** `gone` keeps the place of a meeting that was taken off, because its place is its number. */
const committeeShape = z.object({ name: z.string(), meetings: z.array(z.union([meetingShape, z.literal('gone')])) })
export type Committee = z.infer<typeof committeeShape>

const cardShape = z.looseObject({ id: z.string(), at: z.string(), activity: z.looseObject({}).catch({}) })
export type CardSent = z.infer<typeof cardShape>

const happeningShape = z.looseObject({
  at: z.string(),
  kind: z.string(),
  who: z.string().optional(),
  summary: z.string(),
})
export type Happening = z.infer<typeof happeningShape>

const nextShape = z.looseObject({ at: z.string().nullish(), what: z.string().nullish() }).nullish()
export type Next = z.infer<typeof nextShape>

const faultShape = z.looseObject({ service: z.string(), action: z.looseObject({ kind: z.string(), status: z.number().optional() }) })
export type FaultSet = z.infer<typeof faultShape>

/** `beginning`: the council is still being made, and what happens is its past. */
const clockShape = z.looseObject({ now: z.string(), beginning: z.boolean().default(false) })
const problemShape = z.looseObject({ detail: z.string().optional(), title: z.string().optional(), error: z.string().optional() })

export type FaultToAdd = {
  readonly service: string
  readonly method?: string
  readonly path?: string
  readonly action: Readonly<Record<string, unknown>>
  readonly times?: number
}

export type Press = {
  /** Absent for an old `Action.Submit`, which has none. */
  readonly verb?: string
  readonly data: unknown
  /** `automatic`: Teams asks by itself because the card is looked at. */
  readonly trigger?: 'manual' | 'automatic'
}

/** A call the sandbox refused, in its own words. */
export class ControlRefused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export type Control = ReturnType<typeof createControl>

export function createControl(fetcher: typeof fetch = (...args) => fetch(...args)) {
  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetcher(`/sandbox/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
    const text = await answer.text()
    const parsed: unknown = text === '' ? undefined : parsedOr(text)
    if (answer.ok) return parsed
    const problem = problemShape.safeParse(parsed)
    const said = problem.success ? (problem.data.detail ?? problem.data.title ?? problem.data.error) : undefined
    throw new ControlRefused(answer.status, said ?? `${method} /sandbox/${path}: ${answer.status}`)
  }

  return {
    clock: async () => clockShape.parse(await ask('GET', 'clock')),
    advance: (by: string) => ask('POST', 'clock/advance', { by }),
    /** To an instant that is not before now; everything due on the way is done first. */
    moveTo: (now: string) => ask('PUT', 'clock', { now }),
    settle: () => ask('POST', 'settle'),
    next: async () => nextShape.parse(await ask('GET', 'next')) ?? undefined,
    people: async () => z.array(personShape).parse(await ask('GET', 'people')),
    world: async () => worldShape.parse(await ask('GET', 'world')),
    addresses: async () => addressesShape.parse(await ask('GET', 'addresses')),
    texts: async () => z.array(textShape).parse(await ask('GET', 'texts')),
    mail: async (user: string) => z.array(mailShape).parse(await ask('GET', `mail?user=${encodeURIComponent(user)}`)),
    cards: async (user: string) => z.array(cardShape).parse(await ask('GET', `cards?user=${encodeURIComponent(user)}`)),
    journal: async () => z.array(happeningShape).parse(await ask('GET', 'journal')),
    token: async (user: string, audience: 'api' | 'graph') =>
      z.object({ token: z.string() }).parse(await ask('POST', 'token', { user, audience })).token,
    press: (card: string, user: string, { verb, data, trigger }: Press) =>
      ask('POST', `cards/${encodeURIComponent(card)}/action`, { user, verb, data, trigger }),
    say: (user: string, text: string) => ask('POST', 'chat', { user, text }),
    /** An answer by mail from somebody who has no calendar here. */
    answerFromOutside: (iCalUId: string, address: string, answer: 'accepted' | 'tentativelyAccepted' | 'declined') =>
      ask('POST', 'graph/answer-from-outside', { iCalUId, address, answer }),
    whoInTeams: async (joinUrl: string) =>
      z.object({ people: z.array(presenceShape) }).parse(await ask('GET', `graph/online-meeting?joinUrl=${encodeURIComponent(joinUrl)}`))
        .people,
    inTeams: (act: 'join' | 'leave', joinUrl: string, user: string) => ask('POST', 'graph/online-meeting', { act, joinUrl, user }),
    endInTeams: (joinUrl: string) => ask('POST', 'graph/online-meeting', { act: 'end', joinUrl }),
    committees: async () => z.array(committeeShape).parse(await ask('GET', 'meetings')),
    arrange: (committee: string, meetings: Committee['meetings']) => ask('PUT', 'meetings', { committee, meetings }),
    fail: (faults: readonly FaultToAdd[]) => ask('POST', 'faults', faults),
    faults: async () => z.array(faultShape).parse(await ask('GET', 'faults')),
    mend: () => ask('DELETE', 'faults'),
    reset: () => ask('POST', 'reset', { scenario: 'demo' }),
    /** Calls `changed` whenever something happened, and when the sandbox goes or comes back. The browser reconnects by itself. */
    watch(changed: () => void): () => void {
      const stream = new EventSource('/sandbox/stream')
      for (const what of ['changed', 'open', 'error']) stream.addEventListener(what, changed)
      return () => stream.close()
    },
  }
}

/** Moves the clock to when something is due; what is due already is done where the clock stands. */
export async function reach(control: Control, at: string): Promise<void> {
  const { now } = await control.clock()
  await (Date.parse(at) > Date.parse(now) ? control.moveTo(at) : control.settle())
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not the control API: whoever asked hears the status
  }
}
