import type { Me } from '../../api/contracts/me.ts'
import type { PageName, Route } from '../paths.ts'
import { isOfficer } from './MeContext.tsx'

/** One entry of the row of pages: `brief` where there is little room, `pages` those it stands for. */
export type SectionLink = {
  readonly to: Route
  readonly words: string
  readonly brief: string
  readonly pages: readonly PageName[]
  readonly count?: number
}

const training: SectionLink = {
  to: { page: 'my-training' },
  words: 'My training',
  brief: 'Training',
  pages: ['my-training', 'my-requirements', 'my-session', 'my-places'],
}
const plan: SectionLink = {
  to: { page: 'my-plan' },
  words: 'My plan',
  brief: 'Plan',
  pages: ['my-plan', 'my-plan-readers', 'my-plan-history'],
}
const bulletins: SectionLink = { to: { page: 'bulletins' }, words: 'Bulletin', brief: 'Bulletin', pages: ['bulletins'] }
const more: SectionLink = { to: { page: 'more' }, words: 'More', brief: 'More', pages: ['more', 'my-texts', 'check-in', 'bulletins'] }
const texts: SectionLink = { to: { page: 'my-texts' }, words: 'Text messages', brief: 'Texts', pages: ['more', 'my-texts'] }

const register: SectionLink = {
  to: { page: 'members' },
  words: 'Members',
  brief: 'Members',
  pages: ['members', 'mandatory', 'plans', 'member-plan'],
}

const settings: SectionLink = { to: { page: 'rulebook' }, words: 'Settings', brief: 'Settings', pages: ['rulebook'] }

/** Limited places belong to what they are at: a session's to the programme, as their trail says, an item's to the bulletin. */
export function pageInSections(route: Route): PageName {
  return route.page === 'places' && route.offerId?.startsWith('offer-session-') ? 'session' : route.page
}

const health: SectionLink = { to: { page: 'health' }, words: 'Health', brief: 'Health', pages: ['health'] }

/** On a phone the rest of what is hers is one page away; on a desktop there is room to name it. */
export function memberSections(isPhone: boolean): readonly SectionLink[] {
  const own: SectionLink = { ...training, pages: [...training.pages, 'brochure'] }
  const ownPlan: SectionLink = { ...plan, pages: [...plan.pages, 'plans'] }
  return isPhone ? [{ ...own, words: own.brief }, { ...ownPlan, words: plan.brief }, more] : [own, ownPlan, bulletins, texts]
}

/** On a phone there is no room for all that somebody has who is both: Settings leads to Health there. */
export function isCrowded(me: Me, isPhone: boolean): boolean {
  return isPhone && isOfficer(me) && isAdministrator(me)
}

function isAdministrator(me: Me): boolean {
  return me.roles.includes('administrator')
}

/** Of officers and administrators: what each may open, and their own training if they are Members too. */
export function officerSections(me: Me, isPhone = false): readonly SectionLink[] {
  const attention = me.attention ? { count: me.attention } : {}
  const forOfficers: SectionLink[] = [
    {
      to: { page: 'programme' },
      words: 'Programme',
      brief: 'Programme',
      pages: [
        'programme',
        'session',
        'decide',
        'details',
        'register',
        'check-in-code',
        'uptake',
        'spread',
        'missing',
        'joint',
        'brochure',
        'partners',
        'brief',
        'plan',
      ],
    },
    { to: { page: 'attention' }, words: 'Needs attention', brief: 'Attention', pages: ['attention', 'phone-list', 'reason'], ...attention },
    { to: { page: 'bulletin' }, words: 'Bulletin', brief: 'Bulletin', pages: ['bulletin', 'notices', 'delivery', 'places'] },
  ]
  return [
    ...(isOfficer(me) ? forOfficers : []),
    register,
    ...(isCrowded(me, isPhone) ? [{ ...settings, pages: [...settings.pages, ...health.pages] }] : [settings]),
    ...(isAdministrator(me) && !isCrowded(me, isPhone) ? [health] : []),
    ...(me.member ? [training, plan, bulletins, texts] : []),
  ]
}
