import { lazy, type ReactNode } from 'react'
import type { Me } from '../api/contracts/me.ts'
import type { Route } from './paths.ts'
import { isOfficer, readsRegister } from './ui/MeContext.tsx'

// A councillor on a telephone does not wait for the officers' pages, nor the other way about.
const MyTraining = lazy(async () => ({ default: (await import('./features/my-training/MyTrainingPage.tsx')).MyTrainingPage }))
const MySession = lazy(async () => ({ default: (await import('./features/my-session/MySessionPage.tsx')).MySessionPage }))
const MyRequirements = lazy(async () => ({
  default: (await import('./features/my-requirements/MyRequirementsPage.tsx')).MyRequirementsPage,
}))
const Evaluation = lazy(async () => ({ default: (await import('./features/evaluation/EvaluationPage.tsx')).EvaluationPage }))
const Feedback = lazy(async () => ({ default: (await import('./features/evaluation/FeedbackPage.tsx')).FeedbackPage }))
const MyTexts = lazy(async () => ({ default: (await import('./features/my-texts/MyTextsPage.tsx')).MyTextsPage }))
const MyPlan = lazy(async () => ({ default: (await import('./features/pdp/PdpPage.tsx')).PdpPage }))
const Objective = lazy(async () => ({ default: (await import('./features/pdp/ObjectivePage.tsx')).ObjectivePage }))
const PlanReaders = lazy(async () => ({ default: (await import('./features/pdp/ReadersPage.tsx')).ReadersPage }))
const PlanHistory = lazy(async () => ({ default: (await import('./features/pdp/HistoryPage.tsx')).HistoryPage }))
const Plans = lazy(async () => ({ default: (await import('./features/pdp/PlansPage.tsx')).PlansPage }))
const More = lazy(async () => ({ default: (await import('./features/more/MorePage.tsx')).MorePage }))
const Programme = lazy(async () => ({ default: (await import('./features/programme/ProgrammePage.tsx')).ProgrammePage }))
const Session = lazy(async () => ({ default: (await import('./features/session/SessionPage.tsx')).SessionPage }))
const Decision = lazy(async () => ({ default: (await import('./features/decision/DecisionPage.tsx')).DecisionPage }))
const Reason = lazy(async () => ({ default: (await import('./features/reason/ReasonPage.tsx')).ReasonPage }))
const Details = lazy(async () => ({ default: (await import('./features/details/DetailsPage.tsx')).DetailsPage }))
const Plan = lazy(async () => ({ default: (await import('./features/plan/PlanPage.tsx')).PlanPage }))
const Partners = lazy(async () => ({ default: (await import('./features/partners/PartnersPage.tsx')).PartnersPage }))
const Brief = lazy(async () => ({ default: (await import('./features/brief/BriefPage.tsx')).BriefPage }))
const PhoneList = lazy(async () => ({ default: (await import('./features/phone-list/PhoneListPage.tsx')).PhoneListPage }))
const Register = lazy(async () => ({ default: (await import('./features/register/RegisterPage.tsx')).RegisterPage }))
const CheckInCode = lazy(async () => ({ default: (await import('./features/check-in-code/CodePage.tsx')).CodePage }))
const CheckIn = lazy(async () => ({ default: (await import('./features/check-in/CheckInPage.tsx')).CheckInPage }))
const Joint = lazy(async () => ({ default: (await import('./features/joint/JointPage.tsx')).JointPage }))
const Missing = lazy(async () => ({ default: (await import('./features/missing/MissingPage.tsx')).MissingPage }))
const Results = lazy(async () => ({ default: (await import('./features/results/ResultsPage.tsx')).ResultsPage }))
const Uptake = lazy(async () => ({ default: (await import('./features/uptake/UptakePage.tsx')).UptakePage }))
const Spread = lazy(async () => ({ default: (await import('./features/spread/SpreadPage.tsx')).SpreadPage }))
const Attention = lazy(async () => ({ default: (await import('./features/attention/AttentionPage.tsx')).AttentionPage }))
const Brochure = lazy(async () => ({ default: (await import('./features/brochure/BrochurePage.tsx')).BrochurePage }))
const Bulletin = lazy(async () => ({ default: (await import('./features/bulletin/BulletinPage.tsx')).BulletinPage }))
const Delivery = lazy(async () => ({ default: (await import('./features/bulletin/DeliveryPage.tsx')).DeliveryPage }))
const Notices = lazy(async () => ({ default: (await import('./features/notices/NoticesPage.tsx')).NoticesPage }))
const Rulebook = lazy(async () => ({ default: (await import('./features/rulebook/RulebookPage.tsx')).RulebookPage }))
const Health = lazy(async () => ({ default: (await import('./features/health/HealthPage.tsx')).HealthPage }))
const MyBulletins = lazy(async () => ({ default: (await import('./features/my-bulletins/MyBulletinsPage.tsx')).MyBulletinsPage }))
const MyIssue = lazy(async () => ({ default: (await import('./features/my-bulletins/MyIssuePage.tsx')).MyIssuePage }))
const MyPlace = lazy(async () => ({ default: (await import('./features/my-places/MyPlacePage.tsx')).MyPlacePage }))
const Places = lazy(async () => ({ default: (await import('./features/places/PlacesPage.tsx')).PlacesPage }))
const PlacesList = lazy(async () => ({ default: (await import('./features/places/PlacesListPage.tsx')).PlacesListPage }))
const MandatoryGrid = lazy(async () => ({ default: (await import('./features/mandatory/GridPage.tsx')).GridPage }))
const MemberRequirements = lazy(async () => ({
  default: (await import('./features/mandatory/MemberRequirementsPage.tsx')).MemberRequirementsPage,
}))
const Members = lazy(async () => ({ default: (await import('./features/members/MembersPage.tsx')).MembersPage }))

const forMembers: readonly Route['page'][] = [
  'my-training',
  'my-requirements',
  'my-session',
  'my-texts',
  'my-plan',
  'my-plan-readers',
  'my-plan-history',
  'more',
  'check-in',
  'bulletins',
  'my-places',
  'evaluation',
  'feedback',
]

/**
 * The page to show to this person, or undefined for someone who is neither Member nor officer nor administrator.
 *
 * A link to a session means the session: to a Member her own view of it, to an officer the officers'. So does one to limited places. The API refuses what is not theirs;
 * this only spares them the refusal.
 */
export function routeFor(asked: Route | undefined, me: Me): Route | undefined {
  const home = homeOf(me)
  if (!asked || !home) return home
  if (mayOpen(asked, me)) return asked
  if ('offerId' in asked && asked.offerId !== undefined) {
    const { offerId } = asked
    const theirs = asked.page === 'places' ? ({ page: 'my-places', offerId } as const) : ({ page: 'places', offerId } as const)
    return mayOpen(theirs, me) ? theirs : home
  }
  if (!('sessionId' in asked) || asked.sessionId === undefined) return home
  const mirrored = { page: forMembers.includes(asked.page) ? 'session' : 'my-session', sessionId: asked.sessionId } as const
  return mayOpen(mirrored, me) ? mirrored : home
}

function homeOf(me: Me): Route | undefined {
  if (isOfficer(me)) return { page: 'programme' }
  if (me.member) return { page: 'my-training' }
  return readsRegister(me) ? { page: 'members' } : undefined
}

function mayOpen({ page }: Route, me: Me): boolean {
  // Whoever follows a link to it and is no administrator is told so, in the API's own words.
  if (page === 'health') return true
  if (page === 'brochure' || page === 'plans') return me.member !== undefined || isOfficer(me)
  if (forMembers.includes(page)) return me.member !== undefined
  return page === 'members' || page === 'rulebook' ? readsRegister(me) : isOfficer(me)
}

export function pageFor(route: Route): ReactNode {
  switch (route.page) {
    case 'my-training':
      return <MyTraining />
    case 'my-session':
      return <MySession sessionId={route.sessionId} chosen={route.answer} />
    case 'my-requirements':
      return <MyRequirements />
    case 'evaluation':
      return <Evaluation key={route.sessionId} sessionId={route.sessionId} />
    case 'feedback':
      return <Feedback />
    case 'my-texts':
      return <MyTexts />
    case 'my-plan':
      return route.objective === undefined ? <MyPlan /> : <Objective objective={route.objective} />
    case 'my-plan-readers':
      return <PlanReaders />
    case 'my-plan-history':
      return <PlanHistory />
    case 'member-plan':
      return route.objective === undefined ? (
        <MyPlan memberId={route.memberId} />
      ) : (
        <Objective memberId={route.memberId} objective={route.objective} />
      )
    case 'plans':
      return <Plans />
    case 'more':
      return <More />
    case 'programme':
      return <Programme filters={route} />
    case 'session':
      return <Session sessionId={route.sessionId} />
    case 'decide':
      return <Decision sessionId={route.sessionId} />
    case 'reason':
      return <Reason sessionId={route.sessionId} />
    case 'details':
      return <Details sessionId={route.sessionId} />
    case 'plan':
      return <Plan sessionId={route.sessionId} />
    case 'partners':
      return <Partners sessionId={route.sessionId} />
    case 'brief':
      return <Brief sessionId={route.sessionId} />
    case 'phone-list':
      return <PhoneList sessionId={route.sessionId} />
    case 'register':
      return <Register sessionId={route.sessionId} />
    case 'results':
      return <Results key={route.sessionId} sessionId={route.sessionId} />
    case 'check-in-code':
      return <CheckInCode sessionId={route.sessionId} />
    case 'check-in':
      return <CheckIn />
    case 'joint':
      return <Joint asked={route} />
    case 'missing':
      return <Missing place={route} />
    case 'uptake':
      return <Uptake asked={route} />
    case 'spread':
      return <Spread asked={route} />
    case 'attention':
      return <Attention />
    case 'brochure':
      return <Brochure place={route} />
    case 'bulletin':
      return <Bulletin />
    case 'notices':
      return <Notices />
    case 'rulebook':
      return <Rulebook />
    case 'health':
      return <Health />
    case 'delivery':
      return <Delivery issueId={route.issueId} />
    case 'my-places':
      return <MyPlace offerId={route.offerId} />
    case 'mandatory':
      return route.memberId === undefined ? <MandatoryGrid place={route} /> : <MemberRequirements memberId={route.memberId} />
    case 'places':
      return route.offerId === undefined ? <PlacesList /> : <Places offerId={route.offerId} />
    case 'bulletins':
      return route.issueId === undefined ? <MyBulletins /> : <MyIssue issueId={route.issueId} />
  }
  return <Members find={route.find} />
}
