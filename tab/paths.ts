/** Every page of the tab. A page's address is the part after `#`, and the same text is Teams' `subPageId`. */
export type Route =
  | { readonly page: 'my-training' }
  /** `answer`: chosen in an email, and given only when it is confirmed. */
  | { readonly page: 'my-session'; readonly sessionId: string; readonly answer?: ChosenAnswer }
  /** C5.1: everything that is mandatory for her. */
  | { readonly page: 'my-requirements' }
  | { readonly page: 'my-texts' }
  /** C6.1: one's own development plan, or one objective of it. */
  | { readonly page: 'my-plan'; readonly objective?: string }
  | { readonly page: 'my-plan-readers' | 'my-plan-history' }
  /** C6.22: of a Member whom an officer helps with it. */
  | { readonly page: 'member-plan'; readonly memberId: string; readonly objective?: string }
  /** Who has a plan, and nothing that is in one. */
  | { readonly page: 'plans' }
  /** C8.4: what a Member thought of one session, and of all of hers. */
  | { readonly page: 'evaluation'; readonly sessionId: string }
  | { readonly page: 'feedback' }
  | { readonly page: 'more' }
  | { readonly page: 'check-in' }
  | ({ readonly page: 'programme' } & Filters)
  | {
      readonly page:
        'session' | 'decide' | 'phone-list' | 'reason' | 'details' | 'register' | 'check-in-code' | 'partners' | 'results' | 'brief'
      readonly sessionId: string
    }
  /** Before anybody is invited; of a session that stands, to hold it otherwise. */
  | { readonly page: 'plan'; readonly sessionId?: string }
  | { readonly page: 'attention' }
  | { readonly page: 'uptake' | 'spread' | 'joint'; readonly year?: YearKind; readonly began?: number }
  | ({ readonly page: 'brochure' } & BrochurePlace)
  | ({ readonly page: 'missing' } & MissingPlace)
  | { readonly page: 'bulletin' }
  | { readonly page: 'notices' }
  | { readonly page: 'rulebook' }
  | { readonly page: 'health' }
  | { readonly page: 'delivery'; readonly issueId: string }
  /** A Member's: every issue, or one of them. */
  | { readonly page: 'bulletins'; readonly issueId?: string }
  /** C4.4: limited places. A Member's own, and the officers' of one or of all. */
  | { readonly page: 'my-places'; readonly offerId: string }
  | { readonly page: 'places'; readonly offerId?: string }
  | { readonly page: 'members'; readonly find?: string }
  /** C5.1: what Members must do, for officers: one of them, or everybody. */
  | ({ readonly page: 'mandatory'; readonly memberId?: string } & MandatoryPlace)

/** The year's programme, whole. `at`: which part of it, so that its contents are links. */
export type BrochurePlace = { readonly began?: number; readonly by?: (typeof arrangements)[number]; readonly at?: string }
export const arrangements = ['month', 'kind'] as const

/** What nobody has put down of sessions. `asks`: what of it; absent: anything. */
export type MissingPlace = { readonly asks?: (typeof missingAsks)[number]; readonly time?: 'past'; readonly find?: string }
export const missingAsks = ['aims', 'serves', 'plan', 'venue', 'service'] as const

/** Which part of mandatory training is shown, and as at which day; absent: all of it, today. */
export type MandatoryPlace = { readonly find?: string; readonly rule?: string; readonly status?: MandatoryStatus; readonly on?: string }
export type MandatoryStatus = (typeof mandatoryStatuses)[number]
export const mandatoryStatuses = ['outstanding', 'overdue', 'not-able-to-sit', 'refresher-due'] as const

/** The year that reports are of. */
export type YearKind = (typeof yearKinds)[number]
export const yearKinds = ['municipal', 'financial', 'calendar'] as const

export type ChosenAnswer = (typeof chosenAnswers)[number]
const chosenAnswers = ['accepted', 'tentative', 'declined'] as const

export type PageName = Route['page']

/** What the programme shows; kept in the address, so that a link shares the view. */
export type Filters = {
  readonly kind?: string
  readonly time?: ProgrammeTime
  readonly audience?: Audience
  readonly find?: string
  /** Absent: the list. */
  readonly view?: 'month'
  /** "2026-10"; absent: this month. */
  readonly month?: string
  /** What the month shows besides sessions; absent: what it shows at first. */
  readonly layers?: readonly Layer[]
}
export type Audience = (typeof audiences)[number]
export type Layer = (typeof layers)[number]
export type ProgrammeTime = (typeof programmeTimes)[number]
/** Characters that can be looked for. Written as an address, each may take nine. */
export const longestFind = 60
const longestAddress = 1_000

export const audiences = ['all-members', 'new-members', 'relevant-members'] as const
export const layers = ['meetings', 'school-holidays', 'slots'] as const
export const programmeTimes = ['this-week', 'four-weeks', 'past'] as const

const issue = /^issue-\d{4}-w\d{2}$/
const offer = /^offer-(session|notice)-[a-z0-9][a-z0-9-]{1,63}$/
const id = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/
const plain = [
  'my-training',
  'my-requirements',
  'my-texts',
  'my-plan-readers',
  'my-plan-history',
  'plans',
  'feedback',
  'more',
  'check-in',
  'attention',
  'bulletin',
  'notices',
  'rulebook',
  'health',
] as const
const ofSession = ['decide', 'phone-list', 'reason', 'details', 'register', 'check-in-code', 'partners', 'results', 'brief'] as const

/**
 * The page that an address names, or undefined when it names none.
 *
 * An address may come from outside, in a link: whatever does not match the pattern is ignored.
 */
export function routeOf(address: string): Route | undefined {
  if (address.length > longestAddress) return undefined
  const [path = '', query = ''] = address.split('?', 2)
  const [head, sessionId, rest, ...more] = path.split('/')
  if (more.length > 0) return undefined

  if (rest === undefined && head === 'bulletins' && sessionId === undefined) return { page: head }
  if (rest === undefined && sessionId !== undefined && issue.test(sessionId)) {
    if (head === 'bulletins') return { page: head, issueId: sessionId }
    if (head === 'bulletin') return { page: 'delivery', issueId: sessionId }
  }
  if (rest === undefined && head === 'places' && sessionId === undefined) return { page: head }
  if (rest === undefined && sessionId !== undefined && offer.test(sessionId)) {
    if (head === 'places' || head === 'my-places') return { page: head, offerId: sessionId }
  }
  const ofPlan = planIn(path)
  if (ofPlan) return ofPlan
  if (head === 'mandatory' && rest === undefined) {
    if (sessionId === undefined) return { page: head, ...mandatoryPlaceOf(new URLSearchParams(query)) }
    return id.test(sessionId) ? { page: head, memberId: sessionId } : undefined
  }
  const page = plain.find((each) => each === head)
  if (page) return sessionId === undefined ? { page } : undefined
  if (head === 'members') return sessionId === undefined ? { page: head, ...findOf(new URLSearchParams(query)) } : undefined
  if (head === 'plan') return sessionId === undefined ? { page: head, ...plannedIn(query) } : undefined
  if (head === 'uptake' || head === 'spread' || head === 'joint')
    return sessionId === undefined ? { page: head, ...yearOf(new URLSearchParams(query)) } : undefined
  if (head === 'missing') return sessionId === undefined ? { page: head, ...missingPlaceOf(new URLSearchParams(query)) } : undefined
  if (head === 'brochure') return sessionId === undefined ? { page: head, ...brochurePlaceOf(new URLSearchParams(query)) } : undefined
  if (head === 'programme') return sessionId === undefined ? { page: head, ...filtersOf(query) } : undefined
  if (sessionId === undefined || !id.test(sessionId)) return undefined
  if (head === 'my-session') return rest === undefined ? { page: head, sessionId, ...answerIn(query) } : undefined
  if (head === 'evaluation') return rest === undefined ? { page: head, sessionId } : undefined
  if (head !== 'session') return undefined
  if (rest === undefined) return { page: 'session', sessionId }
  const part = ofSession.find((each) => each === rest)
  return part ? { page: part, sessionId } : undefined
}

/** `my-plan`, `my-plan/OBJECTIVE`, `member-plan/MEMBER`, `member-plan/MEMBER/OBJECTIVE`. */
function planIn(path: string): Route | undefined {
  const [head, ...rest] = path.split('/')
  if (!rest.every((each) => id.test(each))) return undefined
  const [one, two, ...more] = rest
  if (head === 'my-plan' && two === undefined) return { page: head, ...(one === undefined ? {} : { objective: one }) }
  if (head !== 'member-plan' || one === undefined || more.length > 0) return undefined
  return { page: head, memberId: one, ...(two === undefined ? {} : { objective: two }) }
}

export function addressOf(route: Route): string {
  switch (route.page) {
    case 'my-session':
      return `my-session/${route.sessionId}${route.answer ? `?answer=${route.answer}` : ''}`
    case 'session':
    case 'evaluation':
      return `${route.page}/${route.sessionId}`
    case 'decide':
    case 'phone-list':
    case 'reason':
    case 'details':
    case 'register':
    case 'check-in-code':
    case 'partners':
    case 'results':
    case 'brief':
      return `session/${route.sessionId}/${route.page}`
    case 'plan':
      return route.sessionId === undefined ? 'plan' : `plan?session=${route.sessionId}`
    case 'my-plan':
      return route.objective === undefined ? 'my-plan' : `my-plan/${route.objective}`
    case 'member-plan':
      return `member-plan/${route.memberId}${route.objective === undefined ? '' : `/${route.objective}`}`
    case 'uptake':
    case 'spread':
    case 'joint':
      return `${route.page}${yearQuery(route)}`
    case 'brochure':
      return `brochure${brochureQuery(route)}`
    case 'missing':
      return `missing${missingQuery(route)}`
    case 'programme':
      return `programme${queryOf(route)}`
    case 'mandatory':
      return route.memberId === undefined ? `mandatory${mandatoryQuery(route)}` : `mandatory/${route.memberId}`
    case 'members':
      return `members${queryOf(route)}`
    case 'bulletins':
      return route.issueId === undefined ? 'bulletins' : `bulletins/${route.issueId}`
    case 'my-places':
      return `my-places/${route.offerId}`
    case 'places':
      return route.offerId === undefined ? 'places' : `places/${route.offerId}`
    case 'delivery':
      return `bulletin/${route.issueId}`
    default:
      return route.page
  }
}

/** For an `href`: a link that can be opened, copied and read out as one. */
export function hrefOf(route: Route): string {
  return `#${addressOf(route)}`
}

function plannedIn(query: string): { readonly sessionId?: string } {
  const given = new URLSearchParams(query).get('session') ?? ''
  return id.test(given) ? { sessionId: given } : {}
}

function answerIn(query: string): { readonly answer?: ChosenAnswer } {
  const given = new URLSearchParams(query).get('answer')
  const answer = chosenAnswers.find((each) => each === given)
  return answer ? { answer } : {}
}

function filtersOf(query: string): Filters {
  const given = new URLSearchParams(query)
  const kind = given.get('kind')?.slice(0, 60)
  const time = programmeTimes.find((each) => each === given.get('time'))
  const audience = audiences.find((each) => each === given.get('audience'))
  return { ...(kind ? { kind } : {}), ...(time ? { time } : {}), ...(audience ? { audience } : {}), ...findOf(given), ...monthOf(given) }
}

/** Without the view that shows them, a month and its layers mean nothing. */
function monthOf(given: URLSearchParams): Pick<Filters, 'view' | 'month' | 'layers'> {
  if (given.get('view') !== 'month') return {}
  const month = given.get('month') ?? ''
  const shown = given.get('layers')?.split('.')
  return {
    view: 'month',
    ...(/^20[2-5]\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(shown ? { layers: layers.filter((layer) => shown.includes(layer)) } : {}),
  }
}

function yearOf(given: URLSearchParams): { readonly year?: YearKind; readonly began?: number } {
  const year = yearKinds.find((each) => each === given.get('year'))
  const began = given.get('began') ?? ''
  return { ...(year ? { year } : {}), ...(/^20\d\d$/.test(began) ? { began: Number(began) } : {}) }
}

function mandatoryPlaceOf(given: URLSearchParams): MandatoryPlace {
  const status = mandatoryStatuses.find((each) => each === given.get('status'))
  const rule = given.get('rule')?.slice(0, 60)
  const on = given.get('on') ?? ''
  return {
    ...findOf(given),
    ...(rule ? { rule } : {}),
    ...(status ? { status } : {}),
    ...(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(on) ? { on } : {}),
  }
}

function mandatoryQuery({ find, rule, status, on }: MandatoryPlace): string {
  const query = new URLSearchParams()
  if (find) query.set('find', find)
  if (rule) query.set('rule', rule)
  if (status) query.set('status', status)
  if (on) query.set('on', on)
  const text = query.toString()
  return text ? `?${text}` : ''
}

function missingPlaceOf(given: URLSearchParams): MissingPlace {
  const asks = missingAsks.find((each) => each === given.get('asks'))
  return { ...(asks ? { asks } : {}), ...(given.get('time') === 'past' ? { time: 'past' } : {}), ...findOf(given) }
}

function missingQuery({ asks, time, find }: MissingPlace): string {
  const query = new URLSearchParams()
  if (asks) query.set('asks', asks)
  if (time) query.set('time', time)
  if (find) query.set('find', find)
  const text = query.toString()
  return text ? `?${text}` : ''
}

function brochurePlaceOf(given: URLSearchParams): BrochurePlace {
  const { began } = yearOf(given)
  const by = arrangements.find((each) => each === given.get('by'))
  const at = given.get('at') ?? ''
  return {
    ...(began === undefined ? {} : { began }),
    ...(by ? { by } : {}),
    ...(/^[a-z0-9][a-z0-9-]{0,79}$/.test(at) ? { at } : {}),
  }
}

/** Without `at`, the same as the API is asked it. */
export function brochureQuery({ began, by, at }: BrochurePlace): string {
  const query = new URLSearchParams()
  if (began !== undefined) query.set('began', String(began))
  if (by) query.set('by', by)
  if (at) query.set('at', at)
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** The same as the API is asked it. */
export function yearQuery({ year, began }: { readonly year?: YearKind; readonly began?: number }): string {
  const query = new URLSearchParams()
  if (year) query.set('year', year)
  if (began !== undefined) query.set('began', String(began))
  const text = query.toString()
  return text ? `?${text}` : ''
}

function findOf(given: URLSearchParams): { readonly find?: string } {
  const find = given.get('find')?.slice(0, longestFind)
  return find ? { find } : {}
}

function queryOf({ kind, time, audience, find, view, month, layers: shown }: Filters): string {
  const query = new URLSearchParams()
  if (kind) query.set('kind', kind)
  if (time) query.set('time', time)
  if (audience) query.set('audience', audience)
  if (find) query.set('find', find)
  if (view) query.set('view', view)
  if (month) query.set('month', month)
  if (shown) query.set('layers', shown.join('.'))
  const text = query.toString()
  return text ? `?${text}` : ''
}
