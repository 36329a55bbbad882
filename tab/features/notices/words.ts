import type { NoticeBody, NoticeView } from '../../../api/contracts/bulletin.ts'
import { day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import { counted } from '../../ui/words-of-number.ts'
import { fullDay } from '../../ui/words-of-time.ts'

type Section = NoticeView['section']

export const words = {
  title: 'Items for the bulletin',
  lead: 'What the programme does not know: training elsewhere or in Members’ own time, what is passed on, what was done about feedback.',
  trail: 'Items',
  bulletin: 'Bulletin',
  add: 'Add an item',
  adding: 'Add',
  cancel: 'Cancel',
  none: 'Nothing has been put down yet.',
  kind: 'What it is',
  sections: {
    external: 'Training elsewhere',
    'own-time': 'In your own time',
    hub: 'New on the Hub',
    circulars: 'Passed on',
    'you-said-we-did': 'You said, we did',
  } as const satisfies Record<Section, string>,
  titleField: (section: Section) => (section === 'you-said-we-did' ? 'What Members said' : 'Title'),
  about: (section: Section) => (section === 'you-said-we-did' ? 'What was done' : 'What it is, in a sentence or two (optional)'),
  link: 'Web address (optional)',
  linkHint: 'It begins with https://',
  provider: 'Who provides it (optional)',
  cost: 'What it costs, in pounds (optional)',
  costHint: '0 where it is free.',
  from: 'First day (optional)',
  to: 'Last day (optional)',
  roles: 'Roles it suits (optional)',
  rolesHint: 'With commas between: chairs of committees, new Members.',
  minutes: 'About how many minutes it takes (optional)',
  insteadOf: 'Instead of a session (optional)',
  insteadOfHint: 'It is then shown beside that session.',
  noSession: 'None',
  recurring: 'Which of the regular items (optional)',
  until: 'List it again in every issue until (optional)',
  untilHint: 'Otherwise it stands in one issue.',
  missing: 'Give it a title.',
  badLink: 'A web address begins with https://',
  badCost: 'Write the cost as a number, such as 390 or 49.50.',
  unreachable: 'We cannot reach Quorate’s records just now. What you wrote is still here; try again in a moment.',
  remove: 'Take out',
  places: 'Limited places',
  placesOf: (title: string) => `Limited places: ${title}`,
  allPlaces: 'Everything with limited places',
  removing: (title: string) => `Take out: ${title}`,
  recognised: 'recognised provider',
  reallyRemove: (interested: number) =>
    interested > 0 ? `Yes, take it out and write to ${counted(interested, 'Member')}` : 'Yes, take it out',
  keep: 'Leave it in',
  takenOut: (title: string) => `“${title}” is taken out.`,
}

/** C4.4: what taking it out means for those who would like a place. It cannot be taken back. */
export function overWords({ interested, nobody }: NonNullable<NoticeView['places']>): string {
  if (interested === 0) {
    const none = nobody === 'any-more' ? 'nobody has one or waits for one any more' : 'nobody is interested yet'
    return `Its places are limited, and ${none}. Taken out, it is over for good.`
  }
  const who = `${counted(interested, 'Member')} would like one or ${interested === 1 ? 'has' : 'have'} one`
  return `Its places are limited, and ${who}. Taken out, it is over for good, and an email says so to each.`
}

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', trailingZeroDisplay: 'stripIfInteger' })

/** One line of what is known of an item. */
export function factsOf(notice: NoticeView): string {
  const { provider, recognised, costPence, from, to, roles, minutes, insteadOf } = notice
  return [
    words.sections[notice.section],
    ...(provider ? [recognised ? `${provider} (${words.recognised})` : provider] : []),
    ...(costPence === undefined ? [] : [costPence === 0 ? 'free' : pounds.format(costPence / 100)]),
    ...(from ? [to && to !== from ? `${dayInWords(day(from))} to ${dayInWords(day(to))}` : dayInWords(day(from))] : []),
    ...(minutes === undefined ? [] : [`about ${minutes} minutes`]),
    ...(roles.length > 0 ? [`suits ${roles.join(', ')}`] : []),
    ...(insteadOf ? [`instead of ${insteadOf}`] : []),
  ].join(' · ')
}

export function standsWords({ stands, issues, until, addedBy, addedAt }: NoticeView): string {
  const stood = issues.length === 0 ? '' : ` It stood in issue ${issues.join(', ')}.`
  const by = `Added by ${addedBy} on ${fullDay(addedAt)}.`
  if (stands === 'over') return `Not listed again.${stood} ${by}`
  return `${until ? `In every issue until ${dayInWords(day(until))}.` : 'In the next issue.'}${stood} ${by}`
}

export type Written = {
  readonly section: Section
  readonly title: string
  readonly about: string
  readonly link: string
  readonly provider: string
  readonly cost: string
  readonly from: string
  readonly to: string
  readonly roles: string
  readonly minutes: string
  readonly insteadOf: string
  readonly recurring: string
  readonly until: string
}

export const unwritten: Written = {
  section: 'external',
  title: '',
  about: '',
  link: '',
  provider: '',
  cost: '',
  from: '',
  to: '',
  roles: '',
  minutes: '',
  insteadOf: '',
  recurring: '',
  until: '',
}

export type Wrong = { readonly [field in 'title' | 'link' | 'cost']?: string }

export function wrongIn({ title, link, cost }: Written): Wrong {
  return {
    ...(title.trim() === '' ? { title: words.missing } : {}),
    ...(link.trim() !== '' && !/^https:\/\/\S+$/.test(link.trim()) ? { link: words.badLink } : {}),
    ...(cost.trim() !== '' && !/^\d{1,5}(\.\d\d)?$/.test(cost.trim()) ? { cost: words.badCost } : {}),
  }
}

/** Which questions each kind of item is asked. */
export const asked = {
  external: ['provider', 'cost', 'from', 'roles', 'link', 'until'],
  'own-time': ['provider', 'minutes', 'insteadOf', 'roles', 'link', 'until'],
  hub: ['minutes', 'link'],
  circulars: ['recurring', 'link', 'until'],
  'you-said-we-did': [],
} as const satisfies Record<Section, readonly (keyof Written)[]>

/** What is sent: only what this kind of item is asked, and nothing that was left empty. */
export function bodyOf(written: Written): NoticeBody {
  const fields: readonly (keyof Written)[] = asked[written.section]
  const has = (field: keyof Written) => fields.includes(field) && written[field].trim() !== ''
  const roles = written.roles.split(',').map((role) => role.trim())
  return {
    section: written.section,
    title: written.title.trim(),
    ...(written.about.trim() ? { about: written.about.trim() } : {}),
    ...(has('provider') ? { provider: written.provider.trim() } : {}),
    ...(has('cost') ? { costPence: Math.round(Number(written.cost) * 100) } : {}),
    ...(has('from') ? { from: written.from, ...(written.to ? { to: written.to } : {}) } : {}),
    ...(has('roles') ? { roles: roles.filter((role) => role !== '') } : {}),
    ...(has('link') ? { link: written.link.trim() } : {}),
    ...(has('minutes') ? { minutes: Number(written.minutes) } : {}),
    ...(has('insteadOf') ? { insteadOf: written.insteadOf } : {}),
    ...(has('recurring') ? { recurring: written.recurring } : {}),
    ...(has('until') ? { until: written.until } : {}),
  }
}
