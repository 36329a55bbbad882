import type { DetailsBody, SessionDetails } from '../../../api/contracts/details.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import { partnerFaults, type Partner } from '../../../domain/sessions/joint.ts'
import { recordTexts, termFaults, type RecordText } from '../../../domain/sessions/details.ts'
import { sharedFacts } from '../../../domain/partners/told.ts'
import { faultWords, words, wrongWords } from './words.ts'

export type TermDraft = { readonly days: string; readonly at: string; readonly percent: string }
type Payable = DetailsBody['costs'][number]['payable']['kind']
export type CostDraft = {
  readonly category: string
  readonly pounds: string
  readonly payable: Payable
  readonly terms: readonly TermDraft[]
}
type AudienceKind = NonNullable<DetailsBody['audience']>['kind']

/** What an officer has put down so far, as it was typed. */
export type Draft = {
  readonly aims: string
  readonly preWork: string
  readonly followUp: string
  /** Empty: as is usual for its kind. */
  readonly audience: AudienceKind | ''
  readonly committee: string
  readonly office: string
  readonly named: readonly string[]
  /** Undefined: as its title says. */
  readonly meets: readonly string[] | undefined
  readonly provider: string
  readonly costs: readonly CostDraft[]
  readonly capacity: string
  readonly repeatOf: string
  /** C4.18. Undefined: it does not suit partners. */
  readonly shared: readonly string[] | undefined
  readonly booking: string
  readonly loopNeeded: boolean
  /** C1.10. */
  readonly priorities: readonly string[]
  /** C1.17. */
  readonly jointWith: readonly { readonly partner: string; readonly pounds: string }[]
  /** What is on its record besides; an empty one is not known. */
  readonly record: Readonly<Record<RecordText, string>>
  /** C12.14: an empty line is unanswered. */
  readonly check: Readonly<Record<CheckLine, string>>
}
type CheckLine = keyof NonNullable<DetailsBody['check']>

export const emptyCost: CostDraft = { category: '', pounds: '', payable: 'if-it-runs', terms: [] }
export const emptyTerm: TermDraft = { days: '', at: '', percent: '' }

export function draftOf({ details }: Pick<SessionDetails, 'details'>): Draft {
  const {
    aims = '',
    commitment,
    audience,
    meets,
    provider = '',
    costs,
    capacity,
    repeatOf = '',
    partners,
    loopNeeded = false,
    jointWith = [],
    record,
    check,
  } = details
  return {
    aims,
    preWork: commitment?.preWork ?? '',
    followUp: commitment?.followUp ?? '',
    audience: audience?.kind ?? '',
    committee: audience?.kind === 'committee' ? audience.committee : '',
    office: audience?.kind === 'office' ? audience.office : '',
    named: audience?.kind === 'named' ? audience.members : [],
    meets,
    provider,
    costs: costs.map(({ category, pence, payable }) => ({
      category,
      pounds: poundsOf(pence),
      payable: payable.kind,
      terms: payable.kind === 'on-terms' ? payable.terms.map(termDraft) : [],
    })),
    capacity: capacity === undefined ? '' : String(capacity),
    repeatOf,
    shared: partners?.facts,
    booking: partners?.booking ?? '',
    loopNeeded,
    priorities: record?.priorities ?? [],
    jointWith: jointWith.map(({ partner, pence }) => ({ partner, pounds: pence === undefined ? '' : poundsOf(pence) })),
    record: Object.fromEntries(recordTexts.map((name) => [name, record?.[name] ?? ''])) as Draft['record'],
    check: { type: '', commitments: '', events: '', access: '', ...check },
  }
}

function termDraft({
  workingDaysBefore,
  at = '',
  payablePercent,
}: {
  workingDaysBefore: number
  at?: string | undefined
  payablePercent: number
}) {
  return { days: String(workingDaysBefore), at, percent: String(payablePercent) }
}

function poundsOf(pence: number): string {
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}

/** Pence from what was typed as pounds: "£1,250", "42.50". Undefined: it is no sum. */
export function penceIn(pounds: string): number | undefined {
  const plain = pounds.trim().replace(/^£/, '').replaceAll(/[,\s]/g, '')
  const [, whole, part = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  const pence = whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return pence !== undefined && pence <= 100_000_000 ? pence : undefined
}

/** What is wrong, by the path of the field as the API names it. */
export type Wrong = Readonly<Record<string, string>>

export function wrongIn(draft: Draft): Wrong {
  const entries = [
    ...(draft.audience === 'committee' && draft.committee === '' ? [['audience.committee', wrongWords.committee]] : []),
    ...(draft.audience === 'office' && draft.office === '' ? [['audience.office', wrongWords.office]] : []),
    ...(draft.audience === 'named' && draft.named.length === 0 ? [['audience.members', faultWords('nobody-named')]] : []),
    ...(draft.capacity.trim() !== '' && numberIn(draft.capacity, 1, 5000) === undefined ? [['capacity', wrongWords.capacity]] : []),
    ...draft.costs.flatMap((cost, index) => wrongInCost(cost, `costs.${index}`)),
    ...wrongInPartners(draft),
  ]
  return Object.fromEntries(entries) as Wrong
}

type Choices = SessionDetails['choices']

/** What was put down once and the council's rulebook no longer has: said before it is sent, because nothing can be saved with it. */
export function noLongerAllowed(draft: Draft, choices: Pick<Choices, 'rules' | 'audienceFixed'>): Wrong {
  return {
    ...(choices.audienceFixed && isNarrowed(draft.audience) ? { audience: words.audienceFixed } : {}),
    ...(notAmong(draft.meets ?? [], choices.rules).length > 0 ? { meets: faultWords('no-such-rule') } : {}),
  }
}

export function isNarrowed(audience: Draft['audience']): boolean {
  return audience !== '' && audience !== 'all-members'
}

/** Those put down, each once, that are not among what there is to choose from: they are shown too, so that they can be taken out. */
export function notAmong(chosen: readonly string[], options: readonly { readonly id: string }[]): readonly string[] {
  const offered = new Set(options.map(({ id }) => id))
  return [...new Set(chosen)].filter((id) => !offered.has(id))
}

/** Each by itself, and once they are all whole, what is wrong with them together. */
function wrongInPartners({ jointWith, costs }: Draft): readonly string[][] {
  const each = jointWith.flatMap(({ partner, pounds }, index) => [
    ...(partner.trim() === '' ? [[`jointWith.${index}.partner`, wrongWords.partner]] : []),
    ...(pounds.trim() !== '' && penceIn(pounds) === undefined ? [[`jointWith.${index}.pence`, wrongWords.pounds]] : []),
  ])
  if (each.length > 0) return each
  const sums = costs.map(({ pounds }) => ({ pence: penceIn(pounds) ?? 0 }))
  return partnerFaults(partnersOf(jointWith), sums).map(({ path, because }) => [path, faultWords(because)])
}

function partnersOf(jointWith: Draft['jointWith']): Partner[] {
  return jointWith.map(({ partner, pounds }) => {
    const pence = penceIn(pounds)
    return { partner: partner.trim(), ...(pence === undefined ? {} : { pence }) }
  })
}

function wrongInCost({ category, pounds, payable, terms }: CostDraft, path: string): readonly string[][] {
  return [
    ...(category === '' ? [[`${path}.category`, wrongWords.category]] : []),
    ...(penceIn(pounds) === undefined ? [[`${path}.pence`, wrongWords.pounds]] : []),
    ...(payable === 'on-terms' ? wrongInTerms(terms, `${path}.terms`) : []),
  ]
}

/** Each by itself, and once they are all whole, the first of what is wrong with how they go together. */
function wrongInTerms(terms: readonly TermDraft[], path: string): readonly string[][] {
  const each = terms.flatMap((term, index) => wrongInTerm(term, `${path}.${index}`))
  if (each.length > 0) return each
  const faults = termFaults(terms.map(termIn)).slice(0, 1)
  return faults.map((because) => [path, faultWords(because)])
}

function wrongInTerm({ days, at, percent }: TermDraft, path: string): readonly string[][] {
  return [
    ...(numberIn(days, 0, 250) === undefined ? [[`${path}.days`, wrongWords.days]] : []),
    ...(at.trim() !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at.trim()) ? [[`${path}.at`, wrongWords.at]] : []),
    ...(numberIn(percent, 0, 100) === undefined ? [[`${path}.percent`, wrongWords.percent]] : []),
  ]
}

function numberIn(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : undefined
  return number !== undefined && number >= least && number <= most ? number : undefined
}

/** The same from a refusal, whose paths name fields of the body. */
export function wrongFrom({ errors = [] }: Pick<Problem, 'errors'>): Wrong {
  const fields = errors.map(({ path, message }) => [path.startsWith('meets') ? 'meets' : path.replace(/^body\./, ''), faultWords(message)])
  return Object.fromEntries(fields) as Wrong
}

/** The body to send; only of a draft with nothing wrong in it. */
export function bodyOf(draft: Draft, version: number): DetailsBody {
  const [aims, provider, preWork, followUp] = [draft.aims, draft.provider, draft.preWork, draft.followUp].map((text) => text.trim())
  const audience = audienceIn(draft)
  const capacity = numberIn(draft.capacity, 1, 5000)
  return {
    version,
    ...(aims ? { aims } : {}),
    ...(preWork || followUp ? { commitment: { ...(preWork ? { preWork } : {}), ...(followUp ? { followUp } : {}) } } : {}),
    ...(audience ? { audience } : {}),
    ...(provider ? { provider } : {}),
    costs: draft.costs.map(({ category, pounds, payable, terms }) => ({
      category,
      pence: penceIn(pounds) ?? 0,
      payable: payable === 'on-terms' ? { kind: payable, terms: terms.map(termIn) } : { kind: payable },
    })),
    ...(draft.meets ? { meets: [...draft.meets] } : {}),
    ...(capacity === undefined ? {} : { capacity }),
    ...(draft.repeatOf ? { repeatOf: draft.repeatOf } : {}),
    ...(draft.loopNeeded ? { loopNeeded: true } : {}),
    ...checkIn(draft.check),
    ...(draft.jointWith.length > 0 ? { jointWith: partnersOf(draft.jointWith) } : {}),
    ...recordIn(draft),
    ...(draft.shared ? { partners: partnersIn(draft.shared, draft.booking.trim()) } : {}),
  }
}

function recordIn({ priorities, record }: Draft): Pick<DetailsBody, 'record'> {
  const written = recordTexts.flatMap((name) => (record[name].trim() ? [[name, record[name].trim()] as const] : []))
  const all = { ...(priorities.length > 0 ? { priorities: [...priorities] } : {}), ...Object.fromEntries(written) }
  return Object.keys(all).length > 0 ? { record: all } : {}
}

/** The lines on which something is written. */
function checkIn(check: Draft['check']): Pick<DetailsBody, 'check'> {
  const written = Object.entries(check).flatMap(([line, words]) => (words.trim() ? [[line, words.trim()]] : []))
  return written.length > 0 ? { check: Object.fromEntries(written) as NonNullable<DetailsBody['check']> } : {}
}

function termIn({ days, at, percent }: TermDraft) {
  return { workingDaysBefore: Number(days), payablePercent: Number(percent), ...(at.trim() ? { at: at.trim() } : {}) }
}

function audienceIn({ audience, committee, office, named }: Draft): DetailsBody['audience'] {
  switch (audience) {
    case '':
      return undefined
    case 'committee':
      return { kind: audience, committee }
    case 'office':
      return { kind: audience, office }
    case 'named':
      return { kind: audience, members: [...named] }
    default:
      return { kind: audience }
  }
}

function partnersIn(shared: readonly string[], booking: string): NonNullable<DetailsBody['partners']> {
  return { facts: sharedFacts.filter((fact) => shared.includes(fact)), ...(booking ? { booking } : {}) }
}
